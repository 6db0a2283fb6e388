-- Cases: who sees a child's case. The policy is the net; every query starts from the inbox, the case or the unit.
set local check_function_bodies = off;

call platform.guard('cases.cases');
create policy readers_see on cases.cases for select to homeward_app using (
  supervisors_id = any((select access.principals())::int[])                                -- first: OR short-circuits
  or exists (select from access.my_reader r where r.case_id = cases.id offset 0));          -- offset 0: no hashed alternative
create policy readers_change on cases.cases for update to homeward_app using (
  supervisors_id = any((select access.principals())::int[])
  or exists (select from access.my_reader r where r.case_id = cases.id offset 0));
create policy not_recused on cases.cases as restrictive for all to homeward_app using (
  id <> all (array(select case_id from access.my_recusal)));
grant select on cases.cases to homeward_app;
grant update (subject_sex, subject_age, age_basis, is_child, situation, district, risk, risk_set_at, risk_respond_by, version)
  on cases.cases to homeward_app;

call access.guard_case_table('cases.tracks', false);
grant select on cases.tracks to homeward_app;
call access.guard_case_table('cases.stages', false);
grant select, insert on cases.stages to homeward_app;
grant update (left_at) on cases.stages to homeward_app;
call access.guard_case_table('cases.people', true);
grant select, insert on cases.people to homeward_app;
grant update (role, relation, relation_claimed, lives_with, sex, age, own_case_id, ended_at, version) on cases.people to homeward_app;
call access.guard_case_table('cases.events', true);
grant select, insert on cases.events to homeward_app;
call access.guard_case_table('cases.notes', true);
grant select, insert on cases.notes to homeward_app;
call access.guard_case_table('cases.screenings', false);
grant select, insert on cases.screenings to homeward_app;
grant update (decision, decided_by, decided_agency, decided_at, decision_sealed, countersigned_by, countersigned_agency, countersigned_at, review_on) on cases.screenings to homeward_app;
call access.guard_case_table('cases.risks', false);
grant select, insert on cases.risks to homeward_app;
call access.guard_case_table('cases.changes', true);
grant select, insert on cases.changes to homeward_app;

-- Opens a case: the row, its door, the owner's membership and its two tracks, or nothing. Only staff who may open cases.
create or replace function cases.open_case(
  new_id uuid, new_ref text, sex smallint, age smallint, basis smallint, child smallint, how_found text, in_district text,
  contact_at timestamptz, from_report uuid)
returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; d access.door; at timestamptz := statement_timestamp(); j uuid;
begin
  select * into me from access.actor_snapshot();
  if me.unit_id is null or me.is_oversight then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  j := coalesce((select x.jurisdiction_id from agencies.district x where x.code = in_district), me.jurisdiction_id);
  d := access.open_door(new_id, j, at);
  insert into cases.cases (id, jurisdiction_id, ref, supervisors_id, subject_sex, subject_age, age_basis, is_child, situation, district,
                           origin, report_id, opened_at, happened_at, opened_by)
  values (new_id, j, new_ref, d.supervisors_id, sex, age, basis, child, how_found, in_district,
          case when from_report is null then 'direct' else 'report' end, from_report, at, contact_at, me.worker_id);
  insert into cases.tracks (case_id, jurisdiction_id, track) values (new_id, j, 1), (new_id, j, 2);
  insert into cases.stages (case_id, jurisdiction_id, stage, reached_at, recorded_by) values (new_id, j, 1, coalesce(contact_at, at), me.worker_id);
  return new_id;
end $$;
call platform.definer('cases.open_case(uuid, text, smallint, smallint, smallint, smallint, text, text, timestamptz, uuid)', 'homeward_app');

-- ── the board ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
call platform.guard('cases.board');
create policy supervisors_see on cases.board for select to homeward_app using (
  supervisors_id = any((select access.principals())::int[]));
grant select on cases.board to homeward_app;

-- Counted once a statement, not once a row: an import of a year's cases touches its agency's row once. Agencies in one order, so that two
-- statements never wait for each other.
create or replace function cases.add_to_board(agencies int[], opens boolean[], risks smallint[], ns int[]) returns void
language sql security definer set search_path = pg_catalog as $$
  with delta as (
    select u.agency, u.is_open, coalesce(u.risk, 5) as risk, sum(u.n)::int as n
      from unnest(agencies, opens, risks, ns) u(agency, is_open, risk, n) group by 1, 2, 3 having sum(u.n) <> 0)
  insert into cases.board as b (supervisors_id, open_by_risk, closed_by_risk)
  select a.agency,
         array(select coalesce((select d.n from delta d where d.agency = a.agency and d.is_open and d.risk = r), 0) from generate_series(0, 5) r order by r),
         array(select coalesce((select d.n from delta d where d.agency = a.agency and not d.is_open and d.risk = r), 0) from generate_series(0, 5) r order by r)
    from (select distinct agency from delta) a order by a.agency
  on conflict (supervisors_id) do update set
    open_by_risk = array(select u.x + u.y from unnest(b.open_by_risk, excluded.open_by_risk) with ordinality u(x, y, i) order by u.i),
    closed_by_risk = array(select u.x + u.y from unnest(b.closed_by_risk, excluded.closed_by_risk) with ordinality u(x, y, i) order by u.i)
$$;
call platform.definer('cases.add_to_board(int[], boolean[], smallint[], int[])');

create or replace function cases.count_opened() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform cases.add_to_board(array_agg(c.supervisors_id), array_agg(c.is_open), array_agg(c.risk), array_agg(1)) from added c;
  return null;
end $$;
call platform.definer('cases.count_opened()');
create or replace trigger on_board_opened after insert on cases.cases
  referencing new table as added for each statement execute function cases.count_opened();

create or replace function cases.count_moved() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform cases.add_to_board(array_agg(c.supervisors_id), array_agg(c.is_open), array_agg(c.risk), array_agg(c.n))
     from (select supervisors_id, is_open, risk, 1 as n from now_so union all select supervisors_id, is_open, risk, -1 from was_so) c;
  return null;
end $$;
call platform.definer('cases.count_moved()');
create or replace trigger on_board_moved after update on cases.cases
  referencing old table as was_so new table as now_so for each statement execute function cases.count_moved();

-- The supervisor's counts, less the cases that this reader is recused from. Risk 5 is "not set".
create or replace function cases.my_board() returns table (is_open boolean, risk smallint, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with me as materialized (select m.worker, m.principals from access.me() m),
  hidden as materialized (
    select k.is_open, coalesce(k.risk, 5::smallint) as risk, count(*) as n
      from access.recusal x join cases.cases k on k.id = x.case_id
     where x.worker_id = (select worker from me) and x.ended_at is null and k.supervisors_id = any((select principals from me)::int[]) group by 1, 2)
  select o.is_open, (u.i - 1)::smallint, sum(u.n) - coalesce((select h.n from hidden h where h.is_open = o.is_open and h.risk = u.i - 1), 0)
    from cases.board b
    cross join (values (true), (false)) o(is_open)
    cross join lateral unnest(case when o.is_open then b.open_by_risk else b.closed_by_risk end) with ordinality u(n, i)
   where b.supervisors_id = any((select principals from me)::int[])
   group by o.is_open, u.i
$$;
call platform.definer('cases.my_board()', 'homeward_app');

-- One case for whoever sees it: the rule of the policies above and access.manages() in one go, so that the actor is proved once.
create or replace function cases.one(of_case uuid)
returns table (id uuid, ref text, opened_at timestamptz, happened_at timestamptz, sex smallint, age smallint, age_basis smallint, is_child smallint,
  situation text, district text, risk smallint, risk_respond_by timestamptz, is_open boolean, version int, jurisdiction_id uuid, origin text,
  report_id uuid, risk_set_at timestamptz, manages boolean)
language sql stable security definer set search_path = pg_catalog as $$
  with me as materialized (select m.worker, m.principals from access.me() m)
  select c.id, c.ref, c.opened_at, c.happened_at, c.subject_sex, c.subject_age, c.age_basis, c.is_child, c.situation, c.district,
         c.risk, c.risk_respond_by, c.is_open, c.version, c.jurisdiction_id, c.origin, c.report_id, c.risk_set_at,
         d.owner_id = any(me.principals) or d.supervisors_id = any(me.principals)
    from me join access.door d on d.case_id = of_case join cases.cases c on c.id = d.case_id
   where (d.supervisors_id = any(me.principals)
          or exists (select from access.membership m where m.case_id = of_case and m.principal_id = any(me.principals)
                       and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp()))
     and not exists (select from access.recusal x where x.worker_id = me.worker and x.case_id = of_case and x.ended_at is null)
$$;
call platform.definer('cases.one(uuid)', 'homeward_app');

-- The inbox: the newest open cases of my principals, 50 at most per principal, one check, no policy run twice. Pages by (opened_at, id).
-- Who is recused is asked once, as a list: a look for each case would let a plan read the whole caseload before it fills a page.
create or replace function cases.inbox(before_at timestamptz default 'infinity', before_id uuid default null, at_most int default 50)
returns table (id uuid, ref text, opened_at timestamptz, happened_at timestamptz, sex smallint, age smallint, age_basis smallint, is_child smallint,
  situation text, district text, risk smallint, risk_respond_by timestamptz, is_open boolean, version int)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, k.ref, k.opened_at, k.happened_at, k.subject_sex, k.subject_age, k.age_basis, k.is_child, k.situation, k.district,
         k.risk, k.risk_respond_by, k.is_open, k.version
    from (select distinct on (r.sort_at, r.case_id) r.sort_at, r.case_id
            from (select m.principals, array(select x.case_id from access.recusal x where x.worker_id = m.worker and x.ended_at is null) as recused
                    from access.me() m offset 0) me
            cross join lateral unnest(me.principals) u(p)
            cross join lateral (
              select m.case_id, m.sort_at from access.membership m
               where m.principal_id = u.p and m.is_open and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp()
                 and (m.sort_at, m.case_id) < (before_at, coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
                 and m.case_id <> all (me.recused)
               order by m.sort_at desc, m.case_id desc limit least(at_most, 200)) r
           order by r.sort_at desc, r.case_id desc limit least(at_most, 200)) r
    join cases.cases k on k.id = r.case_id
   order by r.sort_at desc, r.case_id desc
$$;
call platform.definer('cases.inbox(timestamptz, uuid, int)', 'homeward_app');

-- The inbox through a filter: driven by each principal's caseload in its order, and stopped when the page is full. Null means any.
create or replace function cases.filtered(
  wanted_open boolean, wanted_situation text, wanted_district text, wanted_risk smallint, ref_from text, ref_to text,
  before_at timestamptz default 'infinity', before_id uuid default null, at_most int default 50)
returns table (id uuid, ref text, opened_at timestamptz, happened_at timestamptz, sex smallint, age smallint, age_basis smallint, is_child smallint,
  situation text, district text, risk smallint, risk_respond_by timestamptz, is_open boolean, version int)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (r.sort_at, r.id) r.id, r.ref, r.opened_at, r.happened_at, r.subject_sex, r.subject_age, r.age_basis, r.is_child, r.situation, r.district,
         r.risk, r.risk_respond_by, r.is_open, r.version
    from (select m.principals, array(select x.case_id from access.recusal x where x.worker_id = m.worker and x.ended_at is null) as recused
            from access.me() m offset 0) me
    cross join lateral unnest(me.principals) u(p)
    cross join lateral (
      (select m.sort_at, k.* from access.membership m join cases.cases k on k.id = m.case_id
        where m.principal_id = u.p and m.is_open and wanted_open is distinct from false
          and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp()
          and (m.sort_at, m.case_id) < (before_at, coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
          and m.case_id <> all (me.recused)
          and (wanted_situation is null or k.situation = wanted_situation) and (wanted_district is null or k.district = wanted_district)
          and (wanted_risk is null or k.risk = wanted_risk) and (ref_from is null or (k.ref ~>=~ ref_from and k.ref ~<~ ref_to))
        order by m.sort_at desc, m.case_id desc limit least(at_most, 200))
      union all
      (select m.sort_at, k.* from access.membership m join cases.cases k on k.id = m.case_id
        where m.principal_id = u.p and not m.is_open and wanted_open is distinct from true
          and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp()
          and (m.sort_at, m.case_id) < (before_at, coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
          and m.case_id <> all (me.recused)
          and (wanted_situation is null or k.situation = wanted_situation) and (wanted_district is null or k.district = wanted_district)
          and (wanted_risk is null or k.risk = wanted_risk) and (ref_from is null or (k.ref ~>=~ ref_from and k.ref ~<~ ref_to))
        order by m.sort_at desc, m.case_id desc limit least(at_most, 200))) r
   order by r.sort_at desc, r.id desc limit least(at_most, 200)
$$;
call platform.definer('cases.filtered(boolean, text, text, smallint, text, text, timestamptz, uuid, int)', 'homeward_app');

drop function if exists cases.of_my_agency(boolean, text, text, smallint, text, text, timestamptz, uuid, int);
-- All cases of the actor's agency, for its supervisors, narrowed and in the order that they want: newest, oldest, or by risk. Every branch (agency, open or closed, a risk where
-- that is the order) begins with its own part of an index and stops when the page is full. The pieces are fixed text; what comes from
-- outside comes as a parameter.
create or replace function cases.agency_list(
  wanted_open boolean, wanted_situation text, wanted_district text, wanted_risk smallint, ref_from text, ref_to text,
  by_what text, after_risk smallint, after_at timestamptz, after_id uuid, at_most int)
returns table (id uuid, ref text, opened_at timestamptz, happened_at timestamptz, sex smallint, age smallint, age_basis smallint, is_child smallint,
  situation text, district text, risk smallint, risk_respond_by timestamptz, is_open boolean, version int)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  way text := case by_what when 'oldest' then 'asc' else 'desc' end;
  beyond text := case by_what when 'oldest' then '>' else '<' end;
  ranks smallint[] := case when by_what = 'risk' then array[0, 1, 2, 3, 4, 5]::smallint[] else array[null]::smallint[] end;
begin
  return query execute
    'select k.id, k.ref, k.opened_at, k.happened_at, k.subject_sex, k.subject_age, k.age_basis, k.is_child, k.situation, k.district,
            k.risk, k.risk_respond_by, k.is_open, k.version
       from unnest((select access.principals())::int[]) p(id)
       cross join unnest($1::boolean[]) o(open) cross join unnest($2::smallint[]) r(rank)
       cross join lateral (select c.* from cases.cases c
         where c.supervisors_id = p.id and c.is_open = o.open and c.id <> all (array(select x.case_id from access.my_recusal x))'
    || case when by_what = 'risk'
         then ' and coalesce(c.risk, 5::smallint) = r.rank and (r.rank > $3 or (r.rank = $3 and (c.opened_at, c.id) < ($4, $5)))'
         else ' and (c.opened_at, c.id) ' || beyond || ' ($4, $5)' end
    || case when wanted_situation is null then '' else ' and c.situation = $6' end
    || case when wanted_district is null then '' else ' and c.district = $7' end
    || case when wanted_risk is null then '' else ' and coalesce(c.risk, 5::smallint) = $8' end
    || case when ref_from is null then '' else ' and c.ref ~>=~ $9 and c.ref ~<~ $10' end
    || ' order by c.opened_at ' || way || ', c.id ' || way || ' limit $11) k order by '
    || case when by_what = 'risk' then 'coalesce(k.risk, 5::smallint), ' else '' end
    || 'k.opened_at ' || way || ', k.id ' || way || ' limit $11'
    using case when wanted_open is null then array[true, false] else array[wanted_open] end, ranks, after_risk, after_at, after_id,
          wanted_situation, wanted_district, wanted_risk, ref_from, ref_to, least(at_most, 200);
end $$;
call platform.definer('cases.agency_list(boolean, text, text, smallint, text, text, text, smallint, timestamptz, uuid, int)', 'homeward_app');

-- First responses that are owed, the earliest first, over the whole caseload: a case that was opened long ago is not forgotten.
create or replace function cases.owed_responses(at_most int default 200)
returns table (id uuid, ref text, opened_at timestamptz, happened_at timestamptz, sex smallint, age smallint, age_basis smallint, is_child smallint,
  situation text, district text, risk smallint, risk_respond_by timestamptz, is_open boolean, version int, risk_set_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, k.ref, k.opened_at, k.happened_at, k.subject_sex, k.subject_age, k.age_basis, k.is_child, k.situation, k.district,
         k.risk, k.risk_respond_by, k.is_open, k.version, k.risk_set_at
    from (select distinct m.case_id from access.membership m
           where m.principal_id = any((select access.principals())::int[]) and m.is_open
             and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp()
             and m.case_id <> all (array(select x.case_id from access.my_recusal x))) r
    join cases.cases k on k.id = r.case_id
   where k.risk_respond_by is not null
   order by k.risk_respond_by, k.id limit least(at_most, 200)
$$;
call platform.definer('cases.owed_responses(int)', 'homeward_app');

-- Who changed what from what: facts, people and the risk level, the newest first. The reasons are sealed. A worker of a home is "a care home"
-- to whoever lacks the location section, and a change within a section shows to its holders only.
create or replace function cases.history(of_case uuid)
returns table (id uuid, at timestamptz, of_table text, row_id uuid, field text, was jsonb, became jsonb, section smallint, agency jsonb,
  from_home boolean, worker jsonb, mine boolean, sealed bytea)
language sql stable security definer set search_path = pg_catalog as $$
  with held as (select coalesce(array_agg(s.section), '{}') as sections from access.my_sections s where s.case_id = of_case),
  done as (
    select c.id, c.changed_at as at, c.of_table, c.row_id, c.field, c.was, c.became, c.section, c.changed_by as by, c.sealed
      from cases.changes c where c.case_id = of_case
    union all
    select r.id, r.set_at, 'risks', r.case_id, 'risk', to_jsonb(lag(r.level) over (order by r.set_at, r.id)), to_jsonb(r.level), null, r.set_by, r.sealed
      from cases.risks r where r.case_id = of_case)
  select d.id, d.at, d.of_table, d.row_id, d.field, d.was, d.became, d.section, access.agency_label(of_case, a.id),
         coalesce(a.name_is_location, false),
         case when a.name_is_location and access.agency_label(of_case, a.id) is null then null else w.names end,
         d.by = (select access.actor()), d.sealed
    from done d
    join agencies.worker w on w.id = d.by
    left join agencies.posting q on q.worker_id = d.by and q.during @> d.at
    left join agencies.unit u on u.id = q.unit_id
    left join agencies.agency a on a.id = u.agency_id
    cross join held
   where (select access.sees(of_case)) and (d.section is null or d.section = any(held.sections))
   order by d.at desc, d.id desc limit 300
$$;
call platform.definer('cases.history(uuid)', 'homeward_app');

-- What happened, as everybody on the case may read it: a sectioned event that the reader does not hold is a headline and no more.
create or replace function cases.timeline(of_case uuid)
returns table (id uuid, section smallint, held boolean, kind text, happened_at timestamptz, happened_approx text, recorded_at timestamptz,
  agency jsonb, from_home boolean, from_paper boolean, corrects uuid, codes jsonb, sealed bytea)
language sql stable security definer set search_path = pg_catalog as $$
  with mine as (select array_agg(s.section) as sections from access.my_sections s where s.case_id = of_case)
  select e.id, e.section, h.held, case when h.held then e.kind end, e.happened_at, e.happened_approx, e.recorded_at,
         access.agency_label(of_case, e.recorded_agency), a.name_is_location, e.from_paper, e.corrects,
         case when h.held then e.codes else '{}'::jsonb end, case when h.held then e.sealed end
    from cases.events e
    join agencies.agency a on a.id = e.recorded_agency
    cross join mine
    cross join lateral (select e.section is null or e.section = any(coalesce(mine.sections, '{}')) as held) h
   where e.case_id = of_case and (select access.sees(of_case))
   order by coalesce(e.happened_at, e.recorded_at) desc, e.id desc limit 500
$$;
call platform.definer('cases.timeline(uuid)', 'homeward_app');

-- Who looked at this case: never an overseer, never a home's name to whoever lacks the location section.
create or replace function cases.who_looked(of_case uuid, at_most int default 100)
returns table (at timestamptz, verb text, purpose text, outcome text, agency jsonb, from_home boolean, worker jsonb, mine boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select d.at, d.verb, d.purpose, d.outcome, access.agency_label(of_case, d.agency_id), a.name_is_location,
         case when a.name_is_location and access.agency_label(of_case, d.agency_id) is null then null else w.names end,
         d.worker_id = (select access.actor())
    from log.detail d
    join agencies.agency a on a.id = d.agency_id
    join agencies.worker w on w.id = d.worker_id
   where d.case_id = of_case and d.verb in ('case-viewed', 'identity-opened', 'place-opened', 'document-opened', 'document-downloaded') and d.outcome = 'done'
     and not a.is_oversight and (select access.sees(of_case))
   order by d.at desc limit least(at_most, 500)
$$;
call platform.definer('cases.who_looked(uuid, int)', 'homeward_app');

-- An entry of the timeline that an act makes itself, in the actor's name.
create or replace function cases.tell(of_case uuid, of_kind text, with_codes jsonb) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into cases.events (case_id, jurisdiction_id, kind, recorded_by, recorded_agency, codes)
  select c.id, c.jurisdiction_id, of_kind, me.worker_id, me.agency_id, with_codes
    from cases.cases c cross join access.actor_snapshot() me where c.id = of_case
$$;
call platform.definer('cases.tell(uuid, text, jsonb)');

-- ── closing and reopening a track: only with an outcome, nothing open, and a second person of another agency ─────────────────────
create or replace function cases.ask_closing(of_case uuid, of_track smallint, with_outcome text, why bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare made uuid;
begin
  if not access.manages(of_case) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if not exists (select from cases.tracks t where t.case_id = of_case and t.track = of_track and t.closed_at is null) then
    raise exception 'closed' using errcode = 'HW422', detail = 'track-closed';
  end if;
  if exists (select from cases.tasks t where t.case_id = of_case and t.done_at is null) then
    raise exception 'open tasks' using errcode = 'HW422', detail = 'open-items';
  end if;
  made := access.ask_second('track-closing', of_case, jsonb_build_object('track', of_track, 'outcome', with_outcome), why, 'supervisor');
  if made is null then
    raise exception 'nobody' using errcode = 'HW422', detail = 'no-second-person';
  end if;
  perform log.record('closing-asked', 'case', of_case, of_case, 'done', null, null, jsonb_build_object('track', of_track, 'outcome', with_outcome));
  return made;
end $$;
call platform.definer('cases.ask_closing(uuid, smallint, text, bytea)', 'homeward_app');

create or replace function cases.close_track(of_case uuid, of_track smallint, with_outcome text, approval uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor();
begin
  if not access.manages(of_case) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if exists (select from cases.tasks t where t.case_id = of_case and t.done_at is null) then
    raise exception 'open tasks' using errcode = 'HW422', detail = 'open-items';
  end if;
  perform access.spend_approval(approval, 'track-closing', of_case, jsonb_build_object('track', of_track, 'outcome', with_outcome));
  update cases.tracks set closed_at = statement_timestamp(), outcome = with_outcome, closed_by = me,
         second = (select a.second from access.approval a where a.id = approval)
   where case_id = of_case and track = of_track and closed_at is null;
  if not found then
    raise exception 'closed' using errcode = 'HW422', detail = 'track-closed';
  end if;
  if not exists (select from cases.tracks t where t.case_id = of_case and t.closed_at is null) then
    update cases.cases set is_open = false, version = version + 1 where id = of_case;
    perform access.set_door_open(of_case, false);
  end if;
  perform cases.tell(of_case, 'track-closed', jsonb_build_object('track', of_track, 'outcome', with_outcome));
  perform log.record('track-closed', 'case', of_case, of_case, 'done', null, null, jsonb_build_object('track', of_track, 'outcome', with_outcome));
end $$;
call platform.definer('cases.close_track(uuid, smallint, text, uuid)', 'homeward_app');

-- Reopening protects: it needs a reason and nobody's leave.
create or replace function cases.reopen_track(of_case uuid, of_track smallint) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not access.sees(of_case) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  update cases.tracks set closed_at = null, outcome = null, closed_by = null, second = null, opened_at = statement_timestamp()
   where case_id = of_case and track = of_track and closed_at is not null;
  if found then
    update cases.cases set is_open = true, version = version + 1 where id = of_case and not is_open;
    perform access.set_door_open(of_case, true);
    perform cases.tell(of_case, 'reopened', jsonb_build_object('track', of_track));
    perform log.record('track-reopened', 'case', of_case, of_case, 'done', null, null, jsonb_build_object('track', of_track));
  end if;
end $$;
call platform.definer('cases.reopen_track(uuid, smallint)', 'homeward_app');

-- Direct statements cannot close: the app may not write these columns at all.
revoke update on cases.tracks from homeward_app;

-- What the drawn second person sees of the case: codes, what is open, and nothing that names.
drop function if exists cases.for_second(uuid);
create or replace function cases.for_second(approval uuid)
returns table (case_id uuid, ref text, sex smallint, age smallint, situation text, jurisdiction jsonb, opened_at timestamptz, open_tasks bigint, screenings bigint, last_event_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, k.ref, k.subject_sex, k.subject_age, k.situation, j.names, k.opened_at,
         (select count(*) from cases.tasks t where t.case_id = k.id and t.done_at is null), (select count(*) from cases.screenings s where s.case_id = k.id),
         (select max(e.recorded_at) from cases.events e where e.case_id = k.id)
    from access.approval a join cases.cases k on k.id = a.case_id join agencies.jurisdiction j on j.id = k.jurisdiction_id
   where a.id = approval and a.second = (select access.actor()) and (select access.principals()) <> '{}' and a.decision is null and a.expires_at > statement_timestamp()
     and a.case_id <> all (array(select x.case_id from access.my_recusal x))
$$;
call platform.definer('cases.for_second(uuid)', 'homeward_app');

-- Who stands under a screening on a case. A home's worker has no name for whoever may not know the home; one who has left keeps theirs.
create or replace function cases.signed_by(of_case uuid, of_agency uuid, of_worker uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select w.names from agencies.worker w
   where w.id = of_worker and access.agency_label(of_case, of_agency) is not null and (select access.sees(of_case))
$$;
call platform.definer('cases.signed_by(uuid, uuid, uuid)', 'homeward_app');
