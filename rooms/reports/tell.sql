-- Reports tell that they changed (platform/events/access.sql says how).
set local check_function_bodies = off;

create or replace function reports.tell() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare r record;
begin
  for r in select x.id, x.desk_id, x.supervisors_id from reports.reports x where x.id = (to_jsonb(new) ->> tg_argv[0])::uuid loop
    perform pg_notify('homeward', json_build_object('what', 'report', 'id', r.id, 'to', array[r.desk_id, r.supervisors_id])::text);
  end loop;
  return null;
end $$;
call platform.definer('reports.tell()');
create or replace trigger tell after update on reports.reports for each row when (not new.is_draft) execute function reports.tell('id');
-- Not one from the public form (channel 1): reports.announce tells of it once it is on the disk.
create or replace trigger tell_new after insert on reports.reports for each row when (not new.is_draft and new.channel <> 1) execute function reports.tell('id');
create or replace trigger tell after insert on reports.messages for each row execute function reports.tell('report_id');

create or replace function reports.tell_reader() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_notify('homeward', json_build_object('what', 'second-read', 'worker', new.reader)::text);
  return null;
end $$;
call platform.definer('reports.tell_reader()');
create or replace trigger tell_reader after insert or update of reader on reports.second_reads for each row execute function reports.tell_reader();

-- What somebody took falls back to the desk when they serve there no longer: nobody else could tell that it lies.
create or replace function reports.put_back() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update reports.reports r set status = 1, claimed_by = null, claimed_at = null, version = r.version + 1
   where r.claimed_by = old.worker_id and r.status = 2 and not r.is_draft
     and r.desk_id = (select p.id from access.principal p where p.kind = 2 and p.subject = old.unit_id)
     and not exists (select from agencies.posting q where q.worker_id = old.worker_id and q.unit_id = old.unit_id and q.during @> statement_timestamp());
  return null;
end $$;
call platform.definer('reports.put_back()');
-- Deferred: a change of roles ends one posting and begins another in the same unit.
drop trigger if exists put_back on agencies.posting;
create constraint trigger put_back after update or delete on agencies.posting deferrable initially deferred for each row execute function reports.put_back();

-- A desk with reports that nobody has dealt with is not closed: nobody would read them.
create or replace function reports.keep_desk_open() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from reports.reports r join access.principal p on p.id = r.desk_id
              where p.kind = 2 and p.subject = new.id and r.status in (1, 2)) then
    raise exception 'reports lie there' using errcode = 'HW422', detail = 'unit-has-reports';
  end if;
  return null;
end $$;
call platform.definer('reports.keep_desk_open()');
create or replace trigger keep_desk_open after update of closed_at on agencies.unit
  for each row when (old.closed_at is null and new.closed_at is not null) execute function reports.keep_desk_open();
