-- Oversight sees who did what, and cases without names: a random reference, age bands, a state, no free text. Each view filters by itself:
-- the role of an overseer, the jurisdiction (a national body sees all), and the overseer's own recusals.
set local check_function_bodies = off;

-- The jurisdictions that this overseer answers for; none for anybody else.
create or replace function oversight.mine() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare me record;
begin
  select * into me from access.actor_snapshot();
  if not me.is_oversight or not ('overseer' = any(me.roles)) then return '{}'; end if;
  if (select j.code !~ '-' from agencies.jurisdiction j where j.id = me.jurisdiction_id) then
    return (select array_agg(j.id) from agencies.jurisdiction j);
  end if;
  return array[me.jurisdiction_id];
end $$;
call platform.definer('oversight.mine()', 'homeward_oversight');

create or replace view oversight.cases as
  select k.oversight_ref, j.code as jurisdiction, k.subject_sex as sex,
         case when k.subject_age is null then null when k.subject_age < 6 then '0-5' when k.subject_age < 12 then '6-11' when k.subject_age < 15 then '12-14'
              when k.subject_age < 18 then '15-17' else '18+' end as age_band,
         k.situation, k.risk, k.risk_respond_by, k.is_open, k.opened_at, k.origin,
         (select max(e.recorded_at) from cases.events e where e.case_id = k.id) as last_event_at,
         (select count(*) from identities.opening o where o.case_id = k.id) as openings
    from cases.cases k join agencies.jurisdiction j on j.id = k.jurisdiction_id
   where k.jurisdiction_id = any((select oversight.mine())::uuid[])
     and k.id <> all (array(select x.case_id from access.my_recusal x));
call platform.owner_view('oversight.cases', 'homeward_oversight');

-- Every opening of an identity and every try: when, who, of which agency, why, on which case, with what outcome. A home is "a care home" here
-- too: its name would say where the child sleeps.
create or replace view oversight.openings as
  select d.entry_id, d.at, d.outcome, d.purpose as reason, w.names as worker, case when a.name_is_location then null else a.names end as agency,
         a.kind as agency_kind, k.oversight_ref, d.details->>'section' as section, d.details->>'code' as refused_because,
         (select e.seq from log.entry e where e.id = d.entry_id) as seq
    from log.detail d
    join agencies.worker w on w.id = d.worker_id
    left join agencies.agency a on a.id = d.agency_id
    left join identities.person p on p.id = d.subject_id
    join cases.cases k on k.id = coalesce(d.case_id, p.case_id)
   where d.verb = 'identity-opened' and k.jurisdiction_id = any((select oversight.mine())::uuid[])
     and k.id <> all (array(select x.case_id from access.my_recusal x));
call platform.owner_view('oversight.openings', 'homeward_oversight');

-- What was refused or not seen, whoever tried, in one's jurisdictions.
create or replace view oversight.refusals as
  select d.entry_id, d.at, d.verb, d.outcome, d.details->>'code' as code, w.names as worker, case when a.name_is_location then null else a.names end as agency,
         a.kind as agency_kind
    from log.detail d join agencies.worker w on w.id = d.worker_id join agencies.agency a on a.id = d.agency_id
   where d.outcome in ('refused', 'not-visible', 'failed') and a.jurisdiction_id = any((select oversight.mine())::uuid[])
     and coalesce(d.case_id, (select p.case_id from identities.person p where p.id = d.subject_id), '00000000-0000-0000-0000-000000000000')
         <> all (array(select x.case_id from access.my_recusal x));
call platform.owner_view('oversight.refusals', 'homeward_oversight');

-- What waits too long: a report that nobody has read for 4 h, or read and nobody has taken for 24 h, and a second reading that is late or was
-- drawn anew because somebody missed it. How old, at which desk, how dangerous; nothing of what it says. Never an overseer's own agency's.
create or replace view oversight.unread as
  select x.kind, x.since, floor(extract(epoch from statement_timestamp() - x.since) / 3600)::int as hours, r.channel, r.danger, x.missed,
         j.code as jurisdiction, case when a.name_is_location then null else a.names end as agency, a.kind as agency_kind,
         -- Of a row of this list, and of nothing else: a report's id is not told.
         overlay(overlay(md5(x.kind || r.id::text) placing '8' from 13) placing '8' from 17)::uuid as key, (case r.danger when 0 then 0 when 2 then 1 else 2 end)::smallint as rank
    from reports.reports r
    cross join lateral (
      select 'unread' as kind, r.received_at as since, 0 as missed
       where r.status in (1, 2) and not r.is_draft and r.first_read_at is null and r.received_at < statement_timestamp() - interval '4 hours'
      union all
      select 'unclaimed', r.received_at, 0
       where r.status = 1 and not r.is_draft and r.first_read_at is not null and r.claimed_by is null
         and r.received_at < statement_timestamp() - interval '24 hours'
      union all
      select 'second-reading', s.acted_at, cardinality(s.missed_by) from reports.second_reads s
       where s.report_id = r.id and s.verdict is null and (s.due_at < statement_timestamp() or s.missed_by <> '{}')) x
    join access.principal p on p.id = r.desk_id
    join agencies.unit u on u.id = p.subject
    join agencies.agency a on a.id = u.agency_id
    join agencies.jurisdiction j on j.id = r.jurisdiction_id
   where r.jurisdiction_id = any((select oversight.mine())::uuid[])
     and r.about_agency is distinct from (select m.agency_id from access.actor_snapshot() m)
     and (r.case_id is null or r.case_id <> all (array(select y.case_id from access.my_recusal y)));
call platform.owner_view('oversight.unread', 'homeward_oversight');

-- A page of the cases without names, the newest first. Each State's newest are walked in an index of its own; the view then answers for each
-- row. One index over the whole nation would be shorter here, and lead the planner astray in the lists of those who work on cases.
create or replace function oversight.case_page(after_at timestamptz, after_ref uuid, at_most int) returns setof oversight.cases
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  recused uuid[] := array(select x.case_id from access.my_recusal x);
  refs uuid[];
begin
  refs := array(
    select n.oversight_ref from unnest(oversight.mine()) s(state)
      cross join lateral (select k.opened_at, k.oversight_ref from cases.cases k
                           where k.jurisdiction_id = s.state and (k.opened_at, k.oversight_ref) < (after_at, after_ref) and k.id <> all (recused)
                           order by k.opened_at desc, k.oversight_ref desc limit at_most) n
     order by n.opened_at desc, n.oversight_ref desc limit at_most);
  return query select v.* from oversight.cases v where v.oversight_ref = any(refs) order by v.opened_at desc, v.oversight_ref desc;
end $$;
call platform.definer('oversight.case_page(timestamptz, uuid, int)', 'homeward_oversight');

-- A page of openings and tries. Left to itself the planner joins all of the log with all cases first; so the newest entries are walked one by
-- one until the page is full, and the view answers for each.
create or replace function oversight.opening_page(after_at timestamptz, after_id uuid, at_most int) returns setof oversight.openings
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  mine uuid[] := oversight.mine();
  recused uuid[] := array(select x.case_id from access.my_recusal x);
  ids uuid[];
begin
  ids := array(
    select d.entry_id from log.detail d
     where d.verb = 'identity-opened' and (d.at, d.entry_id) < (after_at, after_id)
       and exists (select from cases.cases k
                    where k.id = coalesce(d.case_id, (select p.case_id from identities.person p where p.id = d.subject_id))
                      and k.jurisdiction_id = any(mine) and k.id <> all (recused) offset 0)
     order by d.at desc, d.entry_id desc limit at_most);
  return query select v.* from oversight.openings v where v.entry_id = any(ids) order by v.at desc, v.entry_id desc;
end $$;
call platform.definer('oversight.opening_page(timestamptz, uuid, int)', 'homeward_oversight');

-- A page of what was refused, walked in the same way.
create or replace function oversight.refusal_page(after_at timestamptz, after_id uuid, at_most int) returns setof oversight.refusals
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  mine uuid[] := oversight.mine();
  recused uuid[] := array(select x.case_id from access.my_recusal x);
  ids uuid[];
begin
  ids := array(
    select d.entry_id from log.detail d
     where d.outcome in ('refused', 'not-visible', 'failed') and (d.at, d.entry_id) < (after_at, after_id)
       and exists (select from agencies.agency a where a.id = d.agency_id and a.jurisdiction_id = any(mine) offset 0)
       and coalesce(d.case_id, (select p.case_id from identities.person p where p.id = d.subject_id),
                    '00000000-0000-0000-0000-000000000000') <> all (recused)
     order by d.at desc, d.entry_id desc limit at_most);
  return query select v.* from oversight.refusals v where v.entry_id = any(ids) order by v.at desc, v.entry_id desc;
end $$;
call platform.definer('oversight.refusal_page(timestamptz, uuid, int)', 'homeward_oversight');
