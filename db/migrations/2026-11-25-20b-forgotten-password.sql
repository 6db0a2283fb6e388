-- A forgotten password comes back as a lost second factor does: what is lost is said, and the new password lies here until two have agreed.
alter table sessions.recovery add column lost text not null default 'factor' check (lost in ('factor', 'password')), add column password_hash text,
  add constraint recovery_one_secret check (password_hash is null or lost = 'password');

-- Functions whose answer changes its shape; recovery.sql makes them anew.
drop function if exists sessions.ask_recovery(text);
drop function if exists sessions.recoveries_for_me();
