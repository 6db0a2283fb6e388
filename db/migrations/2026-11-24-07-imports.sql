-- Imports: bringing existing work in. A file of an agency is one row, whoever brings it; its rows wait here until all come in together.
create table cases.imports (
  id              uuid primary key,                       -- random: ids of its cases and people are derived from it
  jurisdiction_id uuid not null,
  agency_id       uuid not null references agencies.agency,
  owner_id        int not null references access.principal,   -- the unit that will own the cases
  supervisors_id  int not null references access.principal,
  file_hash       bytea not null check (length(file_hash) = 32),
  file_id         uuid references platform.file,          -- sealed on disk; destroyed with the last step: its copy would outlive an erasure
  layout          text not null,
  bytes           bigint not null check (bytes > 0),
  sealed          bytea,                                  -- name, mapping, corrections: headers and cells may name people
  revision        int not null default 1,                 -- of what is sealed here
  state           text not null default 'open' check (state in ('open', 'staging', 'staged', 'in')),
  rows_planned    int not null default 0 check (rows_planned >= 0),
  rows_staged     int not null default 0 check (rows_staged >= 0),
  staged_line     int not null default 0,                 -- staging goes on behind this line
  rows_in         int,
  begun_at        timestamptz not null default now(),
  begun_by        uuid not null,
  changed_at      timestamptz not null default now(),
  in_at           timestamptz,
  in_by           uuid,
  unique (agency_id, file_hash),
  check ((state = 'in') = (rows_in is not null)),
  check ((state = 'in') = (file_id is null)),
  check ((state = 'in') = (sealed is null))
);
create index on cases.imports (owner_id, changed_at desc);
create index on cases.imports (supervisors_id, changed_at desc);

-- A planned case, ready to be written: codes, days and ids in the open, every text sealed under the keys of the case and its people.
create table cases.import_rows (
  import_id       uuid not null references cases.imports on delete cascade,
  jurisdiction_id uuid not null,
  line            int not null check (line > 0),
  plan            jsonb not null,
  primary key (import_id, line)
);

-- What an agency decided about a file's columns, for the next file with the same ones.
create table cases.import_mappings (
  agency_id       uuid not null references agencies.agency,
  jurisdiction_id uuid not null,
  signature       bytea not null check (length(signature) = 32),
  sealed          bytea not null,
  kept_at         timestamptz not null default now(),
  kept_by         uuid not null,
  primary key (agency_id, signature)
);

do $$
declare t text;
begin
  foreach t in array array['imports', 'import_rows', 'import_mappings'] loop
    execute format('alter table cases.%I owner to homeward_owner', t);
  end loop;
end $$;
