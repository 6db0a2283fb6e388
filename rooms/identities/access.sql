-- The vault's side in the database. No receipt, no key: ask_opening commits the log entry, release works afterwards, once.
set local check_function_bodies = off;

call platform.guard('identities.person');
call platform.guard('identities.record');
call platform.guard('identities.opening');
call platform.guard('identities.exact_key');
call platform.guard('identities.erasure');

-- That a place or a suspect is known at all is for who holds their section; that a child has a sealed name, for every member.
create policy members_see on identities.person for select to homeward_app using (
  (exists (select from access.my_reader r where r.case_id = person.case_id offset 0)
   or exists (select from cases.cases c where c.id = person.case_id offset 0))
  and (section = 1 or exists (select from access.my_sections s where s.case_id = person.case_id and s.section = person.section offset 0)));
create policy not_recused on identities.person as restrictive for select to homeward_app using (
  case_id <> all (array(select case_id from access.my_recusal)));
grant select on identities.person to homeward_app;

-- Stores a sealed identity: new, or a new version over the one the writer saw. The writer must hold the section.
create or replace function identities.store(
  who uuid, of_case uuid, in_section smallint, seen_version int, with_key_version int, bytes bytea, keys jsonb)
returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; p identities.person; k jsonb;
begin
  select * into me from access.actor_snapshot();
  if not access.sees_section(of_case, in_section) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  select * into p from identities.person where id = who for update;
  if p.id is null then
    insert into identities.person (id, case_id, jurisdiction_id, section, sealed_by)
    select who, of_case, d.jurisdiction_id, in_section, me.worker_id from access.door d where d.case_id = of_case
    on conflict (id) do nothing returning * into p;
    if p.id is null then
      -- Somebody sealed this new one at the same moment: what this writer saw, nothing, is not what stands there now.
      if not exists (select from identities.person x where x.id = who and x.case_id = of_case and x.section = in_section) then
        raise exception 'not visible' using errcode = 'HW404';
      end if;
      raise exception 'somebody changed this since' using errcode = 'HW412', detail = '1';
    end if;
  else
    if p.case_id <> of_case or p.section <> in_section or p.erased_at is not null then
      raise exception 'not visible' using errcode = 'HW404';
    end if;
    if p.version is distinct from seen_version then
      raise exception 'somebody changed this since' using errcode = 'HW412', detail = p.version::text;
    end if;
    update identities.person set version = version + 1, sealed_at = now(), sealed_by = me.worker_id where id = who returning * into p;
  end if;
  insert into identities.record (person_id, key_version, sealed) values (who, with_key_version, bytes)
  on conflict (person_id) do update set key_version = excluded.key_version, sealed = excluded.sealed;
  delete from identities.exact_key where person_id = who and agency_id = me.agency_id;
  for k in select jsonb_array_elements(coalesce(keys, '[]')) loop
    insert into identities.exact_key (agency_id, kind, blind, person_id, case_id)
    values (me.agency_id, (k->>'kind')::smallint, decode(k->>'blind', 'hex'), who, of_case) on conflict do nothing;
  end loop;
  return p.version;
end $$;
call platform.definer('identities.store(uuid, uuid, smallint, int, int, bytea, jsonb)', 'homeward_app');

-- Many new identities at once, for cases.promote_import, which has opened their cases. `keys`: a list of {kind, blind} for each.
create or replace function identities.store_new(
  people uuid[], of_cases uuid[], in_sections smallint[], bytes bytea[], keys jsonb, of_jurisdiction uuid, of_agency uuid)
returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor();
begin
  insert into identities.person (id, case_id, jurisdiction_id, section, sealed_by)
  select n.person, n.of_case, of_jurisdiction, n.section, me from unnest(people, of_cases, in_sections) n(person, of_case, section);
  insert into identities.record (person_id, key_version, sealed) select n.person, 1, n.sealed from unnest(people, bytes) n(person, sealed);
  insert into identities.exact_key (agency_id, kind, blind, person_id, case_id)
  select of_agency, (k->>'kind')::smallint, decode(k->>'blind', 'hex'), n.person, n.of_case
    from unnest(people, of_cases) with ordinality n(person, of_case, nth)
    cross join lateral jsonb_array_elements(keys->(n.nth::int - 1)) k
  on conflict do nothing;
end $$;
call platform.definer('identities.store_new(uuid[], uuid[], smallint[], bytea[], jsonb, uuid, uuid)');

-- Transaction A, on the vault's login: may this person open it, and is the entry written? Level 2 of the last 15 minutes.
create or replace function identities.ask_opening(who uuid, why text, why_sealed bytea, of_request uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; p identities.person; made uuid; entry uuid;
begin
  select * into me from access.actor_snapshot();
  select * into p from identities.person where id = who and erased_at is null;
  if p.id is null or not access.sees_section(p.case_id, p.section) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if me.level < 2 or me.level_age_seconds is null or me.level_age_seconds > 900 then
    raise exception 'step up first' using errcode = 'HW422', detail = 'step-up-needed';
  end if;
  entry := log.record('identity-opened', 'person', who, p.case_id, 'done', why, of_request,
                      jsonb_build_object('version', p.version, 'section', p.section));
  insert into identities.opening (person_id, case_id, worker_id, session_id, reason, reason_sealed, entry_id)
  values (who, p.case_id, me.worker_id, me.session_id, why, why_sealed, entry)
  returning id into made;
  return made;
end $$;
call platform.definer('identities.ask_opening(uuid, text, bytea, uuid)', 'homeward_vault');

-- Transaction B: the sealed bytes, once, to the session that asked, within 60 s, and only against an entry that is there.
create or replace function identities.release(opening uuid)
returns table (person_id uuid, key_version int, sealed bytea, version int, entry_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; o identities.opening;
begin
  select * into me from access.actor_snapshot();
  update identities.opening x set released_at = clock_timestamp()
   where x.id = opening and x.session_id = me.session_id and x.worker_id = me.worker_id and x.released_at is null
     and x.asked_at > clock_timestamp() - interval '60 seconds'
     and x.asked_in <> pg_current_xact_id()   -- never in the transaction that asked: a rollback would leave no entry
  returning * into o;
  if o.id is null or not exists (select from log.detail d where d.entry_id = o.entry_id and d.verb = 'identity-opened')
     or not access.sees(o.case_id) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  return query select r.person_id, r.key_version, r.sealed, p.version, o.entry_id
    from identities.record r join identities.person p on p.id = r.person_id where r.person_id = o.person_id and p.erased_at is null;
end $$;
call platform.definer('identities.release(uuid)', 'homeward_vault');

-- Exact search: who of my own agency's keys matches, and only in cases I see. Logged as one search.
create or replace function identities.find_exact(of_kind smallint, wanted bytea, of_request uuid)
returns table (person_id uuid, case_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare me record;
begin
  select * into me from access.actor_snapshot();
  perform log.record('identity-searched', 'search', null, null, 'done', null, of_request, jsonb_build_object('kind', of_kind));
  return query
  select k.person_id, k.case_id from identities.exact_key k
   where k.agency_id = me.agency_id and k.kind = of_kind and k.blind = wanted and access.sees(k.case_id) limit 50;
end $$;
call platform.definer('identities.find_exact(smallint, bytea, uuid)', 'homeward_vault');

-- Which agency's key the vault must use for this session, and the actor behind it.
create or replace function identities.vault_actor() returns table (worker_id uuid, agency_id uuid, session_id uuid, level smallint)
language sql stable security definer set search_path = pg_catalog as $$
  select s.worker_id, s.agency_id, s.session_id, s.level from access.actor_snapshot() s
$$;
call platform.definer('identities.vault_actor()', 'homeward_vault');

-- May the vault open this case's narrative for this session? Its sections, and only against a case-viewed that stands in the log.
create or replace function identities.narrative_sections(of_case uuid) returns smallint[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare me record;
begin
  select * into me from access.actor_snapshot();
  if not access.sees(of_case) or not exists (
       select from log.detail d where d.subject_id = of_case and d.session_id = me.session_id and d.verb = 'case-viewed'
          and d.outcome = 'done' and d.at > clock_timestamp() - interval '15 minutes') then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  return (select coalesce(array_agg(distinct s.section), '{}') || 0::smallint from access.my_sections s where s.case_id = of_case);
end $$;
call platform.definer('identities.narrative_sections(uuid)', 'homeward_vault');

-- Erasure: only with a second person's word, and the key is destroyed after this has committed.
create or replace function identities.erase(who uuid, approval uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); p identities.person;
begin
  select * into p from identities.person where id = who and erased_at is null;
  if p.id is null or not access.manages(p.case_id) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if exists (select from access.door d where d.case_id = p.case_id and d.is_open) then
    raise exception 'no erasure while a case is open' using errcode = 'HW422', detail = 'erasure-case-open';
  end if;
  perform access.spend_approval(approval, 'identity-erasure', p.case_id, jsonb_build_object('person', who));
  insert into identities.erasure (person_id, asked_by, approval) values (who, me, approval);
  update identities.person set erased_at = now() where id = who;
  update identities.record set sealed = '\x00' where person_id = who;
  delete from identities.exact_key where person_id = who;
  perform log.record('identity-erased', 'person', who, p.case_id);
end $$;
call platform.definer('identities.erase(uuid, uuid)', 'homeward_vault');

-- Asks for it, with a reason sealed under the case's key. Not while a case, a trial or a complaint is open (harm.md, rule 3), and not twice at
-- once: whoever could ask again would draw until a friend is drawn.
create or replace function identities.ask_erasure(who uuid, of_case uuid, reason bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare p identities.person; made uuid;
begin
  select * into p from identities.person where id = who and case_id = of_case and erased_at is null for update;
  if p.id is null or not access.manages(p.case_id) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if exists (select from access.door d where d.case_id = p.case_id and d.is_open) then
    raise exception 'no erasure while a case is open' using errcode = 'HW422', detail = 'erasure-case-open';
  end if;
  if access.waits('identity-erasure', p.case_id, jsonb_build_object('person', who)) then
    raise exception 'this was asked already' using errcode = 'HW422', detail = 'erasure-waits';
  end if;
  made := access.ask_second('identity-erasure', p.case_id, jsonb_build_object('person', who), reason, 'supervisor');
  if made is not null then perform log.record('erasure-asked', 'person', who, p.case_id); end if;
  return made;
end $$;
call platform.definer('identities.ask_erasure(uuid, uuid, bytea)', 'homeward_app');

create or replace function identities.erased() returns table (person_id uuid)
language sql stable security definer set search_path = pg_catalog as $$ select e.person_id from identities.erasure e $$;
call platform.definer('identities.erased()', 'homeward_vault');

-- Which of these keys a committed row uses: asked by the vault before it puts a key aside. While an import waits to be brought in, its keys
-- are named only in its plan, so all count as used.
create or replace function identities.keys_in_use(of_kind text, ids uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare waits boolean := false;
begin
  if to_regclass('cases.imports') is not null then
    execute $q$select exists (select from cases.imports where state in ('staging', 'staged'))$q$ into waits;
  end if;
  return query select x from unnest(ids) x
    where waits
       or (of_kind = 'person' and (exists (select from identities.person p where p.id = x) or exists (select from cases.people c where c.id = x)))
       or (of_kind = 'case' and (exists (select from access.door d where d.case_id = x) or exists (select from identities.person p where p.id = x)));
end $$;
call platform.definer('identities.keys_in_use(text, uuid[])', 'homeward_vault');
