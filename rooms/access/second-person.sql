-- A second person's word: drawn by lot, bound to one exact payload, given once, in time.
set local check_function_bodies = off;

-- ── second person ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Binds a second person to one exact payload. Drawn by lot among those of another agency, outside the case's districts where one can
-- be had, who hold the role, sit neither on the case nor recused from it, and are not oversight. Null when nobody can be drawn.
create or replace function access.ask_second(
  for_action text, of_case uuid, for_payload jsonb, reason bytea, second_role text, lasts interval default interval '72 hours')
returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; drawn uuid; made uuid;
begin
  select * into me from access.actor_snapshot();
  if not access.manages(of_case) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  select q.worker_id into drawn
    from agencies.posting q
    join agencies.unit u on u.id = q.unit_id
    join agencies.agency a on a.id = u.agency_id
   where q.during @> statement_timestamp() and second_role = any(q.roles)
     and a.id <> me.agency_id and not a.is_oversight and q.worker_id <> me.worker_id and sessions.can_sign_in(q.worker_id)
     and not exists (select from access.recusal r where r.worker_id = q.worker_id and r.case_id = of_case and r.ended_at is null)
     and not exists (select from access.membership m join access.worker_principal wp on wp.principal_id = m.principal_id
                      where m.case_id = of_case and wp.worker_id = q.worker_id
                        and m.valid_until > statement_timestamp() and wp.valid_until > statement_timestamp())
   order by exists (select from agencies.territory t join agencies.territory mine on mine.district = t.district
                     where t.unit_id = u.id and mine.unit_id = me.unit_id),        -- outside the district first
            random()
   limit 1;
  if drawn is null then
    return null;
  end if;
  insert into access.approval (action, case_id, payload, payload_hash, reason_sealed, asked_by, expires_at, second)
  values (for_action, of_case, for_payload, sha256(convert_to(for_payload::text, 'UTF8')), reason, me.worker_id,
          statement_timestamp() + lasts, drawn)
  returning id into made;
  return made;
end $$;
call platform.definer('access.ask_second(text, uuid, jsonb, bytea, text, interval)');

-- Was exactly this asked, and does it still stand: undecided, or agreed to and not yet done?
create or replace function access.waits(for_action text, of_case uuid, for_payload jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from access.approval a
                  where a.action = for_action and a.case_id is not distinct from of_case and a.payload_hash = sha256(convert_to(for_payload::text, 'UTF8'))
                    and a.expires_at > statement_timestamp() and a.used_at is null and a.decision is distinct from 'declined')
$$;
call platform.definer('access.waits(text, uuid, jsonb)');

-- The drawn person's word. Stepped up within the last 15 minutes, on the payload seen (its hash comes back), once, in time.
create or replace function access.decide_second(which uuid, seen_hash bytea, says text, code text) returns access.approval
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; a access.approval;
begin
  select * into me from access.actor_snapshot();
  select * into a from access.approval where id = which and second = me.worker_id and me.unit_id is not null   -- whose posting ended has no word
     and (case_id is null
          or case_id <> all (array(select r.case_id from access.recusal r where r.worker_id = me.worker_id and r.ended_at is null))) for update;
  if a.id is null then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if me.level < 2 or me.level_age_seconds is null or me.level_age_seconds > 900 then
    raise exception 'step up first' using errcode = 'HW422', detail = 'step-up-needed';
  end if;
  if a.decision is not null or a.expires_at <= statement_timestamp() then
    raise exception 'already decided, or too late' using errcode = 'HW422', detail = 'approval-over';
  end if;
  if a.payload_hash <> seen_hash then
    raise exception 'this is not what was asked' using errcode = 'HW422', detail = 'approval-other-payload';
  end if;
  update access.approval set decision = says, decision_code = code, decided_at = statement_timestamp()
   where id = which returning * into a;
  return a;
end $$;
call platform.definer('access.decide_second(uuid, bytea, text, text)', 'homeward_app');

-- Spends an approval on exactly this payload; raises unless it stands. Called by the definer function that does the act.
create or replace function access.spend_approval(which uuid, for_action text, of_case uuid, for_payload jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update access.approval set used_at = statement_timestamp()
   where id = which and action = for_action and case_id is not distinct from of_case
     and payload_hash = sha256(convert_to(for_payload::text, 'UTF8'))
     and decision = 'approved' and used_at is null and expires_at > statement_timestamp();
  if not found then
    raise exception 'a second person has not agreed to exactly this' using errcode = 'HW422', detail = 'second-person-needed';
  end if;
end $$;
call platform.definer('access.spend_approval(uuid, text, uuid, jsonb)');

-- What waits for my word: payload and hash, never another person's.
create or replace function access.my_approvals()
returns table (id uuid, action text, case_id uuid, payload jsonb, payload_hash bytea, asked_at timestamptz, expires_at timestamptz,
  asked_by_agency jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, a.action, a.case_id, a.payload, a.payload_hash, a.asked_at, a.expires_at,
         (select g.names from agencies.posting q join agencies.unit u on u.id = q.unit_id join agencies.agency g on g.id = u.agency_id
           where q.worker_id = a.asked_by and q.during @> a.asked_at and not g.name_is_location)
    from access.approval a
   where a.second = (select access.actor()) and (select access.principals()) <> '{}' and a.decision is null and a.expires_at > statement_timestamp()
     and (a.case_id is null or a.case_id <> all (array(select x.case_id from access.my_recusal x)))
   order by a.expires_at limit 200
$$;
call platform.definer('access.my_approvals()', 'homeward_app');

-- Binds a second person to an act on no case, such as naming an overseer: of another agency, by lot, oversight's own people first. Who may
-- ask is for the calling function to decide. Null when nobody can be drawn.
create or replace function access.ask_second_on_office(for_action text, for_payload jsonb, second_role text, lasts interval default interval '7 days')
returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; drawn uuid; made uuid;
begin
  select * into me from access.actor_snapshot();
  select q.worker_id into drawn
    from agencies.posting q
    join agencies.unit u on u.id = q.unit_id
    join agencies.agency a on a.id = u.agency_id
   where q.during @> statement_timestamp() and second_role = any(q.roles) and a.id <> me.agency_id and q.worker_id <> me.worker_id
     and a.closed_at is null and sessions.can_sign_in(q.worker_id)
   order by not a.is_oversight, random()
   limit 1;
  if drawn is null then
    return null;
  end if;
  insert into access.approval (action, payload, payload_hash, asked_by, expires_at, second)
  values (for_action, for_payload, sha256(convert_to(for_payload::text, 'UTF8')), me.worker_id, statement_timestamp() + lasts, drawn)
  returning id into made;
  return made;
end $$;
call platform.definer('access.ask_second_on_office(text, jsonb, text, interval)');

-- What was asked of second persons, for whoever may do the act afterwards: on a case its managers, on no case the one who asked. Who was
-- drawn stands nowhere: nobody is to be talked to beforehand.
create or replace function access.asked_approvals(of_case uuid)
returns table (id uuid, action text, payload jsonb, asked_at timestamptz, expires_at timestamptz, decision text, decision_code text,
  decided_at timestamptz, used_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, a.action, a.payload, a.asked_at, a.expires_at, a.decision, a.decision_code, a.decided_at, a.used_at
    from access.approval a
   where case when of_case is null then a.case_id is null and a.asked_by = (select access.actor())
              else a.case_id = of_case and (select access.manages(of_case)) end
   order by a.asked_at desc limit 50
$$;
call platform.definer('access.asked_approvals(uuid)', 'homeward_app');

-- The sealed reason of what waits for my word; only against an approval-viewed that stands in the log.
create or replace function access.approval_reason(which uuid) returns table (case_id uuid, reason_sealed bytea)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare me record;
begin
  select * into me from access.actor_snapshot();
  return query select a.case_id, a.reason_sealed
    from access.approval a
   where a.id = which and a.second = me.worker_id and a.decision is null and a.expires_at > statement_timestamp() and a.case_id is not null
     and a.case_id <> all (array(select x.case_id from access.my_recusal x))
     and exists (select from log.detail d where d.subject_id = which and d.session_id = me.session_id and d.verb = 'approval-viewed'
                   and d.outcome = 'done' and d.at > clock_timestamp() - interval '15 minutes');
  if not found then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
end $$;
call platform.definer('access.approval_reason(uuid)', 'homeward_vault');
