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
