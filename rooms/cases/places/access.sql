-- Where the child sleeps. Whoever holds the location section and places her in a home thereby brings that home onto the case, and the end of the
-- place is the end of the home's access: both in one transaction, whoever ends it and however (docs/decisions, 2026-11-25, a place brings its home).
set local check_function_bodies = off;

call access.guard_case_table('cases.places', true);
-- A place is made with its sealed record, which only a holder of the section can store: nobody adds one that they could not read.
create policy holders_add on cases.places as restrictive for insert to homeward_app with check (
  exists (select from access.my_sections s where s.case_id = places.case_id and s.section = places.section offset 0));
-- Which home is written by cases.place_in_home alone: a place whose home is not on the case cannot be made.
grant select, insert (id, case_id, jurisdiction_id, section, since, until, recorded_by, recorded_at) on cases.places to homeward_app;
grant update (until) on cases.places to homeward_app;

-- Brings a home's unit onto a case until a day, with the sections that its kind usually holds. Never shortens what it has.
create or replace function cases.bring_home(of_case uuid, home uuid, for_purpose smallint, until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); d access.door; p int; s smallint; of_kind text;
begin
  -- Who does not hold the section gets the one answer, whichever home was named; a recused person sees nothing.
  if not access.sees_section(of_case, 2::smallint) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  select a.kind into of_kind from agencies.unit u join agencies.agency a on a.id = u.agency_id
   where u.id = home and u.closed_at is null and a.closed_at is null and a.name_is_location;
  if of_kind is null then
    raise exception 'no such home' using errcode = 'HW422', detail = 'home-unknown';
  end if;
  if until is null or until <= statement_timestamp() or until > statement_timestamp() + interval '2 years' then
    raise exception 'a membership ends, within two years' using errcode = 'HW422', detail = 'membership-end';
  end if;
  select * into d from access.door where case_id = of_case for update;
  p := access.principal_of(2::smallint, home);
  if d.owner_id = p then
    return;                                                 -- the home leads the case: it is there already, without an end
  end if;
  update access.membership m set valid_until = greatest(m.valid_until, until)
   where m.case_id = of_case and m.principal_id = p and m.valid_until > statement_timestamp();
  if not found then
    insert into access.membership (case_id, principal_id, purpose, valid_until, is_open, sort_at, basis, granted_by)
    values (of_case, p, for_purpose, until, d.is_open, d.sort_at, 'placed', me)
    on conflict (case_id, principal_id, valid_from) do update set valid_until = excluded.valid_until;
  end if;
  for s in select k.section from agencies.kind_section k where k.kind = of_kind loop
    update access.section_grant g set valid_until = greatest(g.valid_until, until)
     where g.case_id = of_case and g.principal_id = p and g.section = s and g.valid_until > statement_timestamp();
    if not found then
      insert into access.section_grant (case_id, principal_id, section, valid_until, basis, granted_by)
      values (of_case, p, s, until, 'placed', me)
      on conflict (case_id, principal_id, section, valid_from) do update set valid_until = excluded.valid_until;
    end if;
  end loop;
end $$;
call platform.definer('cases.bring_home(uuid, uuid, smallint, timestamptz)');

-- Records that the child sleeps in a home from now on; the name and the address are sealed beside it. What was her place before has ended.
create or replace function cases.place_in_home(
  of_case uuid, new_place uuid, at timestamptz, home uuid, for_purpose smallint, until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor();
begin
  perform cases.bring_home(of_case, home, for_purpose, until);
  insert into cases.places (id, case_id, jurisdiction_id, since, recorded_by, home_id, review_at)
  select new_place, k.id, k.jurisdiction_id, at, me, home, until from cases.cases k where k.id = of_case;
end $$;
call platform.definer('cases.place_in_home(uuid, uuid, timestamptz, uuid, smallint, timestamptz)', 'homeward_app');

-- The committee looked again: she stays. Also brings a home back that somebody withdrew meanwhile.
create or replace function cases.prolong_place(of_case uuid, of_place uuid, for_purpose smallint, next_look timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare home uuid; seen timestamptz;
begin
  if not access.sees_section(of_case, 2::smallint) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  select p.home_id, p.review_at into home, seen from cases.places p
   where p.id = of_place and p.case_id = of_case and p.until is null for update;
  if not found then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if home is null then
    raise exception 'a place that is no home' using errcode = 'HW422', detail = 'home-unknown';
  end if;
  perform cases.bring_home(of_case, home, for_purpose, next_look);
  update cases.places set review_at = next_look where id = of_place;
  -- An earlier look ends the access earlier, unless somebody gave the home more than the placement did.
  if next_look < seen then
    update access.membership m set valid_until = next_look where m.case_id = of_case and m.valid_until = seen
       and m.principal_id = access.principal_of(2::smallint, home);
    update access.section_grant g set valid_until = next_look where g.case_id = of_case and g.valid_until = seen
       and g.principal_id = access.principal_of(2::smallint, home);
  end if;
end $$;
call platform.definer('cases.prolong_place(uuid, uuid, smallint, timestamptz)', 'homeward_app');

-- The end of a place is the end of its home's access, and taking the end back is its beginning: in the statement that changes the place.
create or replace function cases.follow_place() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare p int;
begin
  p := access.principal_of(2::smallint, new.home_id);
  if new.until is null then
    perform cases.bring_home(new.case_id, new.home_id,
      (select m.purpose from access.membership m where m.case_id = new.case_id and m.principal_id = p order by m.valid_from desc limit 1), new.review_at);
    return null;
  end if;
  if exists (select from cases.places o where o.case_id = new.case_id and o.home_id = new.home_id and o.until is null)
     or exists (select from access.door d where d.case_id = new.case_id and d.owner_id = p) then
    return null;
  end if;
  update access.membership m set valid_until = greatest(statement_timestamp(), m.valid_from)
   where m.case_id = new.case_id and m.principal_id = p and m.valid_until > statement_timestamp();
  update access.section_grant g set valid_until = greatest(statement_timestamp(), g.valid_from)
   where g.case_id = new.case_id and g.principal_id = p and g.valid_until > statement_timestamp();
  return null;
end $$;
call platform.definer('cases.follow_place()');
create or replace trigger follow_place after update of until on cases.places for each row
  when (new.home_id is not null and old.until is distinct from new.until) execute function cases.follow_place();

-- The homes that a child could sleep in, for whoever holds her location section: those of her own State first.
create or replace function cases.homes(of_case uuid)
returns table (unit_id uuid, agency jsonb, unit jsonb, same_district boolean, same_state boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select u.id, a.names, u.names,
         exists (select from agencies.territory t where t.unit_id = u.id and t.district = k.district), a.jurisdiction_id = k.jurisdiction_id
    from cases.cases k cross join agencies.agency a join agencies.unit u on u.agency_id = a.id
   where k.id = of_case and a.name_is_location and a.closed_at is null and u.closed_at is null
     and (select access.sees_section(of_case, 2::smallint))
   order by 4 desc, 5 desc, a.names->>'en', u.names->>'en' limit 500
$$;
call platform.definer('cases.homes(uuid)', 'homeward_app');

-- Which of a case's places is in a home, until when, and whether that home is on the case now. A manager may have withdrawn it.
create or replace function cases.places_of(of_case uuid)
returns table (id uuid, since timestamptz, until timestamptz, review_at timestamptz, in_home boolean, home_on_case boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.since, p.until, p.review_at, p.home_id is not null,
         p.home_id is not null and exists (
           select from access.membership m join access.principal x on x.id = m.principal_id
            where m.case_id = p.case_id and x.kind = 2 and x.subject = p.home_id and m.valid_until > statement_timestamp())
    from cases.places p
   where p.case_id = of_case and (select access.sees_section(of_case, 2::smallint))
   order by p.since desc, p.id desc limit 200
$$;
call platform.definer('cases.places_of(uuid)', 'homeward_app');
