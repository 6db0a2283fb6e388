-- Agencies: who works here. Access: who may see what.
create schema agencies authorization homeward_owner;
create schema access authorization homeward_owner;
grant usage on schema agencies to homeward_definer, homeward_app, homeward_oversight, homeward_vault, homeward_admin;
grant usage on schema access to homeward_definer, homeward_app, homeward_signin, homeward_oversight, homeward_vault, homeward_jobs,
  homeward_admin;

create table agencies.jurisdiction (
  id    uuid primary key,
  code  text not null unique,                         -- ISO 3166-2, or the country's own
  names jsonb not null
);

create table agencies.district (
  code            text primary key,
  jurisdiction_id uuid not null references agencies.jurisdiction,
  names           jsonb not null
);

create table agencies.agency (
  id               uuid primary key default uuidv7(),
  jurisdiction_id  uuid not null references agencies.jurisdiction,
  kind             text not null,                     -- a code of the pack
  names            jsonb not null,
  name_is_location boolean not null,                  -- a home: outside the location section it is "a care home"
  is_oversight     boolean not null,
  closed_at        timestamptz
);

-- Which sections a kind of agency usually holds on a case: pack data. Whoever manages a case may give these to it without holding them.
create table agencies.kind_section (
  kind    text not null,
  section smallint not null check (section between 1 and 9),
  primary key (kind, section)
);

create table agencies.unit (
  id        uuid primary key default uuidv7(),
  agency_id uuid not null references agencies.agency,
  names     jsonb not null,
  closed_at timestamptz
);
create index on agencies.unit (agency_id);

create table agencies.territory (
  unit_id  uuid not null references agencies.unit,
  district text not null references agencies.district,
  primary key (unit_id, district)
);

create table agencies.worker (
  id        uuid primary key default uuidv7(),
  names     jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),   -- by language; one is enough
  language  text not null default 'en',
  invented  boolean not null default false            -- the demonstration's cast
);

-- Where a worker serves, and as what. One unit at a time: the key says so.
create table agencies.posting (
  worker_id uuid not null references agencies.worker,
  unit_id   uuid not null references agencies.unit,
  roles     text[] not null,
  during    tstzrange not null check (not isempty(during)),
  primary key (worker_id, during without overlaps)
);
create index on agencies.posting (unit_id);

-- ── access ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table access.principal (
  id      int generated always as identity primary key,
  kind    smallint not null check (kind in (1, 2, 3, 4)),   -- worker, unit, task force, an agency's supervisors
  subject uuid not null,
  unique (kind, subject)
);

create table access.worker_principal (
  worker_id    uuid not null,
  principal_id int not null references access.principal,
  valid_from   timestamptz not null default now(),
  valid_until  timestamptz not null default 'infinity',
  primary key (worker_id, principal_id, valid_from)
);

-- One door per case: who owns it, whose supervisors see it, whether it is open. access knows no more of a case.
create table access.door (
  case_id         uuid primary key,
  jurisdiction_id uuid not null,
  owner_id        int not null references access.principal,
  supervisors_id  int not null references access.principal,
  is_open         boolean not null default true,
  sort_at         timestamptz not null,
  unique (case_id, supervisors_id)
);

create table access.membership (
  case_id      uuid not null references access.door,
  principal_id int not null references access.principal,
  purpose      smallint not null,
  valid_from   timestamptz not null default now(),
  valid_until  timestamptz not null,
  is_open      boolean not null,
  sort_at      timestamptz not null,
  basis        text not null,                         -- a code: owner, referral, joint-work, order-of-court, …
  granted_by   uuid not null,
  primary key (case_id, principal_id, valid_from) include (valid_until)
);
create index membership_inbox on access.membership (principal_id, sort_at desc, case_id desc) include (valid_until, valid_from) where is_open;

create table access.section_grant (
  case_id      uuid not null references access.door,
  principal_id int not null references access.principal,
  section      smallint not null check (section between 1 and 9),
  valid_from   timestamptz not null default now(),
  valid_until  timestamptz not null,
  basis        text not null,
  granted_by   uuid not null,
  primary key (case_id, principal_id, section, valid_from)
);

create table access.recusal (
  worker_id  uuid not null,
  case_id    uuid not null references access.door,
  basis      text not null,
  made_by    uuid not null,
  made_at    timestamptz not null default now(),
  ended_at   timestamptz,
  primary key (worker_id, case_id, made_at)
);
create index on access.recusal (worker_id, case_id) where ended_at is null;

-- A second person's word on one exact payload: once, expiring, drawn by lot from another agency.
create table access.approval (
  id            uuid primary key default uuidv7(),
  action        text not null,
  case_id       uuid not null references access.door,
  payload       jsonb not null,                       -- codes and ids; its text form is what the hash binds
  payload_hash  bytea not null check (length(payload_hash) = 32),
  reason_sealed bytea,
  asked_by      uuid not null,
  asked_at      timestamptz not null default now(),
  expires_at    timestamptz not null,
  second        uuid not null,
  decision      text check (decision in ('approved', 'declined')),
  decision_code text,
  decided_at    timestamptz,
  used_at       timestamptz,
  check (second <> asked_by)
);
create index on access.approval (second, expires_at) where decision is null;
create index on access.approval (case_id);

do $$
declare t regclass;
begin
  for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('agencies', 'access') and c.relkind = 'r' loop
    execute format('alter table %s owner to homeward_owner', t);
  end loop;
end $$;
