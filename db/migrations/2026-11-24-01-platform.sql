-- Platform: what any such server needs. Nothing here knows of trafficking.
create extension if not exists btree_gist;

create schema if not exists platform;
alter schema platform owner to homeward_owner;
grant usage on schema platform to homeward_definer, homeward_app, homeward_public, homeward_signin, homeward_oversight,
  homeward_vault, homeward_sequencer, homeward_jobs, homeward_admin;
create schema sessions authorization homeward_owner;
create schema log authorization homeward_owner;
grant usage on schema sessions to homeward_definer, homeward_app, homeward_signin, homeward_vault, homeward_admin;
grant usage on schema log to homeward_definer, homeward_app, homeward_public, homeward_vault, homeward_sequencer, homeward_oversight;

-- Row security on a table, from nothing: enabled, forced, every old policy gone, the definer's own policy set. Each access.sql
-- starts with it, so that the policies in force are exactly those that can be read there.
create procedure platform.guard(guarded regclass) language plpgsql set search_path = pg_catalog as $$
declare p text;
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  for p in select polname from pg_policy where polrelid = guarded loop
    execute format('drop policy %I on %s', p, guarded);
  end loop;
  execute format('revoke all on %s from public, homeward_app, homeward_public, homeward_signin, homeward_oversight, homeward_vault,
    homeward_sequencer, homeward_jobs, homeward_admin', guarded);
  execute format('grant select, insert, update, delete on %s to homeward_definer', guarded);
  execute format('create policy definer on %s to homeward_definer using (true) with check (true)', guarded);
end $$;
revoke all on procedure platform.guard(regclass) from public;

-- A function becomes the definer's: nobody but the named roles may call it.
create procedure platform.definer(f regprocedure, variadic callers text[] default '{}') language plpgsql set search_path = pg_catalog as $$
declare c text;
begin
  execute format('revoke all on function %s from public', f);
  execute format('alter function %s owner to homeward_definer', f);
  foreach c in array callers loop
    execute format('grant execute on function %s to %I', f, c);
  end loop;
end $$;
revoke all on procedure platform.definer(regprocedure, text[]) from public;

-- An owner view: security_barrier, the definer's, readable by the named roles. The catalogue check wants its name in db/owner-views.txt.
create procedure platform.owner_view(v regclass, variadic readers text[]) language plpgsql set search_path = pg_catalog as $$
declare c text;
begin
  execute format('alter view %s set (security_barrier = true)', v);
  execute format('alter view %s owner to homeward_definer', v);
  execute format('revoke all on %s from public', v);
  foreach c in array readers loop
    execute format('grant select on %s to %I', v, c);
  end loop;
end $$;
revoke all on procedure platform.owner_view(regclass, text[]) from public;

create table platform.installation (
  only_one   boolean primary key default true check (only_one),
  id         uuid not null default gen_random_uuid(),
  kind       text not null check (kind in ('real', 'demo')),
  country    text not null,
  created_at timestamptz not null default now()
);

-- What an answered write answered, so that a retry gets the same answer and does nothing. Answers hold ids and codes, never a person.
create table platform.idempotency (
  worker_id    uuid not null,
  key          uuid not null,
  request_hash bytea not null check (length(request_hash) = 32),
  status       smallint,
  answer       jsonb,
  made_at      timestamptz not null default now(),
  primary key (worker_id, key)
);

-- Files as received: the sealed bytes lie on disk, the row is written after they are safe there.
create table platform.file (
  id            uuid primary key default uuidv7(),
  kind          text not null,                       -- type by content, never by name
  bytes         bigint not null check (bytes >= 0),
  sha256        bytea not null check (length(sha256) = 32),   -- of the original: it is evidence
  sealed_key    bytea not null,                      -- the file's own key, sealed to the vault's public key
  made_at       timestamptz not null default now(),
  blocked_at    timestamptz                          -- "this is abuse of a child": no view opens it again
);

-- ── sessions ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table sessions.credential (
  worker_id      uuid primary key,
  login          text not null unique check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  password_hash  text not null,                      -- argon2id, PHC string
  totp_sealed    bytea,                              -- opened by the vault only
  totp_last_step bigint not null default 0,          -- a code works once
  failures       int not null default 0,
  wait_until     timestamptz not null default '-infinity',
  disabled_at    timestamptz,
  changed_at     timestamptz not null default now()
);

create table sessions.session (
  token_hash  bytea primary key check (length(token_hash) = 32),
  id          uuid not null unique default gen_random_uuid(),
  worker_id   uuid not null,
  label       text not null default '',              -- "Firefox, Linux": enough to recognise one's own, no more
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  level       smallint not null check (level in (0, 1, 2)),  -- 0 owes its second factor, 1 signed in, 2 stepped up
  level_at    timestamptz,
  revoked_at  timestamptz,
  job_id      uuid                                   -- a job's token: lives while the job is locked
);
create index on sessions.session (worker_id, expires_at) where revoked_at is null;

create table sessions.passkey (
  credential_id bytea primary key,
  worker_id     uuid not null,
  public_key    bytea not null,
  counter       bigint not null,
  transports    text[] not null default '{}',
  label         text not null default '',
  created_at    timestamptz not null default now(),
  last_used_at  timestamptz
);
create index on sessions.passkey (worker_id);

create table sessions.challenge (
  id         uuid primary key default gen_random_uuid(),
  worker_id  uuid,
  kind       text not null check (kind in ('passkey-register', 'passkey-sign-in', 'totp')),
  secret     bytea not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- A lost sign-in comes back only with a second person; takes effect at once, is ratified or falls after 12 h (harm.md, rule 11).
create table sessions.recovery (
  id           uuid primary key default uuidv7(),
  worker_id    uuid not null,
  asked_at     timestamptz not null default now(),
  vouched_by   uuid,
  vouched_at   timestamptz,
  code_hash    bytea,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  ratified_by  uuid,
  ratified_at  timestamptz,
  check (vouched_by is distinct from worker_id and ratified_by is distinct from worker_id)
);
create index on sessions.recovery (worker_id, asked_at desc);

create table sessions.setup_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- ── log ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table log.pending (
  id   uuid primary key default uuidv7(),
  leaf bytea not null check (length(leaf) between 1 and 65535)
);

create table log.entry (
  seq       bigint primary key check (seq >= 0),
  id        uuid not null unique,
  leaf      bytea not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32)
);

create table log.tile (
  level  smallint not null,
  index  bigint not null,
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (level, index)
);

create table log.checkpoint (
  size bigint primary key,
  root bytea not null check (length(root) = 32),
  note text not null,
  at   timestamptz not null default now()
);

-- What the leaf's hash stands for: ids, codes and times; never a name, never free text. Erasable; the tree stays whole.
create table log.detail (
  entry_id    uuid primary key,
  at          timestamptz not null,
  worker_id   uuid,
  session_id  uuid,
  agency_id   uuid,
  case_id     uuid,
  subject_kind text not null,
  subject_id  uuid,
  verb        text not null,
  outcome     text not null,
  purpose     text,
  salt        bytea not null check (length(salt) = 16),
  details     jsonb not null,
  -- The very text that the leaf's hash covers, the ids among it: so that no entry can be made another person's afterwards.
  exact       text not null
);
create index on log.detail (case_id, at desc) where case_id is not null;
create index on log.detail (worker_id, at desc) where worker_id is not null;
create index on log.detail (subject_id, at desc) where subject_id is not null;

create table log.alias (
  kind    text not null,
  subject uuid not null,
  alias   bytea not null default decode(replace(gen_random_uuid()::text, '-', ''), 'hex') check (length(alias) = 16),
  primary key (kind, subject)
);

-- Nobody changes what was integrated, not even its owner.
create function log.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'the log is append-only' using errcode = 'HW403';
end $$;
create trigger append_only before update or delete on log.entry for each row execute function log.refuse_change();
create trigger append_only_all before truncate on log.entry for each statement execute function log.refuse_change();
create trigger append_only before update or delete on log.checkpoint for each row execute function log.refuse_change();

do $$
declare t regclass;
begin
  for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('platform', 'sessions', 'log') and c.relkind = 'r' loop
    execute format('alter table %s owner to homeward_owner', t);
  end loop;
end $$;
alter function log.refuse_change() owner to homeward_owner;
