-- The plan: goals and tasks. A goal in a section is there only for who holds the section; a task in one is a headline to everybody else on
-- the case ("a health task, late"), so that a late duty is never invisible (harm.md, rule 2).
set local check_function_bodies = off;

call access.guard_case_table('cases.goals', true);
grant select, insert on cases.goals to homeward_app;
grant update (ended_at, outcome, review_on, version, sealed) on cases.goals to homeward_app;
call access.guard_case_table('cases.tasks', true);
grant select, insert on cases.tasks to homeward_app;
grant update (owner_unit, owner_worker, due_at, done_at, done_by, done_how, late_reason, version) on cases.tasks to homeward_app;

-- May this unit be given a task or a hand-over of this case: is it on the case, as a unit or by one of its people? A home that the asker
-- may not know of is not.
create or replace function cases.unit_on_case(of_case uuid, wanted uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select access.sees(of_case) and exists (
    select from access.membership m
      join access.principal p on p.id = m.principal_id
      left join agencies.posting q on p.kind = 1 and q.worker_id = p.subject and q.during @> statement_timestamp()
      join agencies.unit u on u.id = case p.kind when 2 then p.subject else q.unit_id end
     where m.case_id = of_case and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp()
       and u.id = wanted and u.closed_at is null and access.agency_label(of_case, u.agency_id) is not null)
$$;
call platform.definer('cases.unit_on_case(uuid, uuid)', 'homeward_app');

-- The tasks of one case as this reader may read them. A task stays with its unit when its worker has left the chair: then nobody is named.
create or replace function cases.tasks_of(of_case uuid)
returns table (id uuid, goal_id uuid, section smallint, held boolean, kind text, unit_id uuid, unit jsonb, agency jsonb, from_home boolean,
  worker_id uuid, worker jsonb, due_at timestamptz, made_at timestamptz, done_at timestamptz, done_how text, late_reason text, version int,
  sealed bytea)
language sql stable security definer set search_path = pg_catalog as $$
  with mine as (select coalesce(array_agg(s.section), '{}') as sections from access.my_sections s where s.case_id = of_case)
  select t.id, case when h.held then t.goal_id end, t.section, h.held, case when h.held then t.kind end,
         case when n.label is not null then t.owner_unit end, case when n.label is not null then u.names end, n.label, a.name_is_location,
         case when n.label is not null then w.id end, case when n.label is not null then w.names end,
         t.due_at, t.made_at, t.done_at, case when h.held then t.done_how end, case when h.held then t.late_reason end, t.version,
         case when h.held then t.sealed end
    from cases.tasks t
    join agencies.unit u on u.id = t.owner_unit
    join agencies.agency a on a.id = u.agency_id
    left join agencies.posting q on q.worker_id = t.owner_worker and q.unit_id = t.owner_unit and q.during @> statement_timestamp()
    left join agencies.worker w on w.id = q.worker_id
    cross join mine
    cross join lateral (select t.section is null or t.section = any(mine.sections) as held) h
    cross join lateral (select access.agency_label(of_case, a.id) as label) n
   where t.case_id = of_case and (select access.sees(of_case))
   order by t.done_at is not null, t.due_at, t.id limit 500
$$;
call platform.definer('cases.tasks_of(uuid)', 'homeward_app');

-- What my unit has to do, over all cases: driven by the unit's own index of open tasks. Codes only: nothing is opened for a list.
create or replace function cases.my_tasks(at_most int default 100)
returns table (id uuid, case_id uuid, ref text, sex smallint, age smallint, age_basis smallint, situation text, district text,
  section smallint, held boolean, kind text, due_at timestamptz, made_at timestamptz, whose text, worker jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  with me as materialized (select s.worker_id, s.unit_id from access.actor_snapshot() s),
       mine as materialized (select access.principals() as p)
  select t.id, t.case_id, k.ref, k.subject_sex, k.subject_age, k.age_basis, k.situation, k.district, t.section, h.held,
         case when h.held then t.kind end, t.due_at, t.made_at,
         case when t.owner_worker = me.worker_id then 'me' when q.worker_id is null then 'unit' else 'colleague' end,
         case when t.owner_worker <> me.worker_id then w.names end
    from me cross join mine
    cross join lateral (select x.* from cases.tasks x where x.owner_unit = me.unit_id and x.done_at is null order by x.due_at limit least(at_most, 500)) t
    join cases.cases k on k.id = t.case_id
    left join agencies.posting q on q.worker_id = t.owner_worker and q.unit_id = t.owner_unit and q.during @> statement_timestamp()
    left join agencies.worker w on w.id = q.worker_id
    cross join lateral (select t.section is null
       or exists (select from access.my_sections s where s.case_id = t.case_id and s.section = t.section offset 0) as held) h
   where (k.supervisors_id = any(mine.p) or exists (select from access.my_reader r where r.case_id = t.case_id offset 0))
     and t.case_id <> all (array(select x.case_id from access.my_recusal x))
   order by t.due_at, t.id
$$;
call platform.definer('cases.my_tasks(int)', 'homeward_app');

-- Who wrote a change, by name; nobody of a home to whoever may not know of it.
create or replace function cases.writer_of(of_case uuid, who uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select w.names from agencies.worker w
    left join agencies.posting q on q.worker_id = w.id and q.during @> statement_timestamp()
    left join agencies.unit u on u.id = q.unit_id
   where w.id = who and (select access.sees(of_case)) and (u.id is null or access.agency_label(of_case, u.agency_id) is not null)
$$;
call platform.definer('cases.writer_of(uuid, uuid)', 'homeward_app');

-- A unit with open tasks is not closed: nobody would do them.
create or replace function cases.keep_unit_open() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from cases.tasks t where t.owner_unit = new.id and t.done_at is null) then
    raise exception 'open tasks lie there' using errcode = 'HW422', detail = 'unit-has-tasks';
  end if;
  return null;
end $$;
call platform.definer('cases.keep_unit_open()');
create or replace trigger keep_unit_open after update of closed_at on agencies.unit
  for each row when (old.closed_at is null and new.closed_at is not null) execute function cases.keep_unit_open();
