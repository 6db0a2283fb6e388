-- Identities: the vault. One sealed record per person, opened through one door.
create schema identities authorization homeward_owner;
grant usage on schema identities to homeward_definer, homeward_app, homeward_vault;

-- Who is known to have an identity here; no name. Visible to whoever sees the case.
create table identities.person (
  id              uuid primary key,
  case_id         uuid not null references access.door,
  jurisdiction_id uuid not null,
  section         smallint not null check (section in (1, 2, 7)),   -- identity; a place (location); a suspect
  version         int not null default 1,
  sealed_at       timestamptz not null default now(),
  sealed_by       uuid not null,
  erased_at       timestamptz
);
create index on identities.person (case_id);
create index on identities.person (jurisdiction_id, id);

-- The sealed bytes, padded to 256; additional data binds table, column, row and key version. Only the vault's functions reach them.
create table identities.record (
  person_id   uuid primary key references identities.person,
  key_version int not null,
  sealed      bytea not null check (length(sealed) > 0)
);

-- An opening: asked in one committed transaction with its log entry, released in the next, once, to that session, for 60 s.
create table identities.opening (
  id            uuid primary key default uuidv7(),
  person_id     uuid not null references identities.person,
  case_id       uuid not null,
  worker_id     uuid not null,
  session_id    uuid not null,
  reason        text not null,                       -- a code: a live duty, hearing, search for family, …
  reason_sealed bytea,                               -- typed, where no duty explains
  entry_id      uuid not null,
  asked_at      timestamptz not null default clock_timestamp(),
  asked_in      xid8 not null default pg_current_xact_id(),   -- release refuses the transaction that asked
  released_at   timestamptz
);
create index on identities.opening (person_id, asked_at desc);

-- Exact search by phone or document number: truncated keyed hashes, a key per agency.
create table identities.exact_key (
  agency_id uuid not null,
  kind      smallint not null check (kind in (1, 2)),   -- phone, document number
  blind     bytea not null check (length(blind) = 16),
  person_id uuid not null references identities.person,
  case_id   uuid not null,
  primary key (agency_id, kind, blind, person_id)
);
create index on identities.exact_key (person_id);

-- The erasure list: replayed on the key store after each restore, before any release.
create table identities.erasure (
  person_id uuid primary key,
  asked_by  uuid not null,
  approval  uuid not null,
  at        timestamptz not null default now()
);

do $$
declare t regclass;
begin
  for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'identities' and c.relkind = 'r' loop
    execute format('alter table %s owner to homeward_owner', t);
  end loop;
end $$;
