-- What the program does with reports by itself: one thing, and it decides nothing about a report.
set local check_function_bodies = off;

-- A second reading that was not done in time is drawn anew, by lot, to somebody who has not had it. Who missed it is kept for oversight.
create or replace function reports.redraw_second_reads() returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare s record; drawn uuid; again int := 0; nobody int := 0;
begin
  for s in select x.*, r.about_agency, r.case_id from reports.second_reads x join reports.reports r on r.id = x.report_id
            where x.verdict is null and x.due_at < statement_timestamp() order by x.due_at limit 500 for update of x skip locked loop
    select q.worker_id into drawn
      from agencies.posting q join agencies.unit u on u.id = q.unit_id join agencies.agency a on a.id = u.agency_id
     where q.during @> statement_timestamp() and a.kind = 'helpline' and not a.is_oversight and a.id is distinct from s.about_agency
       and q.roles && array['helpline-worker', 'supervisor'] and q.worker_id <> s.acted_by and q.worker_id <> s.reader
       and q.worker_id <> all (s.missed_by)
       and not exists (select from access.recusal y where y.worker_id = q.worker_id and y.case_id = s.case_id and y.ended_at is null)
     order by random() limit 1;
    if drawn is null then
      nobody := nobody + 1;    -- it stays where it is, late, and stands on oversight's list
      continue;
    end if;
    update reports.second_reads set reader = drawn, missed_by = missed_by || s.reader, due_at = statement_timestamp() + interval '24 hours' where id = s.id;
    insert into reports.history (report_id, jurisdiction_id, act, codes)
    values (s.report_id, s.jurisdiction_id, 'second-read-redrawn', jsonb_build_object('of', s.act, 'times', cardinality(s.missed_by) + 1));
    perform log.append('system', null, null, null, null, 'report', s.report_id, 'second-read-redrawn', 'done', null, null,
                       jsonb_build_object('missed', s.reader, 'drawn', drawn));
    perform pg_notify('homeward', json_build_object('what', 'second-read', 'worker', drawn)::text);
    again := again + 1;
  end loop;
  return jsonb_build_object('redrawn', again, 'nobody', nobody);
end $$;
call platform.definer('reports.redraw_second_reads()', 'homeward_jobs');
