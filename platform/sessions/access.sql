-- Sessions: only sign-in may make one, only the vault may raise its level, and only its owner may end it.
set local check_function_bodies = off;

call platform.guard('sessions.credential');
call platform.guard('sessions.session');
call platform.guard('sessions.passkey');
call platform.guard('sessions.challenge');
call platform.guard('sessions.recovery');
call platform.guard('sessions.setup_link');

-- Makes a session for a worker whose sign-in was checked. Level 0 still owes its second factor and passes for nobody.
create or replace function sessions.begin(who uuid, hash bytea, lasts interval, at_level smallint, named text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare made uuid;
begin
  if at_level not in (0, 1) or lasts > interval '16 hours' then
    raise exception 'a session begins at level 0 or 1 and ends the same day' using errcode = 'HW422';
  end if;
  insert into sessions.session (token_hash, worker_id, label, expires_at, level)
  values (hash, who, left(named, 80), statement_timestamp() + lasts, at_level)
  returning id into made;
  update sessions.credential set failures = 0, wait_until = '-infinity' where worker_id = who;
  return made;
end $$;
call platform.definer('sessions.begin(uuid, bytea, interval, smallint, text)', 'homeward_signin', 'homeward_vault');
