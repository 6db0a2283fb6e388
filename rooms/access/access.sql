-- Who may see what. The app has no grant on any table here: it asks three self-filtering owner views, and changes go through
-- definer functions that decide again by themselves.
set local check_function_bodies = off;

call platform.guard('access.principal');
call platform.guard('access.worker_principal');
call platform.guard('access.door');
call platform.guard('access.membership');
call platform.guard('access.section_grant');
call platform.guard('access.recusal');
call platform.guard('access.approval');

-- ── who is there ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- The worker behind the token in the setting; raises HW401 when there is none. Looked up at each use: injected SQL can write the
-- setting but cannot guess a token, and a revoked session ends with the next statement. STABLE, never IMMUTABLE: a cached plan
-- would hand the next person the previous person's rows.
create or replace function access.actor() returns uuid
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
declare w uuid;
begin
  select s.worker_id into w from sessions.session s
   where s.token_hash = sha256(convert_to(current_setting('access.token'), 'UTF8'))
     and s.level >= 1 and s.revoked_at is null and s.expires_at > statement_timestamp()
     and (s.job_id is null or jobs.runs(s.job_id));       -- a job's token lives while the job runs and its asker's rights last
  if w is null then
    raise exception 'no session stands behind this request' using errcode = 'HW401';
  end if;
  return w;
end $$;
call platform.definer('access.actor()', 'homeward_app', 'homeward_oversight', 'homeward_vault', 'homeward_jobs');

-- The actor's principals, live: a posting that ended a second ago is not among them.
create or replace function access.principals() returns int[]
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
declare me uuid := access.actor();
begin
  return (select coalesce(array_agg(wp.principal_id), '{}') from access.worker_principal wp
           where wp.worker_id = me and wp.valid_from <= statement_timestamp() and wp.valid_until > statement_timestamp());
end $$;
call platform.definer('access.principals()', 'homeward_app', 'homeward_oversight', 'homeward_vault', 'homeward_jobs');

-- Actor and principals from one look at the session, for definer functions that need both: each proof costs a handful of pages.
create or replace function access.me(out worker uuid, out principals int[])
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
begin
  worker := access.actor();
  select coalesce(array_agg(wp.principal_id), '{}') into principals from access.worker_principal wp
   where wp.worker_id = worker and wp.valid_from <= statement_timestamp() and wp.valid_until > statement_timestamp();
end $$;
call platform.definer('access.me()');

-- Everything act() needs to know of the actor, in the prelude's one row.
create or replace function access.actor_snapshot(
  out worker_id uuid, out session_id uuid, out agency_id uuid, out unit_id uuid, out jurisdiction_id uuid, out roles text[],
  out language text, out level smallint, out level_age_seconds int, out is_oversight boolean, out agency_kind text)
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
begin
  select s.worker_id, s.id, s.level, extract(epoch from statement_timestamp() - s.level_at)::int, w.language,
         u.agency_id, u.id, a.jurisdiction_id, p.roles, a.is_oversight, a.kind
    into worker_id, session_id, level, level_age_seconds, language, agency_id, unit_id, jurisdiction_id, roles, is_oversight, agency_kind
    from sessions.session s
    left join agencies.worker w on w.id = s.worker_id
    left join agencies.posting p on p.worker_id = s.worker_id and p.during @> statement_timestamp()
    left join agencies.unit u on u.id = p.unit_id
    left join agencies.agency a on a.id = u.agency_id
   where s.token_hash = sha256(convert_to(current_setting('access.token'), 'UTF8'))
     and s.level >= 1 and s.revoked_at is null and s.expires_at > statement_timestamp();
  if worker_id is null then
    raise exception 'no session stands behind this request' using errcode = 'HW401';
  end if;
  roles := coalesce(roles, '{}');
  is_oversight := coalesce(is_oversight, false);
end $$;
call platform.definer('access.actor_snapshot()', 'homeward_app', 'homeward_oversight', 'homeward_vault', 'homeward_jobs');

create or replace function access.has_role(wanted text) returns boolean
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
declare me uuid := access.actor();
begin
  return exists (select from agencies.posting p where p.worker_id = me and p.during @> statement_timestamp() and wanted = any(p.roles));
end $$;
call platform.definer('access.has_role(text)', 'homeward_app', 'homeward_oversight', 'homeward_vault');

-- ── what the actor may read: self-filtering owner views, the app's only road to memberships ──────────────────────────────────────
create or replace view access.my_reader as
  select m.case_id, m.is_open, m.sort_at, m.purpose, m.valid_until from access.membership m
   where m.principal_id = any((select access.principals())::int[])
     and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp();
call platform.owner_view('access.my_reader', 'homeward_app', 'homeward_vault');

create or replace view access.my_sections as
  select g.case_id, g.section, g.valid_until from access.section_grant g
   where g.principal_id = any((select access.principals())::int[])
     and g.valid_until > statement_timestamp() and g.valid_from <= statement_timestamp();
call platform.owner_view('access.my_sections', 'homeward_app', 'homeward_vault');

create or replace view access.my_recusal as
  select r.case_id from access.recusal r where r.worker_id = (select access.actor()) and r.ended_at is null;
call platform.owner_view('access.my_recusal', 'homeward_app', 'homeward_vault', 'homeward_oversight');

-- May the actor see this case at all? The same rule as the policy on cases.cases, for definer functions.
create or replace function access.sees(wanted uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select exists (
    select from access.door d
     where d.case_id = wanted
       and (d.supervisors_id = any((select access.principals())::int[])
            or exists (select from access.my_reader r where r.case_id = d.case_id offset 0))
       and not exists (select from access.my_recusal x where x.case_id = d.case_id offset 0))
$$;
call platform.definer('access.sees(uuid)', 'homeward_app', 'homeward_vault');

create or replace function access.sees_section(wanted uuid, wanted_section smallint) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select access.sees(wanted)
     and exists (select from access.my_sections s where s.case_id = wanted and s.section = wanted_section offset 0)
$$;
call platform.definer('access.sees_section(uuid, smallint)', 'homeward_app', 'homeward_vault');

-- May the actor decide who else sees this case? The owner's unit may, and the owner's supervisors; a recused person never.
create or replace function access.manages(wanted uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select exists (
    select from access.door d
     where d.case_id = wanted
       and (d.owner_id = any((select access.principals())::int[]) or d.supervisors_id = any((select access.principals())::int[]))
       and not exists (select from access.my_recusal x where x.case_id = d.case_id offset 0))
$$;
call platform.definer('access.manages(uuid)', 'homeward_app', 'homeward_vault');

-- ── principals ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create or replace function access.principal_of(wanted_kind smallint, wanted_subject uuid) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare found int;
begin
  select id into found from access.principal where kind = wanted_kind and subject = wanted_subject;
  if found is null then
    insert into access.principal (kind, subject) values (wanted_kind, wanted_subject) on conflict do nothing;
    select id into found from access.principal where kind = wanted_kind and subject = wanted_subject;
  end if;
  return found;
end $$;
call platform.definer('access.principal_of(smallint, uuid)');

-- A worker's principals follow the posting: called by each join, move and leave, in the same transaction.
create or replace function access.follow_posting(who uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare p record;
begin
  update access.worker_principal set valid_until = statement_timestamp()
   where worker_id = who and valid_until > statement_timestamp();
  for p in select u.id as unit_id, u.agency_id, ps.roles, upper(ps.during) as until
             from agencies.posting ps join agencies.unit u on u.id = ps.unit_id
            where ps.worker_id = who and ps.during @> statement_timestamp() loop
    insert into access.worker_principal (worker_id, principal_id, valid_from, valid_until)
    select who, access.principal_of(k, s), statement_timestamp(), coalesce(p.until, 'infinity')
      from (values (1::smallint, who), (2::smallint, p.unit_id)) as v(k, s)
    union all
    select who, access.principal_of(4::smallint, p.agency_id), statement_timestamp(), coalesce(p.until, 'infinity')
     where 'supervisor' = any(p.roles)
    on conflict (worker_id, principal_id, valid_from) do update set valid_until = excluded.valid_until;
  end loop;
end $$;
call platform.definer('access.follow_posting(uuid)');

-- What was given to a worker by name ends with the work: whoever joins again begins without it.
create or replace function access.end_given_by_name(who uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare p int := (select x.id from access.principal x where x.kind = 1 and x.subject = who);
begin
  update access.membership set valid_until = greatest(statement_timestamp(), valid_from) where principal_id = p and valid_until > statement_timestamp();
  update access.section_grant set valid_until = greatest(statement_timestamp(), valid_from) where principal_id = p and valid_until > statement_timestamp();
end $$;
call platform.definer('access.end_given_by_name(uuid)');

-- Does this unit own an open case? Yes or no: whoever closes units sees no case.
create or replace function access.owns_open_cases(of_unit uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from access.membership m join access.principal p on p.id = m.principal_id join access.door d on d.case_id = m.case_id
                  where p.kind = 2 and p.subject = of_unit and d.owner_id = p.id and m.is_open)
$$;
call platform.definer('access.owns_open_cases(uuid)');

-- How many cases somebody is on by name, and not through the unit.
create or replace function access.given_by_name(who uuid) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select count(distinct m.case_id)::int from access.membership m join access.principal p on p.id = m.principal_id
   where p.kind = 1 and p.subject = who and m.is_open and m.valid_until > statement_timestamp()
$$;
call platform.definer('access.given_by_name(uuid)');

-- ── a case's door ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Called by cases when a case is opened, by the actor's own unit only.
create or replace function access.open_door(new_case uuid, of_jurisdiction uuid, at timestamptz) returns access.door
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; d access.door; s smallint;
begin
  select * into me from access.actor_snapshot();
  insert into access.door (case_id, jurisdiction_id, owner_id, supervisors_id, sort_at)
  values (new_case, of_jurisdiction, access.principal_of(2::smallint, me.unit_id), access.principal_of(4::smallint, me.agency_id), at)
  returning * into d;
  insert into access.membership (case_id, principal_id, purpose, valid_until, is_open, sort_at, basis, granted_by)
  values (new_case, d.owner_id, 1, 'infinity', true, at, 'owner', me.worker_id);
  -- The owner begins with what its kind of agency usually holds (the pack says it), and with who she is and how she may be reached.
  foreach s in array array(select 1 union select 3 union select k.section from agencies.kind_section k where k.kind = me.agency_kind)::smallint[] loop
    insert into access.section_grant (case_id, principal_id, section, valid_until, basis, granted_by)
    values (new_case, d.owner_id, s, 'infinity', 'owner', me.worker_id);
  end loop;
  return d;
end $$;
call platform.definer('access.open_door(uuid, uuid, timestamptz)');

-- The doors of many cases at once, for cases.promote_import, which has looked who asks. Whoever brings work in begins with what open_door
-- gives; of a nameless case there is nothing to identify or reach, and no more than its suspects' section is held.
create or replace function access.open_doors(
  new_cases uuid[], are_open boolean[], are_nameless boolean[], of_jurisdiction uuid, owner int, supervisors int, of_agency uuid, at timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor();
begin
  insert into access.door (case_id, jurisdiction_id, owner_id, supervisors_id, is_open, sort_at)
  select n.id, of_jurisdiction, owner, supervisors, n.open, at from unnest(new_cases, are_open) n(id, open);
  insert into access.membership (case_id, principal_id, purpose, valid_until, is_open, sort_at, basis, granted_by)
  select n.id, owner, 1, 'infinity', n.open, at, 'owner', me from unnest(new_cases, are_open) n(id, open);
  insert into access.section_grant (case_id, principal_id, section, valid_until, basis, granted_by)
  select n.id, owner, s.section, 'infinity', 'owner', me
    from unnest(new_cases, are_nameless) n(id, nameless)
    join (select 1::smallint as section union select 3 union
          select k.section from agencies.kind_section k join agencies.agency a on a.kind = k.kind where a.id = of_agency) s
      on not n.nameless or s.section = 7;
end $$;
call platform.definer('access.open_doors(uuid[], boolean[], boolean[], uuid, int, int, uuid, timestamptz)');

create or replace function access.set_door_open(of_case uuid, open boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update access.door set is_open = open where case_id = of_case;
  update access.membership set is_open = open where case_id = of_case;
end $$;
call platform.definer('access.set_door_open(uuid, boolean)');

-- Lets a worker (1) or a unit (2) onto a case, for a purpose and until a day. Raises HW404 for whoever may not decide that.
create or replace function access.grant_member(
  of_case uuid, to_kind smallint, to_subject uuid, for_purpose smallint, until timestamptz, with_sections smallint[], why text)
returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); d access.door; p int; s smallint;
begin
  if not access.manages(of_case) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if until is null or until <= statement_timestamp() or until > statement_timestamp() + interval '2 years' then
    raise exception 'a membership ends, within two years' using errcode = 'HW422', detail = 'membership-end';
  end if;
  if to_kind not in (1, 2, 3) or not exists (
       select from agencies.unit u where to_kind = 2 and u.id = to_subject and u.closed_at is null
       union all
       select from agencies.posting q where to_kind = 1 and q.worker_id = to_subject and q.during @> statement_timestamp()) then
    raise exception 'nobody there' using errcode = 'HW422', detail = 'member-unknown';
  end if;
  -- Where she sleeps, what she stated and her own words: given only by who holds them, or to a kind of agency that usually does.
  if exists (select from unnest(with_sections) x
              where x in (2, 6, 9)
                and not exists (select from access.my_sections m where m.case_id = of_case and m.section = x)
                and not exists (select from agencies.kind_section k join agencies.agency a on a.kind = k.kind join agencies.unit u on u.agency_id = a.id
                     where k.section = x and u.id = case to_kind when 2 then to_subject
                       else (select q.unit_id from agencies.posting q where q.worker_id = to_subject and q.during @> statement_timestamp()) end)) then
    raise exception 'a section can be handed on only by who holds it' using errcode = 'HW422', detail = 'section-not-held';
  end if;
  select * into d from access.door where case_id = of_case;
  p := access.principal_of(to_kind, to_subject);
  insert into access.membership (case_id, principal_id, purpose, valid_until, is_open, sort_at, basis, granted_by)
  values (of_case, p, for_purpose, until, d.is_open, d.sort_at, why, me)
  on conflict (case_id, principal_id, valid_from) do update set valid_until = excluded.valid_until;
  foreach s in array coalesce(with_sections, '{}') loop
    insert into access.section_grant (case_id, principal_id, section, valid_until, basis, granted_by)
    values (of_case, p, s, until, why, me)
    on conflict (case_id, principal_id, section, valid_from) do update set valid_until = excluded.valid_until;
  end loop;
  return p;
end $$;
call platform.definer('access.grant_member(uuid, smallint, uuid, smallint, timestamptz, smallint[], text)', 'homeward_app');

-- A new end for a membership and its sections; never longer than two years from now. The owner's own cannot be ended here.
create or replace function access.set_member_end(of_case uuid, member int, until timestamptz, why text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare ended timestamptz;
begin
  perform access.actor();
  if not access.manages(of_case) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if exists (select from access.door d where d.case_id = of_case and d.owner_id = member) then
    raise exception 'a case is never without its owner' using errcode = 'HW422', detail = 'owner-stays';
  end if;
  if until is null or until > statement_timestamp() + interval '2 years' then
    raise exception 'a membership ends, within two years' using errcode = 'HW422', detail = 'membership-end';
  end if;
  -- "Now" comes from a clock that may go before ours: who is withdrawn is out at once, not in some minutes.
  if until < statement_timestamp() + interval '10 minutes' then
    until := statement_timestamp();
  end if;
  select max(m.valid_until) into ended from access.membership m
   where m.case_id = of_case and m.principal_id = member and m.valid_until > statement_timestamp();
  update access.membership set valid_until = greatest(until, valid_from), basis = why
   where case_id = of_case and principal_id = member and valid_until > statement_timestamp();
  if not found then
    raise exception 'no such member' using errcode = 'HW422', detail = 'member-unknown';
  end if;
  -- Sections end with the membership. Those that were to end with it go on with it, except what only a holder may hand on.
  update access.section_grant g
     set valid_until = case
           when g.valid_until >= ended and (g.section not in (2, 6, 9)
                or exists (select from access.my_sections s where s.case_id = of_case and s.section = g.section))
             then greatest(until, g.valid_from)
           else greatest(least(g.valid_until, until), g.valid_from) end
   where case_id = of_case and principal_id = member and valid_until > statement_timestamp();
end $$;
call platform.definer('access.set_member_end(uuid, int, timestamptz, text)', 'homeward_app');

-- One more section for a member who is there already, or its end.
create or replace function access.set_section(of_case uuid, member int, wanted_section smallint, until timestamptz, why text)
returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); ends timestamptz;
begin
  if not access.manages(of_case) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if until < statement_timestamp() + interval '10 minutes' then                -- a clock that goes before ours means now
    update access.section_grant set valid_until = greatest(statement_timestamp(), valid_from)
     where case_id = of_case and principal_id = member and section = wanted_section and valid_until > statement_timestamp();
    return;
  end if;
  if wanted_section in (2, 6, 9)
     and not exists (select from access.my_sections m where m.case_id = of_case and m.section = wanted_section) then
    raise exception 'a section can be handed on only by who holds it' using errcode = 'HW422', detail = 'section-not-held';
  end if;
  select max(valid_until) into ends from access.membership
   where case_id = of_case and principal_id = member and valid_until > statement_timestamp();
  if ends is null then
    raise exception 'no such member' using errcode = 'HW422', detail = 'member-unknown';
  end if;
  insert into access.section_grant (case_id, principal_id, section, valid_until, basis, granted_by)
  values (of_case, member, wanted_section, least(until, ends), why, me)
  on conflict (case_id, principal_id, section, valid_from) do update set valid_until = excluded.valid_until;
end $$;
call platform.definer('access.set_section(uuid, int, smallint, timestamptz, text)', 'homeward_app');

-- Who can see this case, and why. Never shows a recusal or an overseer; a home is "a care home" to whoever lacks the location section.
create or replace function access.who_can_see(of_case uuid)
returns table (member int, kind smallint, worker_id uuid, unit_id uuid, agency_id uuid, agency_names jsonb, unit_names jsonb,
  worker_names jsonb, is_home boolean, is_owner boolean, purpose smallint, basis text, since timestamptz, until timestamptz, sections smallint[])
language plpgsql stable security definer set search_path = pg_catalog as $$
declare names_open boolean;
begin
  if not access.sees(of_case) then return; end if;
  names_open := exists (select from access.my_sections s where s.case_id = of_case and s.section = 2);
  return query
  select m.principal_id, p.kind,
         case when hidden.yes then null else w.id end,
         case when hidden.yes then null else u.id end,
         case when hidden.yes then null else a.id end,
         case when hidden.yes then null else a.names end,
         case when hidden.yes then null else u.names end,
         case when hidden.yes then null else w.names end,
         coalesce(a.name_is_location, false), d.owner_id = m.principal_id, m.purpose, m.basis, m.valid_from, m.valid_until,
         coalesce((select array_agg(distinct g.section order by g.section) from access.section_grant g
            where g.case_id = of_case and g.principal_id = m.principal_id and g.valid_until > statement_timestamp()
              and (names_open or g.section <> 2)), '{}')
    from access.membership m
    join access.door d on d.case_id = m.case_id
    join access.principal p on p.id = m.principal_id
    left join agencies.worker w on p.kind = 1 and w.id = p.subject
    left join agencies.posting q on q.worker_id = w.id and q.during @> statement_timestamp()
    left join agencies.unit u on u.id = case when p.kind = 2 then p.subject else q.unit_id end
    left join agencies.agency a on a.id = u.agency_id
    cross join lateral (select coalesce(a.name_is_location, false) and not names_open
      and a.id is distinct from (select s.agency_id from access.actor_snapshot() s) as yes) hidden
   where m.case_id = of_case and m.valid_until > statement_timestamp()
   order by (d.owner_id = m.principal_id) desc, m.valid_from, m.principal_id;
end $$;
call platform.definer('access.who_can_see(uuid)', 'homeward_app');

-- The sections of each member: by which reason, since and until when. Hides what who_can_see hides.
create or replace function access.section_reasons(of_case uuid)
returns table (member int, section smallint, basis text, since timestamptz, until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare names_open boolean;
begin
  if not access.sees(of_case) then return; end if;
  names_open := exists (select from access.my_sections s where s.case_id = of_case and s.section = 2);
  return query
  select distinct on (g.principal_id, g.section) g.principal_id, g.section, g.basis, g.valid_from, g.valid_until
    from access.section_grant g
   where g.case_id = of_case and g.valid_until > statement_timestamp() and (names_open or g.section <> 2)
     and exists (select from access.membership m where m.case_id = of_case and m.principal_id = g.principal_id and m.valid_until > statement_timestamp())
   order by g.principal_id, g.section, g.valid_until desc;
end $$;
call platform.definer('access.section_reasons(uuid)', 'homeward_app');

-- How an agency is called on a case: a home's name is a location (harm.md, rule 1).
create or replace function access.agency_label(of_case uuid, of_agency uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select case when a.name_is_location
                and not exists (select from access.my_sections s where s.case_id = of_case and s.section = 2)
                and a.id is distinct from (select s.agency_id from access.actor_snapshot() s)
              then null else a.names end
    from agencies.agency a where a.id = of_agency
$$;
call platform.definer('access.agency_label(uuid, uuid)', 'homeward_app');

-- ── recusal ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Declared by the worker, or set by an overseer. Invisible to members: nobody gets a list of them here.
create or replace function access.recuse(who uuid, from_case uuid, why text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor();
begin
  if who is distinct from me and not (access.has_role('overseer') and (select s.is_oversight from access.actor_snapshot() s)) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if not exists (select from access.door d where d.case_id = from_case) or (who = me and not access.sees(from_case)) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  insert into access.recusal (worker_id, case_id, basis, made_by) values (who, from_case, why, me);
end $$;
call platform.definer('access.recuse(uuid, uuid, text)', 'homeward_app', 'homeward_oversight');

-- ── the one rule for every table that hangs on a case ───────────────────────────────────────────────────────────────────────────
-- Row security for a case-bound table. Seen by whoever sees the case (the policy on cases.cases answers that, or the reader probe);
-- a row with a section only by who holds the section; written by whoever sees the case, also into a section that they cannot read;
-- never by, or to, a recused person.
create or replace procedure access.guard_case_table(t regclass, sectioned boolean) language plpgsql set search_path = pg_catalog as $$
declare
  seen text := '(exists (select from access.my_reader r where r.case_id = ' || split_part(t::text, '.', 2) || '.case_id offset 0)'
            || ' or exists (select from cases.cases c where c.id = ' || split_part(t::text, '.', 2) || '.case_id offset 0))';
  held text := case when sectioned then
    ' and (section is null or exists (select from access.my_sections s where s.case_id = ' || split_part(t::text, '.', 2)
      || '.case_id and s.section = ' || split_part(t::text, '.', 2) || '.section offset 0))' else '' end;
  -- Nobody writes under a colleague's name: the column that says who wrote must say the actor.
  author text := (select ' and ' || a.attname || ' = (select access.actor())' from pg_attribute a
                   where a.attrelid = t and a.attname in ('written_by', 'recorded_by', 'added_by', 'made_by', 'set_by', 'changed_by') and not a.attisdropped
                   order by a.attnum limit 1);
begin
  call platform.guard(t);
  execute format('create policy members_see on %s for select to homeward_app using (%s%s)', t, seen, held);
  execute format('create policy members_add on %s for insert to homeward_app with check (%s%s)', t, seen, coalesce(author, ''));
  execute format('create policy members_change on %s for update to homeward_app using (%s%s) with check (%s)', t, seen, held, seen);
  execute format('create policy not_recused on %s as restrictive for all to homeward_app
    using (case_id <> all (array(select case_id from access.my_recusal)))', t);
end $$;
revoke all on procedure access.guard_case_table(regclass, boolean) from public;
