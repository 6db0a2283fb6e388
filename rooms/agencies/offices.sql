-- Units and agencies change only by two (harm.md): an administrator asks, somebody of another agency agrees to exactly that, then it is done.
-- Whoever may ask gains no sight of a case by it: no principal of the asker comes or goes.
set local check_function_bodies = off;

-- Whether the actor keeps the list of agencies: an administrator of the agency that set the installation up.
create or replace function agencies.keeps_agencies() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select access.has_role('administrator')
     and exists (select from agencies.agency a where a.id = (select s.agency_id from access.actor_snapshot() s) and a.is_founding and a.closed_at is null)
$$;
call platform.definer('agencies.keeps_agencies()', 'homeward_app');

-- The first days: nobody of any other agency can sign in yet, so there is nobody to ask.
create or replace function agencies.is_alone() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select not exists (
    select from agencies.posting q join agencies.unit u on u.id = q.unit_id join sessions.credential c on c.worker_id = q.worker_id
     where q.during @> statement_timestamp() and c.disabled_at is null and u.agency_id <> (select s.agency_id from access.actor_snapshot() s))
$$;
call platform.definer('agencies.is_alone()', 'homeward_app');

-- Districts of the agency's own state, or any where its place has none of its own (a whole country).
create or replace function agencies.set_territory(of_unit uuid, wanted jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare codes text[] := array(select distinct x from jsonb_array_elements_text(wanted) x); place uuid;
begin
  select a.jurisdiction_id into place from agencies.unit u join agencies.agency a on a.id = u.agency_id where u.id = of_unit;
  if (select count(*) from agencies.district d
       where d.code = any(codes) and (d.jurisdiction_id = place or not exists (select from agencies.district x where x.jurisdiction_id = place)))
     <> cardinality(codes) then
    raise exception 'this district is elsewhere' using errcode = 'HW422', detail = 'district-elsewhere';
  end if;
  delete from agencies.territory t where t.unit_id = of_unit and t.district <> all (codes);
  insert into agencies.territory (unit_id, district) select of_unit, c from unnest(codes) c on conflict do nothing;
end $$;
call platform.definer('agencies.set_territory(uuid, jsonb)');

-- Does one change, as it stands in the payload. Who may is looked at here, at asking and at doing. Returns what was made or changed: a unit,
-- or the new agency's first administrator.
create or replace function agencies.do_change(wanted jsonb) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare what text := wanted->>'change'; u uuid := (wanted->>'unit')::uuid; a uuid; made uuid;
begin
  if what = 'agency-added' then
    if not agencies.keeps_agencies() then
      raise exception 'not visible' using errcode = 'HW404';
    end if;
    insert into agencies.agency (jurisdiction_id, kind, names, name_is_location, is_oversight)
    select j.id, wanted->>'kind', wanted->'names', (wanted->>'nameIsLocation')::boolean, (wanted->>'isOversight')::boolean
      from agencies.jurisdiction j where j.code = wanted->>'jurisdiction' returning id into a;
    if a is null then
      raise exception 'no such place' using errcode = 'HW422', detail = 'body-invalid';
    end if;
    insert into agencies.unit (agency_id, names) values (a, wanted->'unitNames') returning id into u;
    insert into agencies.worker (names, language) values (wanted->'administrator', wanted->>'language') returning id into made;
    perform agencies.post(made, u, array['administrator']);
    return made;
  end if;
  a := (select s.agency_id from access.actor_snapshot() s);
  if not access.has_role('administrator') or (u is not null and not exists (select from agencies.unit x where x.id = u and x.agency_id = a)) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if what = 'unit-added' then
    insert into agencies.unit (agency_id, names) values (a, wanted->'names') returning id into u;
    perform agencies.set_territory(u, wanted->'districts');
  elsif what = 'unit-changed' then
    perform agencies.must_be_open(u);
    update agencies.unit set names = wanted->'names' where id = u;
    perform agencies.set_territory(u, wanted->'districts');
  elsif what = 'unit-closed' then
    perform agencies.must_be_open(u);
    if exists (select from agencies.posting q where q.unit_id = u and q.during @> statement_timestamp()) then
      raise exception 'people serve there' using errcode = 'HW422', detail = 'unit-has-people';
    end if;
    -- Rooms above refuse here what they would lose with the unit (triggers on closed_at).
    if access.owns_open_cases(u) then
      raise exception 'the unit owns cases' using errcode = 'HW422', detail = 'unit-owns-cases';
    end if;
    update agencies.unit set closed_at = statement_timestamp() where id = u;
  elsif what = 'unit-opened' then
    update agencies.unit set closed_at = null where id = u and closed_at is not null;
    if not found then
      raise exception 'it is open' using errcode = 'HW422', detail = 'unit-open';
    end if;
  else
    raise exception 'no such change' using errcode = 'HW422', detail = 'body-invalid';
  end if;
  return u;
end $$;
call platform.definer('agencies.do_change(jsonb)');

-- Asks for a change. What could not be done now is refused now: the change is made and taken back. Where nobody of another agency can sign
-- in yet it is done at once, and the log says that it was done alone; an oversight agency never begins so.
create or replace function agencies.ask_change(wanted jsonb) returns table (approval uuid, made uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare u uuid := (wanted->>'unit')::uuid; mine uuid := (select s.agency_id from access.actor_snapshot() s);
begin
  -- What the second person reads of before, and of whom, is the database's own word.
  wanted := wanted || jsonb_build_object(
    'agencyNames', (select a.names from agencies.agency a where a.id = mine),
    'unitNames', coalesce(wanted->'unitNames', (select x.names from agencies.unit x where x.id = u and x.agency_id = mine)),
    'before', (select jsonb_agg(t.district order by t.district) from agencies.territory t join agencies.unit x on x.id = t.unit_id
                where t.unit_id = u and x.agency_id = mine));
  begin  -- its own code: one that ends in 000 would catch its whole class, refusals too
    perform agencies.do_change(wanted);
    raise exception 'only tried' using errcode = 'HX001';
  exception when sqlstate 'HX001' then null;
  end;
  approval := access.ask_second_on_office('office-change', wanted, 'administrator');
  if approval is not null then
    perform log.record('office-change-asked', 'approval', approval, null, 'done', null, null, jsonb_build_object('change', wanted->>'change', 'unit', u));
    return next; return;
  end if;
  if not agencies.is_alone() or coalesce((wanted->>'isOversight')::boolean, false) then
    raise exception 'nobody' using errcode = 'HW422', detail = 'no-second-person';
  end if;
  made := agencies.do_change(wanted);
  perform log.record('office-changed', case when wanted->>'change' = 'agency-added' then 'worker' else 'unit' end, made, null, 'done', null, null,
                     jsonb_build_object('change', wanted->>'change', 'alone', true));
  return next;
end $$;
call platform.definer('agencies.ask_change(jsonb)', 'homeward_app');

-- Does what the second person agreed to, and nothing else: the payload is the approval's own.
create or replace function agencies.make_change(approval uuid) returns table (change text, made uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare wanted jsonb;
begin
  select a.payload into wanted from access.approval a
   where a.id = approval and a.action = 'office-change' and a.asked_by = access.actor() for update;
  if wanted is null then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  perform access.spend_approval(approval, 'office-change', null, wanted);
  change := wanted->>'change';
  made := agencies.do_change(wanted);
  perform log.record('office-changed', case when change = 'agency-added' then 'worker' else 'unit' end, made, null, 'done', null, null,
                     jsonb_build_object('change', change, 'approval', approval));
  return next;
end $$;
call platform.definer('agencies.make_change(uuid)', 'homeward_app');

-- Every agency, for whoever keeps the list; with whose first sign-in is still owed where nobody there can sign in.
create or replace function agencies.kept()
returns table (id uuid, kind text, names jsonb, jurisdiction text, is_founding boolean, units int, first_worker uuid, first_names jsonb)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not agencies.keeps_agencies() then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  return query
  select a.id, a.kind, a.names, j.code, a.is_founding, (select count(*)::int from agencies.unit u where u.agency_id = a.id and u.closed_at is null), f.id, f.names
    from agencies.agency a join agencies.jurisdiction j on j.id = a.jurisdiction_id
    left join lateral agencies.awaited_first(a.id) f on true
   where a.closed_at is null order by a.is_founding desc, a.names->>'en', a.id;
end $$;
call platform.definer('agencies.kept()', 'homeward_app');

-- The first administrator of an agency in which nobody can sign in yet.
create or replace function agencies.awaited_first(of_agency uuid) returns table (id uuid, names jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select w.id, w.names
    from agencies.posting q join agencies.unit u on u.id = q.unit_id join agencies.worker w on w.id = q.worker_id
   where u.agency_id = of_agency and q.during @> statement_timestamp() and 'administrator' = any(q.roles)
     and not exists (select from agencies.posting o join agencies.unit x on x.id = o.unit_id join sessions.credential c on c.worker_id = o.worker_id
                      where x.agency_id = of_agency and o.during @> statement_timestamp())
   order by lower(q.during) limit 1
$$;
call platform.definer('agencies.awaited_first(uuid)');

-- The one-time link of a new agency's first administrator, until somebody there can sign in; each ends the one before.
create or replace function agencies.offer_first_link(of_worker uuid, hash bytea) returns timestamptz
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); ends timestamptz := statement_timestamp() + interval '72 hours';
begin
  if not agencies.keeps_agencies() or not exists (
       select from agencies.unit u cross join lateral agencies.awaited_first(u.agency_id) f where u.id = agencies.unit_of(of_worker) and f.id = of_worker) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  perform sessions.must_be_settled(me);
  update sessions.setup_link set expires_at = statement_timestamp() where worker_id = of_worker and used_at is null and expires_at > statement_timestamp();
  insert into sessions.setup_link (token_hash, worker_id, made_by, expires_at) values (hash, of_worker, me, ends);
  return ends;
end $$;
call platform.definer('agencies.offer_first_link(uuid, bytea)', 'homeward_app');
