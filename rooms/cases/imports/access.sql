-- Bringing existing work in: seen by the unit that will own the cases and by its agency's supervisors; the last step is one statement a
-- table, in one transaction, or nothing.
set local check_function_bodies = off;

call platform.guard('cases.imports');
create policy owners_see on cases.imports for select to homeward_app using (
  owner_id = any((select access.principals())::int[]) or supervisors_id = any((select access.principals())::int[]));
create policy owners_change on cases.imports for update to homeward_app using (
  state <> 'in' and (owner_id = any((select access.principals())::int[]) or supervisors_id = any((select access.principals())::int[])));
grant select on cases.imports to homeward_app;
grant update (sealed, layout, revision, state, rows_planned, rows_staged, staged_line, changed_at) on cases.imports to homeward_app;

call platform.guard('cases.import_rows');
create policy owners_see on cases.import_rows for select to homeward_app using (
  import_id in (select i.id from cases.imports i));
-- Not by each row: the imports of one unit are few, and thousands of rows come at once.
create policy owners_add on cases.import_rows for insert to homeward_app with check (
  import_id in (select i.id from cases.imports i where i.state = 'staging'));
create policy owners_drop on cases.import_rows for delete to homeward_app using (
  import_id in (select i.id from cases.imports i));
grant select, insert, delete on cases.import_rows to homeward_app;

call platform.guard('cases.import_mappings');
create policy agency_sees on cases.import_mappings for select to homeward_app using (
  agency_id = (select s.agency_id from access.actor_snapshot() s));
create policy agency_keeps on cases.import_mappings for insert to homeward_app with check (
  agency_id = (select s.agency_id from access.actor_snapshot() s) and kept_by = (select access.actor()));
create policy agency_changes on cases.import_mappings for update to homeward_app using (
  agency_id = (select s.agency_id from access.actor_snapshot() s)) with check (kept_by = (select access.actor()));
grant select, insert on cases.import_mappings to homeward_app;
grant update (sealed, kept_at, kept_by) on cases.import_mappings to homeward_app;

-- A state that the app asks for must be true: "staged" says that every planned row waits, and nothing is "in" but by promote_import.
create or replace function cases.check_import_state() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.state = 'staged' and new.rows_staged <> new.rows_planned then
    raise exception 'rows are missing' using errcode = 'HW422', detail = 'import-not-ready';
  end if;
  if new.state = 'in' and old.state <> 'staged' then
    raise exception 'not staged' using errcode = 'HW422', detail = 'import-not-ready';
  end if;
  return new;
end $$;
call platform.definer('cases.check_import_state()');
create or replace trigger state_is_true before update of state on cases.imports for each row execute function cases.check_import_state();

-- Begins with a file, or finds what was begun with the same one: the key is agency and hash, so that no row comes in twice.
create or replace function cases.begin_import(
  new_id uuid, digest bytea, of_layout text, n bigint, file uuid, file_kind text, file_key bytea, what bytea)
returns table (id uuid, fresh boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; i cases.imports;
begin
  select * into me from access.actor_snapshot();
  if me.unit_id is null or me.is_oversight then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  insert into platform.file (id, kind, bytes, sha256, sealed_key) values (file, file_kind, n, digest, file_key);
  insert into cases.imports (id, jurisdiction_id, agency_id, owner_id, supervisors_id, file_hash, file_id, layout, bytes, sealed, begun_by)
  values (new_id, me.jurisdiction_id, me.agency_id, access.principal_of(2::smallint, me.unit_id), access.principal_of(4::smallint, me.agency_id),
          digest, file, of_layout, n, what, me.worker_id)
  on conflict (agency_id, file_hash) do nothing;
  if found then
    perform log.record('import-begun', 'import', new_id, null, 'done', null, null, jsonb_build_object('layout', of_layout, 'bytes', n));
    return query select new_id, true;
    return;
  end if;
  delete from platform.file f where f.id = file;
  select * into i from cases.imports x where x.agency_id = me.agency_id and x.file_hash = digest;
  if not (i.owner_id = any(access.principals()) or i.supervisors_id = any(access.principals())) then
    raise exception 'another unit has this file' using errcode = 'HW422', detail = 'import-elsewhere';
  end if;
  return query select i.id, false;
end $$;
call platform.definer('cases.begin_import(uuid, bytea, text, bigint, uuid, text, bytea, bytea)', 'homeward_app');

-- The import that the actor may touch, or HW404.
create or replace function cases.my_import(which uuid) returns cases.imports
language plpgsql stable security definer set search_path = pg_catalog as $$
declare i cases.imports;
begin
  select * into i from cases.imports x where x.id = which
     and (x.owner_id = any((select access.principals())::int[]) or x.supervisors_id = any((select access.principals())::int[]));
  if i.id is null then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  return i;
end $$;
call platform.definer('cases.my_import(uuid)');

-- For the vault: what it may open for this session. The entry commits before the vault opens anything.
create or replace function cases.open_import(which uuid) returns table (file_id uuid, sealed_key bytea, sealed bytea)
language plpgsql security definer set search_path = pg_catalog as $$
declare i cases.imports;
begin
  i := cases.my_import(which);
  perform log.record_view('import-opened', 'import', i.id, null);
  return query select i.file_id, f.sealed_key, i.sealed from platform.file f where f.id = i.file_id and f.blocked_at is null;
end $$;
call platform.definer('cases.open_import(uuid)', 'homeward_vault');

create or replace function cases.kept_mapping(of_signature bytea) returns bytea
language sql stable security definer set search_path = pg_catalog as $$
  select m.sealed from cases.import_mappings m, access.actor_snapshot() s where m.agency_id = s.agency_id and m.signature = of_signature
$$;
call platform.definer('cases.kept_mapping(bytea)', 'homeward_vault');

-- Gives up a file that has not come in: its rows, its corrections, its file. Returns the file for the web process to destroy.
create or replace function cases.drop_import(which uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare i cases.imports;
begin
  i := cases.my_import(which);
  select * into i from cases.imports x where x.id = i.id for update;
  if i.state = 'in' then
    raise exception 'it is in' using errcode = 'HW422', detail = 'import-is-in';
  end if;
  delete from cases.imports x where x.id = i.id;
  delete from platform.file f where f.id = i.file_id;
  perform log.record('import-dropped', 'import', i.id);
  return i.file_id;
end $$;
call platform.definer('cases.drop_import(uuid)', 'homeward_app');

-- Six letters of the alphabet of case numbers, from the server's strong random source. 65536 mod 30: no letter is likelier by 1 in 2,000.
create or replace function cases.random_ref(r bytea default uuid_send(gen_random_uuid())) returns text
language sql volatile set search_path = pg_catalog as $$
  select 'HW-' || substr(x, 1, 3) || '-' || substr(x, 4, 3)
    from (select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(r, a) * 256 + get_byte(r, a + 1)) % 30, 1), '' order by a) as x
            from unnest(array[0, 2, 4, 9, 11, 13]) a) s      -- bytes 6 and 8 hold the version
$$;
call platform.definer('cases.random_ref(bytea)');

-- Brings every staged row in, whole or not at all: one statement a table, one entry in the log. Again: answers as before.
create or replace function cases.promote_import(which uuid, seen_revision int) returns table (rows_in int, dropped uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; i cases.imports; moment timestamptz := statement_timestamp(); n int; nameless int;
begin
  select * into me from access.actor_snapshot();
  i := cases.my_import(which);
  select * into i from cases.imports x where x.id = i.id for update;
  if i.state = 'in' then
    return query select i.rows_in, null::uuid;
    return;
  end if;
  if i.revision <> seen_revision then
    raise exception 'somebody changed this since' using errcode = 'HW412', detail = i.revision::text;
  end if;
  select count(*), count(*) filter (where r.plan->>'standing' = 'past-de-identified') into n, nameless from cases.import_rows r where r.import_id = i.id;
  if i.state <> 'staged' or n <> i.rows_planned or n = 0 then
    raise exception 'rows are missing' using errcode = 'HW422', detail = 'import-not-ready';
  end if;

  perform access.open_doors(
    array_agg((r.plan->>'id')::uuid order by r.line), array_agg((r.plan->>'open')::boolean order by r.line),
    array_agg(r.plan->>'standing' = 'past-de-identified' order by r.line), i.jurisdiction_id, i.owner_id, i.supervisors_id, i.agency_id, moment)
    from cases.import_rows r where r.import_id = i.id;

  insert into cases.cases (id, jurisdiction_id, ref, supervisors_id, is_open, subject_sex, subject_age, age_basis, is_child, situation,
                           origin, import_id, import_line, opened_at, happened_at, opened_by)
  select c.id, i.jurisdiction_id, f.ref, i.supervisors_id, c.open, c.sex, c.age, c."ageBasis", c."isChild", c.situation, 'import', i.id, s.line, moment, c.at, me.worker_id
    from (select r.line, r.plan, row_number() over (order by r.line) as nth from cases.import_rows r where r.import_id = i.id) s
    cross join lateral jsonb_to_record(s.plan) as c (id uuid, open boolean, sex smallint, age smallint, "ageBasis" smallint, "isChild" smallint, situation text, at timestamptz)
    join (select d.ref, row_number() over () as nth
            from (select distinct cases.random_ref(uuid_send(gen_random_uuid())) as ref from generate_series(1, n + n / 20 + 50)) d
           where not exists (select from cases.cases k where k.ref = d.ref)) f using (nth);
  get diagnostics nameless = row_count;
  if nameless <> n then
    raise exception 'not every row became a case';
  end if;

  -- What was closed elsewhere comes in as past: no closure of ours, which would need a second person.
  insert into cases.tracks (case_id, jurisdiction_id, track, opened_at, closed_at, outcome, closed_by)
  select c.id, i.jurisdiction_id, t, moment, case when not c.open then coalesce(c."closedAt", moment) end, case when not c.open then 'brought-in-past' end,
         case when not c.open then me.worker_id end
    from cases.import_rows r cross join lateral jsonb_to_record(r.plan) as c (id uuid, open boolean, "closedAt" timestamptz)
    cross join unnest(array[1, 2]::smallint[]) t
   where r.import_id = i.id;
  insert into cases.stages (case_id, jurisdiction_id, stage, reached_at, recorded_by)
  select c.id, i.jurisdiction_id, 1, coalesce(c.at, moment), me.worker_id
    from cases.import_rows r cross join lateral jsonb_to_record(r.plan) as c (id uuid, at timestamptz) where r.import_id = i.id;
  insert into cases.people (id, case_id, jurisdiction_id, role, relation, section, sex, age, added_by)
  select p.id, (r.plan->>'id')::uuid, i.jurisdiction_id, p.role, p.relation, case when p.role = 4 then 7 end, p.sex, p.age, me.worker_id
    from cases.import_rows r
    cross join lateral jsonb_to_recordset(r.plan->'people') as p (id uuid, role smallint, relation text, sex smallint, age smallint)
   where r.import_id = i.id;
  insert into cases.events (id, case_id, jurisdiction_id, section, kind, happened_at, happened_approx, recorded_by, recorded_agency, from_paper, codes, sealed)
  select e.id, (r.plan->>'id')::uuid, i.jurisdiction_id, e.section, e.kind, e.at, e.approx, me.worker_id, i.agency_id, false,
         coalesce(e.codes, '{}'), decode(e.sealed, 'base64')
    from cases.import_rows r
    cross join lateral jsonb_to_recordset(r.plan->'events')
      as e (id uuid, section smallint, kind text, at timestamptz, approx text, codes jsonb, sealed text)
   where r.import_id = i.id;
  insert into cases.notes (id, case_id, jurisdiction_id, section, kind, written_by, written_agency, codes, sealed)
  select e.id, (r.plan->>'id')::uuid, i.jurisdiction_id, e.section, 'note', me.worker_id, i.agency_id, '{"from": "import"}', decode(e.sealed, 'base64')
    from cases.import_rows r cross join lateral jsonb_to_recordset(r.plan->'notes') as e (id uuid, section smallint, sealed text)
   where r.import_id = i.id;
  perform identities.store_new(
    array_agg(e.person), array_agg((r.plan->>'id')::uuid), array_agg(e.section), array_agg(decode(e.sealed, 'base64')), jsonb_agg(e.keys),
    i.jurisdiction_id, i.agency_id)
    from cases.import_rows r
    cross join lateral jsonb_to_recordset(r.plan->'records') as e (person uuid, section smallint, sealed text, keys jsonb)
   where r.import_id = i.id
  having count(*) > 0;

  perform log.record('import-brought-in', 'import', i.id, null, 'done', null, null, jsonb_build_object('cases', n, 'layout', i.layout));
  delete from cases.import_rows r where r.import_id = i.id;
  update cases.imports x set state = 'in', rows_in = n, file_id = null, sealed = null, in_at = moment, in_by = me.worker_id, changed_at = moment where x.id = i.id;
  delete from platform.file f where f.id = i.file_id;
  return query select n, i.file_id;
end $$;
call platform.definer('cases.promote_import(uuid, int)', 'homeward_app');

-- What a published, nameless release says in sum, counted out of what is stored: each field's answers and how many cases give them. The
-- figures are public; still only its owner asks, and never of a case that the asker is recused from.
create or replace function cases.import_sums(which uuid) returns table (field text, codes jsonb, n bigint)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare i cases.imports;
begin
  i := cases.my_import(which);
  if i.layout <> 'ctdc-victim-perpetrator' then
    raise exception 'no published figures' using errcode = 'HW422', detail = 'import-not-published';
  end if;
  return query
  with mine as (select k.id from cases.cases k where k.import_id = i.id and k.id <> all (array(select x.case_id from access.my_recusal x)))
  select null::text, null::jsonb, count(*) from mine
  union all
  select v.key, v.value, count(*) from mine join cases.events e on e.case_id = mine.id cross join lateral jsonb_each(e.codes->'values') v
   where e.codes ? 'values' group by 1, 2;
end $$;
call platform.definer('cases.import_sums(uuid)', 'homeward_app');
