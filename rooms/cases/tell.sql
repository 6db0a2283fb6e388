-- Cases tell that they changed (platform/events/access.sql says how). A statement that touches many, as an import does, tells once, without ids.
set local check_function_bodies = off;

create or replace function cases.tell_of(changed uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare one uuid;
begin
  if cardinality(changed) > 50 then
    perform pg_notify('homeward', json_build_object('what', 'case', 'to', (
      select array_agg(distinct p) from (select m.principal_id from access.membership m where m.case_id = any(changed)
        union select d.supervisors_id from access.door d where d.case_id = any(changed) limit 500) x(p)))::text);
    return;
  end if;
  foreach one in array changed loop
    perform pg_notify('homeward', json_build_object('what', 'case', 'id', one, 'to', (
      select array_agg(distinct p) from (
        select m.principal_id from access.membership m where m.case_id = one and m.valid_until > statement_timestamp()
        union select d.supervisors_id from access.door d where d.case_id = one limit 500) x(p)))::text);
  end loop;
end $$;
call platform.definer('cases.tell_of(uuid[])');

create or replace function cases.tell() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform cases.tell_of(array(select distinct n.case_id from changed n where n.case_id is not null));
  return null;
end $$;
call platform.definer('cases.tell()');

create or replace function cases.tell_itself() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform cases.tell_of(array(select n.id from changed n));
  return null;
end $$;
call platform.definer('cases.tell_itself()');

-- Every table of a case, so that a new one is not forgotten. Never recusals, which are invisible to members.
do $$
declare t regclass; act text;
begin
  for t in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped and a.atttypid = 'uuid'::regtype
           where c.relkind = 'r' and (n.nspname = 'cases' or c.oid in ('access.membership'::regclass, 'access.section_grant'::regclass,
                                                                      'identities.person'::regclass)) loop
    foreach act in array array['insert', 'update'] loop
      execute format('create or replace trigger tell_%s after %s on %s referencing new table as changed for each statement execute function cases.tell()', act, act, t);
    end loop;
  end loop;
end $$;
create or replace trigger tell_update after update on cases.cases referencing new table as changed for each statement execute function cases.tell_itself();

-- Whose time on a case ends by somebody's act hears that it closed, so that an open page closes at once; nobody else hears of it from here.
create or replace function access.tell_gone() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare one record;
begin
  for one in
    select n.case_id, array_agg(distinct n.principal_id) as gone
      from became n join was o on o.case_id = n.case_id and o.principal_id = n.principal_id and o.valid_from = n.valid_from
     where o.valid_until > statement_timestamp() and n.valid_until <= statement_timestamp() group by 1 limit 50
  loop
    perform pg_notify('homeward', json_build_object('what', 'case', 'id', one.case_id, 'gone', one.gone)::text);
  end loop;
  return null;
end $$;
call platform.definer('access.tell_gone()');
create or replace trigger tell_gone after update on access.membership
  referencing old table as was new table as became for each statement execute function access.tell_gone();

-- A word that waits for its second person goes to that person's day.
create or replace function access.tell_second() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_notify('homeward', json_build_object('what', 'approval', 'worker', new.second)::text);
  return null;
end $$;
call platform.definer('access.tell_second()');
create or replace trigger tell_second after insert on access.approval for each row execute function access.tell_second();
