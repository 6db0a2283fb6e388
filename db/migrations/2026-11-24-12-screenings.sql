-- Screening begins where somebody says something: a report is screened before there is a case. When a case is opened its screenings go along.
create table reports.screenings (
  id              uuid primary key default uuidv7(),
  report_id       uuid not null references reports.reports,
  jurisdiction_id uuid not null,
  made_at         timestamptz not null default now(),
  made_by         uuid not null,
  made_agency     uuid not null,
  rules           jsonb not null,                          -- list ids and versions, frozen
  answers         jsonb not null,                          -- codes only
  advice          jsonb not null,
  sealed          bytea                                    -- notes to the answers, to the intake key
);
create index on reports.screenings (report_id, made_at desc);
alter table reports.screenings owner to homeward_owner;
alter table reports.screenings enable row level security;
alter table reports.screenings force row level security;

-- Under which agency somebody decided or signed: a home's worker is not named to whoever may not know the home.
alter table cases.screenings
  add column on_report            boolean not null default false,
  add column decided_agency       uuid,
  add column countersigned_agency uuid;
