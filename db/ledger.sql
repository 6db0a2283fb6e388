-- What was applied to this database. Run before the migrations, so that the first of them has where to be written down.
do $$
declare t text;
begin
  if to_regclass('platform.access_file') is not null then return; end if;

  create schema if not exists platform authorization homeward_owner;

  create table platform.migration (
    name       text primary key,
    checksum   text not null check (checksum ~ '^[0-9a-f]{64}$'),   -- sha256 of the file
    applied_at timestamptz not null default now()
  );

  -- The access files as last applied, in their order.
  create table platform.access_file (
    place      int primary key,
    name       text not null unique,
    checksum   text not null check (checksum ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz not null default now()
  );

  foreach t in array array['platform.migration', 'platform.access_file'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    -- A migrator that is no superuser is a member of the owner.
    execute format('create policy migrator on %s to homeward_owner using (true) with check (true)', t);
    execute format('create policy admin_reads on %s for select to homeward_admin using (true)', t);
    execute format('grant select on %s to homeward_admin', t);
    execute format('alter table %s owner to homeward_owner', t);
  end loop;
end $$;
