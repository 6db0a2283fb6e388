-- Cases: the child's case. Codes, dates and districts stand in the open; words about people are sealed under the case's key.
create schema cases authorization homeward_owner;
grant usage on schema cases to homeward_definer, homeward_app, homeward_vault, homeward_oversight;

create table cases.cases (
  id              uuid primary key,
  jurisdiction_id uuid not null,
  ref             text not null unique check (ref ~ '^HW-[0-9A-Z]{3}-[0-9A-Z]{3}$'),   -- random; tells nothing
  supervisors_id  int not null,                      -- the owner agency's supervisors, for the policy
  oversight_ref   uuid not null unique default gen_random_uuid(),
  is_open         boolean not null default true,
  subject_sex     smallint not null default 0 check (subject_sex in (0, 1, 2, 3)),      -- not known, girl, boy, another
  subject_age     smallint check (subject_age between 0 and 23),
  age_basis       smallint not null default 0 check (age_basis between 0 and 4),         -- not known, seems, said, papers, assessed
  is_child        smallint not null default 2 check (is_child in (0, 1, 2)),             -- no (settled by two), yes, not sure: a child
  situation       text not null default 'other',
  district        text,
  risk            smallint check (risk between 0 and 4),                                  -- immediate, high, medium, low, none
  risk_set_at     timestamptz,
  risk_respond_by timestamptz,
  origin          text not null default 'direct' check (origin in ('report', 'direct', 'import')),
  report_id       uuid,
  import_line     bigint,
  import_id       uuid,
  opened_at       timestamptz not null default now(),   -- when it was entered; also the sort key, which never changes
  happened_at     timestamptz,                           -- when contact was made
  opened_by       uuid not null,
  version         int not null default 1,
  foreign key (id, supervisors_id) references access.door (case_id, supervisors_id) on update cascade,
  unique (import_id, import_line)
);
create index on cases.cases (jurisdiction_id, id);
create index on cases.cases (ref text_pattern_ops);
create index on cases.cases (supervisors_id, opened_at desc, id) where is_open;

-- Tracks close one by one: care may close while justice stays open and owned (harm.md, rule 14).
create table cases.tracks (
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  track           smallint not null check (track in (1, 2)),   -- care, justice
  opened_at       timestamptz not null default now(),
  closed_at       timestamptz,
  outcome         text,
  closed_by       uuid,
  second          uuid,
  primary key (case_id, track),
  check ((closed_at is null) = (outcome is null))
);

-- Where the child is on the way home; stages run beside each other and back, so each arrival is a row.
create table cases.stages (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  stage           smallint not null check (stage between 1 and 7),   -- reported, safe, heard, cared for, justice, home, followed
  reached_at      timestamptz not null,
  left_at         timestamptz,
  recorded_at     timestamptz not null default now(),
  recorded_by     uuid not null
);
create index on cases.stages (case_id);

create table cases.people (
  id               uuid primary key,
  case_id          uuid not null references cases.cases,
  jurisdiction_id  uuid not null,
  role             smallint not null check (role between 1 and 6),  -- child, sibling, caregiver, suspect, other, person of concern
  relation         text,
  relation_claimed boolean not null default true,                   -- "mother" stays claimed until it is proved
  lives_with       boolean,
  section          smallint check (section = 7),                    -- suspects stand in their own section
  sex              smallint not null default 0,
  age              smallint,
  own_case_id      uuid,
  added_at         timestamptz not null default now(),
  added_by         uuid not null,
  ended_at         timestamptz,
  version          int not null default 1
);
create index on cases.people (case_id);

create table cases.events (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  section         smallint check (section between 1 and 9),
  kind            text not null,
  happened_at     timestamptz,
  happened_approx text,                                   -- 'day', 'month', 'season', 'about'
  recorded_at     timestamptz not null default now(),
  recorded_by     uuid not null,
  recorded_agency uuid not null,
  from_paper      boolean not null default false,
  corrects        uuid references cases.events,           -- back-dating is an added entry, never a change
  codes           jsonb not null default '{}',
  sealed          bytea
);
create index on cases.events (case_id, happened_at desc);

create table cases.notes (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  section         smallint check (section between 1 and 9),
  kind            text not null default 'note' check (kind in ('note', 'own-words', 'hand-over', 'decision')),
  written_at      timestamptz not null default now(),
  written_by      uuid not null,
  written_agency  uuid not null,
  corrects        uuid references cases.notes,
  codes           jsonb not null default '{}',
  sealed          bytea not null
);
create index on cases.notes (case_id, written_at desc);

create table cases.screenings (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  made_at         timestamptz not null default now(),
  made_by         uuid not null,
  made_agency     uuid not null,
  rules           jsonb not null,                          -- list ids and versions, frozen
  answers         jsonb not null,                          -- codes only
  advice          jsonb not null,
  sealed          bytea,                                   -- notes to the answers
  decision        text check (decision in ('trafficking', 'not-trafficking', 'not-yet')),
  decided_by      uuid,
  decided_at      timestamptz,
  decision_sealed bytea,
  countersigned_by uuid,
  countersigned_at timestamptz,
  review_on       date
);
create index on cases.screenings (case_id, made_at desc);

create table cases.risks (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  level           smallint not null check (level between 0 and 4),
  set_at          timestamptz not null default now(),
  set_by          uuid not null,
  respond_by      timestamptz,
  codes           jsonb not null default '{}',
  sealed          bytea
);
create index on cases.risks (case_id, set_at desc);

create table cases.goals (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  domain          text not null,
  sealed          bytea not null,
  made_at         timestamptz not null default now(),
  made_by         uuid not null,
  review_on       date not null,
  ended_at        timestamptz,
  outcome         text check (outcome in ('met', 'partly', 'abandoned')),
  version         int not null default 1
);
create index on cases.goals (case_id);

create table cases.tasks (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  goal_id         uuid references cases.goals,
  jurisdiction_id uuid not null,
  owner_unit      uuid not null,
  owner_worker    uuid,
  due_at          timestamptz not null,
  sealed          bytea not null,
  made_at         timestamptz not null default now(),
  made_by         uuid not null,
  done_at         timestamptz,
  done_by         uuid,
  done_how        text check (done_how in ('done', 'done-late', 'tried-not-seen', 'no-longer-needed')),
  late_reason     text,
  version         int not null default 1
);
create index on cases.tasks (case_id);
create index tasks_due on cases.tasks (owner_unit, due_at) include (case_id) where done_at is null;

create table cases.consents (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  person_id       uuid not null references cases.people,
  given_by        uuid references cases.people,
  purpose         text not null,
  receiver_agency uuid,
  channel         text,
  answer          text not null check (answer in ('yes', 'no', 'withdrawn', 'not-asked-danger')),
  is_assent       boolean not null,
  how             text not null,                           -- words, pictures, read aloud
  language        text not null,
  interpreter     boolean not null,
  who_present     text not null,
  to_please       text not null check (to_please in ('no', 'perhaps', 'yes')),
  mark            text not null check (mark in ('signature', 'thumb', 'voice', 'spoken')),
  given_at        timestamptz not null,
  ends_at         timestamptz not null,
  withdrawn_at    timestamptz,
  recorded_at     timestamptz not null default now(),
  recorded_by     uuid not null,
  sealed          bytea                                    -- the words as spoken
);
create index on cases.consents (case_id);

-- Whom it is safe to contact, how and when; section contact. Nothing outward leaves without it.
create table cases.contact_rules (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  section         smallint not null default 3 check (section = 3),
  channel         text not null,
  allowed         boolean not null,
  household       boolean not null,
  sealed          bytea,
  set_at          timestamptz not null default now(),
  set_by          uuid not null,
  ended_at        timestamptz
);
create index on cases.contact_rules (case_id);

-- Where she sleeps: a sealed record and nothing more until care/ exists. Section location.
create table cases.places (
  id              uuid primary key,
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  section         smallint not null default 2 check (section = 2),
  since           timestamptz not null,
  until           timestamptz,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null default now()
);
create index on cases.places (case_id);

create table cases.documents (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  section         smallint check (section between 1 and 9),
  file_id         uuid not null references platform.file,
  kind            text not null,
  added_at        timestamptz not null default now(),
  added_by        uuid not null,
  first_read_at   timestamptz,
  sealed          bytea                                    -- title as written
);
create index on cases.documents (case_id);

create table cases.hand_overs (
  id              uuid primary key default uuidv7(),
  unit_id         uuid not null,
  jurisdiction_id uuid not null,
  case_id         uuid not null references cases.cases,
  written_at      timestamptz not null default now(),
  written_by      uuid not null,
  until           timestamptz not null,
  sealed          bytea not null,
  read_by         uuid,
  read_at         timestamptz
);
create index on cases.hand_overs (unit_id, until desc);

-- Who changed what from what, and why. Values are codes; a changed sealed text is kept sealed.
create table cases.changes (
  id              uuid primary key default uuidv7(),
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  section         smallint,
  of_table        text not null,
  row_id          uuid not null,
  field           text not null,
  was             jsonb,
  became          jsonb,
  sealed          bytea not null,                          -- the reason, as typed
  changed_at      timestamptz not null default now(),
  changed_by      uuid not null
);
create index on cases.changes (case_id, changed_at desc);

-- The board's counts: one small row per agency, unit, state and risk (in four parts, so that openings do not queue on one row).
create table cases.board (
  supervisors_id int not null,
  owner_id       int not null,
  is_open        boolean not null,
  risk           smallint not null,                      -- 9: not set
  part           smallint not null,
  n              int not null,
  primary key (supervisors_id, owner_id, is_open, risk, part)
);

do $$
declare t regclass;
begin
  for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'cases' and c.relkind = 'r' loop
    execute format('alter table %s owner to homeward_owner', t);
  end loop;
end $$;
