-- Casework: plan, consent, documents, hand-over and assessments get what their acts need. The tables of the first four are those of
-- 2026-11-24-04-cases.sql and were empty until now.

-- A health task is a headline to whoever does not hold health (harm.md, rule 2), so goals and tasks carry a section; a task's kind is a
-- code, so that My day can say what is due without opening anything.
alter table cases.goals add column section smallint check (section between 1 and 9);
alter table cases.tasks add column section smallint check (section between 1 and 9);
alter table cases.tasks add column kind text not null default 'other' check (kind ~ '^[a-z][a-z-]{1,39}$');
alter table cases.tasks add check ((done_at is null) = (done_how is null));
alter table cases.tasks add check (done_how <> 'done-late' or late_reason is not null);

-- Whom this way reaches; null: the child.
alter table cases.contact_rules add column person_id uuid references cases.people;

-- Running numbers of one unit's slips: a gap shows (harm.md, rule 15).
alter table cases.hand_overs add column number int not null check (number > 0);
alter table cases.hand_overs add constraint one_number_a_unit unique (unit_id, number);

-- A dated look at the child's situation. Made again later, all are kept; a finding stands in its own domain's section.
create table cases.assessments (
  id              uuid primary key,
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  section         smallint check (section between 1 and 9),
  kind            text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  made_on         date not null,
  recorded_at     timestamptz not null default now(),
  made_by         uuid not null,
  made_agency     uuid not null,
  follows         uuid references cases.assessments,
  child_heard     text not null check (child_heard in ('alone', 'with-others', 'not-heard')),
  review_on       date,
  sealed          bytea not null,                          -- what is best for the child, and why
  view_sealed     bytea                                    -- the child's own view; section own words
);
create index on cases.assessments (case_id, made_on desc);

create table cases.findings (
  id              uuid primary key,
  assessment_id   uuid not null references cases.assessments,
  case_id         uuid not null references cases.cases,
  jurisdiction_id uuid not null,
  section         smallint check (section between 1 and 9),
  domain          text not null check (domain ~ '^[a-z][a-z-]{1,39}$'),
  level           text not null check (level in ('safe', 'concern', 'danger', 'not-known')),
  made_by         uuid not null,
  sealed          bytea,
  unique (assessment_id, domain)
);
create index on cases.findings (case_id, assessment_id);

alter table cases.assessments owner to homeward_owner;
alter table cases.findings owner to homeward_owner;
