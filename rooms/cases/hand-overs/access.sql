-- Hand-overs: from one shift of a unit to the next. Only the unit's people who see the case and the writer read one: a home's night note
-- tells where a child sleeps.
set local check_function_bodies = off;

call access.guard_case_table('cases.hand_overs', false);
create policy for_the_unit on cases.hand_overs as restrictive for select to homeward_app using (
  written_by = (select access.actor()) or unit_id = (select s.unit_id from access.actor_snapshot() s));
grant select on cases.hand_overs to homeward_app;

-- Writes one under the unit's next number. Numbers have no gaps: a number is taken and the row written, or neither.
create or replace function cases.write_hand_over(new_id uuid, of_case uuid, to_unit uuid, ends timestamptz, words bytea)
returns cases.hand_overs
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; h cases.hand_overs;
begin
  select * into me from access.actor_snapshot();
  if not access.sees(of_case) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if to_unit is distinct from me.unit_id and not cases.unit_on_case(of_case, to_unit) then
    raise exception 'not on the case' using errcode = 'HW422', detail = 'unit-not-on-case';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('hand-over/' || to_unit::text, 0));
  insert into cases.hand_overs (id, unit_id, jurisdiction_id, case_id, written_by, until, sealed, number)
  select new_id, to_unit, d.jurisdiction_id, of_case, me.worker_id, ends, words,
         1 + coalesce((select max(x.number) from cases.hand_overs x where x.unit_id = to_unit), 0)
    from access.door d where d.case_id = of_case
  returning * into h;
  return h;
end $$;
call platform.definer('cases.write_hand_over(uuid, uuid, uuid, timestamptz, bytea)', 'homeward_app');

-- Somebody of the unit says that they have read it; the first one's word stays.
create or replace function cases.read_hand_over(which uuid, of_case uuid) returns cases.hand_overs
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; h cases.hand_overs;
begin
  select * into me from access.actor_snapshot();
  select * into h from cases.hand_overs x where x.id = which and x.case_id = of_case for update;
  if h.id is null or not access.sees(of_case) or (h.unit_id is distinct from me.unit_id and h.written_by <> me.worker_id) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if h.written_by = me.worker_id then
    raise exception 'another reads it' using errcode = 'HW422', detail = 'hand-over-own';
  end if;
  if h.read_at is null then
    update cases.hand_overs x set read_by = me.worker_id, read_at = statement_timestamp() where x.id = which returning * into h;
    perform log.record('hand-over-read', 'hand-over', which, of_case, 'done', null, null, jsonb_build_object('number', h.number));
  end if;
  return h;
end $$;
call platform.definer('cases.read_hand_over(uuid, uuid)', 'homeward_app');

-- One case's hand-overs, with the names of who wrote and who read.
create or replace function cases.hand_overs_of(of_case uuid)
returns table (id uuid, number int, unit_id uuid, unit jsonb, written_at timestamptz, writer jsonb, mine boolean, until timestamptz,
  reader jsonb, read_at timestamptz, sealed bytea)
language sql stable security definer set search_path = pg_catalog as $$
  with me as materialized (select s.worker_id, s.unit_id from access.actor_snapshot() s)
  select h.id, h.number, h.unit_id, u.names, h.written_at, w.names, h.written_by = me.worker_id, h.until, r.names, h.read_at, h.sealed
    from me
    join cases.hand_overs h on h.case_id = of_case and (h.written_by = me.worker_id or h.unit_id = me.unit_id)
    join agencies.unit u on u.id = h.unit_id
    join agencies.worker w on w.id = h.written_by
    left join agencies.worker r on r.id = h.read_by
   where (select access.sees(of_case))
   order by h.written_at desc, h.id desc limit 200
$$;
call platform.definer('cases.hand_overs_of(uuid)', 'homeward_app');

-- What my unit was handed and nobody has said to have read: driven by the unit's own index, the last fortnight.
create or replace function cases.my_hand_overs()
returns table (id uuid, case_id uuid, ref text, sex smallint, age smallint, age_basis smallint, situation text, district text,
  number int, written_at timestamptz, writer jsonb, until timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  with me as materialized (select s.worker_id, s.unit_id from access.actor_snapshot() s),
       mine as materialized (select access.principals() as p)
  select h.id, h.case_id, k.ref, k.subject_sex, k.subject_age, k.age_basis, k.situation, k.district, h.number, h.written_at, w.names, h.until
    from me cross join mine
    join cases.hand_overs h on h.unit_id = me.unit_id and h.until > statement_timestamp() - interval '14 days'
    join cases.cases k on k.id = h.case_id
    join agencies.worker w on w.id = h.written_by
   where h.read_at is null and h.written_by <> me.worker_id
     and (k.supervisors_id = any(mine.p) or exists (select from access.my_reader r where r.case_id = h.case_id offset 0))
     and h.case_id <> all (array(select x.case_id from access.my_recusal x))
   order by h.until, h.id limit 100
$$;
call platform.definer('cases.my_hand_overs()', 'homeward_app');
