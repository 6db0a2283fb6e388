-- Sign-in to its end: links for new colleagues, challenges of passkeys, and a recovery with its own factor until two people have agreed.

-- Functions whose answer changes its shape; access.sql makes them anew.
drop function if exists sessions.second_factor_of();
drop function if exists sessions.credential_for(text);
drop function if exists sessions.keep_totp(bytea);
drop function if exists sessions.mine();
drop function if exists sessions.set_up(bytea, jsonb, text, text, jsonb, jsonb, text, text, text);
-- The sign-in page's login begins sessions that owe their second factor, and no others: only the vault raises one.
drop function if exists sessions.begin(uuid, bytea, interval, smallint, text);

-- Null: the link of the first administrator. Otherwise whose sign-in it makes, and who asked for it.
alter table sessions.setup_link add column worker_id uuid, add column made_by uuid, add column made_at timestamptz not null default now();
create index on sessions.setup_link (worker_id) where used_at is null;

-- Begun while a recovery was not yet ratified: ends with it.
alter table sessions.session add column recovery_id uuid;

alter table sessions.challenge add column session_id uuid;
alter table sessions.challenge drop constraint challenge_kind_check;
alter table sessions.challenge add constraint challenge_kind_check check (kind in ('passkey-register', 'passkey-sign-in', 'passkey-step-up'));
create index on sessions.challenge (expires_at);

-- The new factor lies here, beside the old one, until it is ratified: when the recovery falls, the old one counts again by itself.
alter table sessions.recovery add column totp_sealed bytea, add column totp_last_step bigint not null default 0,
  -- Drawn by lot from another agency where the own one has nobody else; null: anybody of the own agency who may.
  add column second uuid,
  add column agency_id uuid, add column declined_by uuid, add column declined_at timestamptz,
  add constraint recovery_second_person check (
    ratified_by is distinct from vouched_by or ratified_by is null),
  add constraint recovery_decided_once check (ratified_at is null or declined_at is null),
  add constraint recovery_second_check check (second is distinct from vouched_by or second is null),
  add constraint recovery_ratified_in_time check (ratified_at <= used_at + interval '12 hours');
create index on sessions.recovery (agency_id, asked_at desc);
