-- Agencies: everybody who works here may know which agencies and units there are; of people, only those of one's own agency and
-- of agencies whose name does not tell where a child sleeps.
set local check_function_bodies = off;

call platform.guard('agencies.jurisdiction');
call platform.guard('agencies.district');
call platform.guard('agencies.agency');
call platform.guard('agencies.unit');
call platform.guard('agencies.territory');
call platform.guard('agencies.kind_section');
call platform.guard('agencies.worker');
call platform.guard('agencies.posting');

create policy workers_read on agencies.jurisdiction for select to homeward_app, homeward_oversight using ((select access.actor()) is not null);
create policy workers_read on agencies.district for select to homeward_app, homeward_oversight using ((select access.actor()) is not null);
create policy workers_read on agencies.agency for select to homeward_app, homeward_oversight using ((select access.actor()) is not null);
create policy workers_read on agencies.unit for select to homeward_app, homeward_oversight using ((select access.actor()) is not null);
create policy workers_read on agencies.territory for select to homeward_app, homeward_oversight using ((select access.actor()) is not null);
create policy workers_read on agencies.kind_section for select to homeward_app using ((select access.actor()) is not null);
grant select on agencies.kind_section to homeward_app;
grant select on agencies.jurisdiction, agencies.district, agencies.agency, agencies.unit, agencies.territory
  to homeward_app, homeward_oversight;

create policy colleagues_read on agencies.posting for select to homeward_app using (
  exists (select from agencies.unit u join agencies.agency a on a.id = u.agency_id
           where u.id = posting.unit_id
             and (not a.name_is_location or a.id = (select s.agency_id from access.actor_snapshot() s))));
create policy colleagues_read on agencies.worker for select to homeward_app using (
  worker.id = (select access.actor())
  or exists (select from agencies.posting p where p.worker_id = worker.id and p.during @> statement_timestamp()));
grant select on agencies.worker, agencies.posting to homeward_app;

-- ── joining, moving, leaving ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Raises HW404 unless the actor administers the agency of this unit.
create or replace function agencies.must_administer(of_unit uuid) returns void
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not access.has_role('administrator') or not exists (
       select from agencies.unit u where u.id = of_unit and u.agency_id = (select s.agency_id from access.actor_snapshot() s)) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
end $$;
call platform.definer('agencies.must_administer(uuid)');

create or replace function agencies.post(who uuid, to_unit uuid, as_roles text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Ends the present posting now; one that began this instant is replaced, since an empty range is no posting.
  delete from agencies.posting where worker_id = who and lower(during) >= statement_timestamp();
  update agencies.posting set during = tstzrange(lower(during), statement_timestamp()) where worker_id = who and during @> statement_timestamp();
  if to_unit is not null then
    insert into agencies.posting (worker_id, unit_id, roles, during) values (who, to_unit, as_roles, tstzrange(statement_timestamp(), null));
  end if;
  perform access.follow_posting(who);
end $$;
call platform.definer('agencies.post(uuid, uuid, text[])');

create or replace function agencies.join_unit(called jsonb, speaks text, to_unit uuid, as_roles text[]) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare made uuid;
begin
  perform agencies.must_administer(to_unit);
  perform agencies.must_be_open(to_unit);
  if 'overseer' = any(as_roles) then
    raise exception 'an overseer is named by two' using errcode = 'HW422', detail = 'second-person-needed';
  end if;
  insert into agencies.worker (names, language) values (called, speaks) returning id into made;
  perform agencies.post(made, to_unit, as_roles);
  return made;
end $$;
call platform.definer('agencies.join_unit(jsonb, text, uuid, text[])', 'homeward_app');

-- Nobody decides on their own posting: an administrator who could would make themselves supervisor of what they may not see. It also keeps
-- the last administrator.
create or replace function agencies.must_be_another(who uuid) returns void
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if who = access.actor() then
    raise exception 'nobody decides on their own posting' using errcode = 'HW422', detail = 'own-posting';
  end if;
end $$;
call platform.definer('agencies.must_be_another(uuid)');

-- Raises where nobody is to come any more.
create or replace function agencies.must_be_open(of_unit uuid) returns void
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if exists (select from agencies.unit u where u.id = of_unit and u.closed_at is not null) then
    raise exception 'this unit is closed' using errcode = 'HW422', detail = 'unit-closed';
  end if;
end $$;
call platform.definer('agencies.must_be_open(uuid)');

create or replace function agencies.unit_of(who uuid) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p.unit_id from agencies.posting p where p.worker_id = who and p.during @> statement_timestamp()
$$;
call platform.definer('agencies.unit_of(uuid)');

create or replace function agencies.move_worker(who uuid, to_unit uuid, as_roles text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform agencies.must_administer(agencies.unit_of(who));
  perform agencies.must_administer(to_unit);
  perform agencies.must_be_another(who);
  perform agencies.must_be_open(to_unit);
  if 'overseer' = any(as_roles) then
    raise exception 'an overseer is named by two' using errcode = 'HW422', detail = 'second-person-needed';
  end if;
  perform agencies.post(who, to_unit, as_roles);
end $$;
call platform.definer('agencies.move_worker(uuid, uuid, text[])', 'homeward_app');

-- Has this colleague a sign-in already? For whoever administers the unit; null for others.
create or replace function agencies.signs_in(who uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select case when access.has_role('administrator') and exists (
      select from agencies.posting p join agencies.unit u on u.id = p.unit_id
       where p.worker_id = who and p.during @> statement_timestamp() and u.agency_id = (select s.agency_id from access.actor_snapshot() s))
    then exists (select from sessions.credential c where c.worker_id = who) end
$$;
call platform.definer('agencies.signs_in(uuid)', 'homeward_app');

-- Leaving ends access at once: posting, principals, what was given by name, sessions, and the sign-in itself.
create or replace function agencies.leave(who uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform agencies.must_administer(agencies.unit_of(who));
  perform agencies.must_be_another(who);
  perform agencies.post(who, null, null);
  perform access.end_given_by_name(who);
  update sessions.session set revoked_at = clock_timestamp() where worker_id = who and revoked_at is null;
  update sessions.credential set disabled_at = clock_timestamp() where worker_id = who and disabled_at is null;
  update sessions.setup_link set expires_at = statement_timestamp() where worker_id = who and used_at is null and expires_at > statement_timestamp();
end $$;
call platform.definer('agencies.leave(uuid)', 'homeward_app');

-- The agency that somebody left last, while nobody else has them; null for whoever serves somewhere.
create or replace function agencies.left_agency(who uuid) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select u.agency_id from agencies.posting p join agencies.unit u on u.id = p.unit_id
   where p.worker_id = who and agencies.unit_of(who) is null
   order by upper(p.during) desc limit 1
$$;
call platform.definer('agencies.left_agency(uuid)');

-- Joins again, to where the agency says: the sign-in from before works again, what was given by name does not come back.
create or replace function agencies.rejoin(who uuid, to_unit uuid, as_roles text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform agencies.must_administer(to_unit);
  if agencies.left_agency(who) is distinct from (select s.agency_id from access.actor_snapshot() s) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  perform agencies.must_be_open(to_unit);
  if 'overseer' = any(as_roles) then
    raise exception 'an overseer is named by two' using errcode = 'HW422', detail = 'second-person-needed';
  end if;
  perform agencies.post(who, to_unit, as_roles);
  update sessions.credential set disabled_at = null, failures = 0, wait_until = '-infinity' where worker_id = who;
end $$;
call platform.definer('agencies.rejoin(uuid, uuid, text[])', 'homeward_app');

-- One colleague, here or gone, with what a move or an end would touch: numbers only, since an administrator sees no case.
create or replace function agencies.colleague(who uuid)
returns table (names jsonb, language text, unit_id uuid, roles text[], since timestamptz, left_at timestamptz, signs_in boolean, open_sessions int,
  cases_by_name int, only_supervisor boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare mine uuid := (select s.agency_id from access.actor_snapshot() s); is_gone boolean := agencies.left_agency(who) is not distinct from mine;
begin
  if not is_gone then perform agencies.must_administer(agencies.unit_of(who)); end if;
  if is_gone and not access.has_role('administrator') then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  return query
  select w.names, w.language, p.unit_id, p.roles, lower(p.during), upper(p.during), exists (select from sessions.credential c where c.worker_id = who),
         (select count(*)::int from sessions.session s where s.worker_id = who and s.revoked_at is null and s.expires_at > statement_timestamp() and s.level > 0),
         access.given_by_name(who),
         not is_gone and 'supervisor' = any(p.roles) and not exists (
           select from agencies.posting o join agencies.unit u on u.id = o.unit_id
            where u.agency_id = mine and o.worker_id <> who and o.during @> statement_timestamp() and 'supervisor' = any(o.roles))
    from agencies.posting p join agencies.worker w on w.id = p.worker_id where p.worker_id = who order by upper(p.during) desc nulls first limit 1;
end $$;
call platform.definer('agencies.colleague(uuid)', 'homeward_app');

-- Who left my agency within the last year, newest first; for its administrators, so that an end can be undone.
create or replace function agencies.gone() returns table (id uuid, names jsonb, roles text[], unit_id uuid, left_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare mine uuid := (select s.agency_id from access.actor_snapshot() s);
begin
  if not access.has_role('administrator') then return; end if;
  return query
  select x.worker_id, w.names, x.roles, x.unit_id, x.ended
    from (select distinct on (p.worker_id) p.worker_id, p.roles, p.unit_id, upper(p.during) as ended
            from agencies.posting p join agencies.unit u on u.id = p.unit_id
           where u.agency_id = mine and upper(p.during) > statement_timestamp() - interval '1 year'
           order by p.worker_id, upper(p.during) desc) x
    join agencies.worker w on w.id = x.worker_id
   where agencies.left_agency(x.worker_id) = mine and x.ended <= statement_timestamp()
   order by x.ended desc limit 200;
end $$;
call platform.definer('agencies.gone()', 'homeward_app');

-- ── an overseer is named by two ───────────────────────────────────────────────────────────────────────────────────────────────
-- The administrator of an oversight agency asks; a person of another agency, drawn by lot, agrees to exactly this; then it is done. Somebody
-- who serves there already (who), or somebody new (called, speaks). Raises HW404 for whoever does not administer the unit.
create or replace function agencies.ask_overseer(who uuid, called jsonb, speaks text, to_unit uuid, why text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare made uuid; wanted jsonb;
begin
  perform agencies.must_administer(to_unit);
  if not exists (select from agencies.unit u join agencies.agency a on a.id = u.agency_id
                  where u.id = to_unit and a.is_oversight and u.closed_at is null) then
    raise exception 'overseers serve in oversight only' using errcode = 'HW422', detail = 'not-oversight';
  end if;
  if who is not null then
    perform agencies.must_administer(agencies.unit_of(who));
    perform agencies.must_be_another(who);
    select w.names, w.language into called, speaks from agencies.worker w where w.id = who;
  end if;
  select jsonb_build_object('worker', who, 'names', called, 'language', speaks, 'unit', to_unit, 'unitNames', u.names, 'agencyNames', a.names,
                            'basis', why) into wanted
    from agencies.unit u join agencies.agency a on a.id = u.agency_id where u.id = to_unit;
  made := access.ask_second_on_office('overseer-naming', wanted, 'administrator');
  if made is null then
    raise exception 'nobody' using errcode = 'HW422', detail = 'no-second-person';
  end if;
  perform log.record('overseer-asked', 'approval', made, null, 'done', null, null, jsonb_build_object('worker', who, 'unit', to_unit, 'basis', why));
  return made;
end $$;
call platform.definer('agencies.ask_overseer(uuid, jsonb, text, uuid, text)', 'homeward_app');

-- Does what the second person agreed to, and nothing else: the payload is the approval's own.
create or replace function agencies.make_overseer(approval uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare wanted jsonb; who uuid; to_unit uuid; from_unit uuid;
begin
  select a.payload into wanted from access.approval a
   where a.id = approval and a.action = 'overseer-naming' and a.asked_by = access.actor() for update;
  if wanted is null then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  to_unit := (wanted->>'unit')::uuid;
  perform agencies.must_administer(to_unit);
  who := (wanted->>'worker')::uuid;
  if who is not null then  -- who left in the meantime does not come back this way
    select p.unit_id into from_unit from agencies.posting p where p.worker_id = who and p.during @> statement_timestamp();
    perform agencies.must_administer(from_unit);
  end if;
  perform access.spend_approval(approval, 'overseer-naming', null, wanted);
  if who is null then
    insert into agencies.worker (names, language) values (wanted->'names', wanted->>'language') returning id into who;
  end if;
  perform agencies.post(who, to_unit, array['overseer']);
  perform log.record('overseer-named', 'worker', who, null, 'done', null, null, jsonb_build_object('approval', approval, 'unit', to_unit));
  return who;
end $$;
call platform.definer('agencies.make_overseer(uuid)', 'homeward_app');

-- ── the pack ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Places, agencies, units and people of a pack or a demonstration, by the command line only; idempotent by id.
create or replace function agencies.load_pack(p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare w record;
begin
  insert into agencies.jurisdiction (id, code, names)
  select (x->>'id')::uuid, x->>'code', x->'names' from jsonb_array_elements(p->'jurisdictions') x
  on conflict (id) do update set code = excluded.code, names = excluded.names;
  insert into agencies.district (code, jurisdiction_id, names)
  select x->>'code', (x->>'jurisdictionId')::uuid, x->'names' from jsonb_array_elements(p->'districts') x
  on conflict (code) do update set jurisdiction_id = excluded.jurisdiction_id, names = excluded.names;
  delete from agencies.kind_section k where not exists (
    select from jsonb_array_elements(p->'kinds') x where x->>'code' = k.kind and x->'sections' @> to_jsonb(k.section));
  insert into agencies.kind_section (kind, section)
  select x->>'code', s::smallint from jsonb_array_elements(p->'kinds') x, jsonb_array_elements_text(x->'sections') s
  on conflict do nothing;
  insert into agencies.agency (id, jurisdiction_id, kind, names, name_is_location, is_oversight)
  select (x->>'id')::uuid, (x->>'jurisdictionId')::uuid, x->>'kind', x->'names', (x->>'nameIsLocation')::boolean, (x->>'isOversight')::boolean
    from jsonb_array_elements(coalesce(p->'agencies', '[]')) x
  on conflict (id) do update set names = excluded.names;
  -- Who set up an installation before agencies kept a list; in a demonstration the first of its cast.
  update agencies.agency set is_founding = true
   where not exists (select from agencies.agency f where f.is_founding)
     and id = coalesce((select d.agency_id from log.detail d where d.verb = 'installation-set-up' limit 1), (p->'agencies'->0->>'id')::uuid);
  insert into agencies.unit (id, agency_id, names)
  select (x->>'id')::uuid, (x->>'agencyId')::uuid, x->'names' from jsonb_array_elements(coalesce(p->'units', '[]')) x
  on conflict (id) do update set names = excluded.names;
  insert into agencies.territory (unit_id, district)
  select (x->>'id')::uuid, d from jsonb_array_elements(coalesce(p->'units', '[]')) x, jsonb_array_elements_text(x->'districts') d
  on conflict do nothing;
  for w in select (x->>'id')::uuid as id, x->'names' as names, x->>'language' as language, (x->>'unitId')::uuid as unit_id,
                  array(select jsonb_array_elements_text(x->'roles')) as roles, (x->>'invented')::boolean as invented
             from jsonb_array_elements(coalesce(p->'workers', '[]')) x loop
    insert into agencies.worker (id, names, language, invented) values (w.id, w.names, w.language, w.invented)
    on conflict (id) do update set names = excluded.names, language = excluded.language;
    if not exists (select from agencies.posting q where q.worker_id = w.id and q.during @> statement_timestamp()
                     and q.unit_id = w.unit_id and q.roles = w.roles) then
      perform agencies.post(w.id, w.unit_id, w.roles);
    end if;
  end loop;
end $$;
call platform.definer('agencies.load_pack(jsonb)', 'homeward_admin');

-- Who I am, for the frame of every page.
create or replace function agencies.me()
returns table (worker_id uuid, names jsonb, language text, roles text[], unit_id uuid, unit_names jsonb, agency_id uuid, agency_names jsonb,
  agency_kind text, is_oversight boolean, level smallint, level_age_seconds int, expires_at timestamptz, has_second_factor boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select s.worker_id, w.names, w.language, s.roles, s.unit_id, u.names, s.agency_id, a.names, s.agency_kind, s.is_oversight, s.level, s.level_age_seconds,
         x.expires_at, exists (select from sessions.factors_of(s.worker_id) f where f.totp_sealed is not null or f.has_passkey)
    from access.actor_snapshot() s
    join agencies.worker w on w.id = s.worker_id
    join sessions.session x on x.id = s.session_id
    left join agencies.unit u on u.id = s.unit_id
    left join agencies.agency a on a.id = s.agency_id
$$;
call platform.definer('agencies.me()', 'homeward_app', 'homeward_oversight');
