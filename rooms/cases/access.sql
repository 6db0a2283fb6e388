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
grant update (decision, decided_by, decided_at, decision_sealed, countersigned_by, countersigned_at, review_on) on cases.screenings to homeward_app;
call access.guard_case_table('cases.risks', false);
grant select, insert on cases.risks to homeward_app;
call access.guard_case_table('cases.goals', false);
grant select, insert on cases.goals to homeward_app;
grant update (ended_at, outcome, review_on, version, sealed) on cases.goals to homeward_app;
call access.guard_case_table('cases.tasks', false);
grant select, insert on cases.tasks to homeward_app;
grant update (owner_unit, owner_worker, due_at, done_at, done_by, done_how, late_reason, version) on cases.tasks to homeward_app;
call access.guard_case_table('cases.consents', false);
grant select, insert on cases.consents to homeward_app;
grant update (withdrawn_at) on cases.consents to homeward_app;
call access.guard_case_table('cases.contact_rules', true);
grant select, insert on cases.contact_rules to homeward_app;
grant update (ended_at) on cases.contact_rules to homeward_app;
call access.guard_case_table('cases.places', true);
grant select, insert on cases.places to homeward_app;
grant update (until) on cases.places to homeward_app;
call access.guard_case_table('cases.documents', true);
grant select, insert on cases.documents to homeward_app;
grant update (first_read_at) on cases.documents to homeward_app;
call access.guard_case_table('cases.hand_overs', false);
grant select, insert on cases.hand_overs to homeward_app;
grant update (read_by, read_at) on cases.hand_overs to homeward_app;
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

-- The inbox: the newest open cases of my principals, 50 at most per principal, one check, no policy run twice. Pages by (opened_at, id).
create or replace function cases.inbox(before_at timestamptz default 'infinity', before_id uuid default null, at_most int default 50)
returns table (id uuid, ref text, opened_at timestamptz, happened_at timestamptz, sex smallint, age smallint, age_basis smallint, is_child smallint,
  situation text, district text, risk smallint, risk_respond_by timestamptz, is_open boolean, version int)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, k.ref, k.opened_at, k.happened_at, k.subject_sex, k.subject_age, k.age_basis, k.is_child, k.situation, k.district,
         k.risk, k.risk_respond_by, k.is_open, k.version
    from (select distinct on (r.sort_at, r.case_id) r.sort_at, r.case_id
            from unnest((select access.principals())::int[]) u(p)
            cross join lateral (
              select m.case_id, m.sort_at from access.membership m
               where m.principal_id = u.p and m.is_open and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp()
                 and (m.sort_at, m.case_id) < (before_at, coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
                 and m.case_id <> all (array(select x.case_id from access.my_recusal x))
               order by m.sort_at desc, m.case_id desc limit least(at_most, 200)) r
           order by r.sort_at desc, r.case_id desc limit least(at_most, 200)) r
    join cases.cases k on k.id = r.case_id
   order by r.sort_at desc, r.case_id desc
$$;
call platform.definer('cases.inbox(timestamptz, uuid, int)', 'homeward_app');
