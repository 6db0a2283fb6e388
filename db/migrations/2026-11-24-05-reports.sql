-- Reports: someone says something. Words are sealed to the intake key before they reach the database; codes order the inbox.
create schema reports authorization homeward_owner;
grant usage on schema reports to homeward_definer, homeward_app, homeward_public, homeward_vault;

create table reports.reports (
  id              uuid primary key default uuidv7(),
  jurisdiction_id uuid not null references agencies.jurisdiction,
  channel         smallint not null check (channel in (1, 2, 3)),     -- public form, helpline call, an agency
  language        text not null default 'en',
  received_at     timestamptz not null default statement_timestamp(),
  entered_at      timestamptz not null default statement_timestamp(), -- a call that came on paper has two times
  desk_id         int not null references access.principal,           -- the unit that answers for it
  supervisors_id  int not null references access.principal,
  danger          smallint not null default 2 check (danger in (0, 1, 2)),   -- 0 now, 1 no, 2 not sure: sorted by danger first
  is_draft        boolean not null default false,                     -- a call under way, saved in parts
  status          smallint not null default 1 check (status between 1 and 8),
    -- 1 new, 2 claimed, 3 a case was opened, 4 forwarded, 5 merged, 6 not for us, 7 spam, 8 answered
  codes           jsonb not null default '{}',                        -- triage, nothing typed
  district        text,
  situation       text,
  about_agency    uuid,                                               -- a complaint: never reaches that agency
  sealed          bytea,                                              -- box to the intake key
  token_hash      bytea unique check (length(token_hash) = 32),       -- made by the server, one form one report
  body_hash       bytea check (length(body_hash) = 32),
  receipt_hash    bytea unique check (length(receipt_hash) = 32),     -- slow hash of five spoken words
  place_key       bytea check (length(place_key) = 16),               -- keyed hash of the place, made when it is first read
  caller_key      bytea check (length(caller_key) = 16),              -- keyed hash of a caller's number, per agency
  taken_by        uuid,
  claimed_by      uuid,
  claimed_at      timestamptz,
  first_read_at   timestamptz,
  merged_into     uuid references reports.reports,
  case_id         uuid,
  where_to        text,                                               -- not for us: where instead, a code
  reopened_at     timestamptz,
  version         int not null default 1,
  check (merged_into is distinct from id)
);
create index reports_inbox on reports.reports (desk_id, danger, received_at desc, id desc) where status in (1, 2) and not is_draft;
create index reports_all on reports.reports (desk_id, received_at desc, id desc);
create index on reports.reports (supervisors_id, received_at desc, id desc);
create index on reports.reports (jurisdiction_id, id);
create index on reports.reports (place_key) where place_key is not null;
create index on reports.reports (caller_key) where caller_key is not null;
create index on reports.reports (merged_into) where merged_into is not null;

create table reports.messages (
  id              uuid primary key default uuidv7(),
  report_id       uuid not null references reports.reports,
  jurisdiction_id uuid not null,
  from_us         boolean not null,
  sent_at         timestamptz not null default statement_timestamp(),
  sent_by         uuid,
  token_hash      bytea unique check (length(token_hash) = 32),
  sealed          bytea not null,
  check (from_us = (sent_by is not null))
);
create index on reports.messages (report_id, sent_at);

create table reports.attachments (
  id              uuid primary key default uuidv7(),
  report_id       uuid not null references reports.reports,
  jurisdiction_id uuid not null,
  file_id         uuid not null references platform.file,
  added_at        timestamptz not null default statement_timestamp(),
  first_opened_at timestamptz
);
create index on reports.attachments (report_id);

-- What one person set aside, another reads again within 24 h, drawn by lot.
create table reports.second_reads (
  id              uuid primary key default uuidv7(),
  report_id       uuid not null references reports.reports,
  jurisdiction_id uuid not null,
  act             text not null check (act in ('merged', 'forwarded', 'not-for-us', 'spam', 'blocked')),
  acted_by        uuid not null,
  acted_at        timestamptz not null default statement_timestamp(),
  reader          uuid not null,
  due_at          timestamptz not null,
  verdict         text check (verdict in ('agree', 'reopen')),
  read_at         timestamptz,
  check (reader <> acted_by)
);
create index on reports.second_reads (reader, due_at) where verdict is null;
create index on reports.second_reads (report_id);

create table reports.history (
  id              uuid primary key default uuidv7(),
  report_id       uuid not null references reports.reports,
  jurisdiction_id uuid not null,
  at              timestamptz not null default statement_timestamp(),
  by_worker       uuid,
  act             text not null,
  codes           jsonb not null default '{}',
  sealed          bytea                                               -- the reason, as typed
);
create index on reports.history (report_id, at);

do $$
declare t regclass;
begin
  for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'reports' and c.relkind = 'r' loop
    execute format('alter table %s owner to homeward_owner', t);
  end loop;
end $$;
