-- Documents of a case. A document in a section that the reader does not hold is not there: not in the list, not by its id, not as a number.
set local check_function_bodies = off;

call access.guard_case_table('cases.documents', true);
grant select on cases.documents to homeward_app;

-- Keeps a file that lies sealed on disk as a document of a case: both rows or none, so that nobody can attach a file that is not theirs.
create or replace function cases.keep_document(
  new_id uuid, of_case uuid, in_section smallint, of_kind text, title bytea,
  file uuid, media text, n bigint, digest bytea, sealed_key bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor();
begin
  if not access.sees(of_case) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  insert into platform.file (id, kind, bytes, sha256, sealed_key) values (file, media, n, digest, sealed_key);
  insert into cases.documents (id, case_id, jurisdiction_id, section, file_id, kind, added_by, sealed)
  select new_id, of_case, d.jurisdiction_id, in_section, file, of_kind, me, title from access.door d where d.case_id = of_case;
  perform log.record('document-added', 'document', new_id, of_case, 'done', null, null,
                     jsonb_build_object('kind', of_kind, 'media', media, 'bytes', n, 'sha256', encode(digest, 'hex')));
end $$;
call platform.definer('cases.keep_document(uuid, uuid, smallint, text, bytea, uuid, text, bigint, bytea, bytea)', 'homeward_app');

create or replace function cases.documents_of(of_case uuid)
returns table (id uuid, section smallint, kind text, media text, bytes bigint, sha256 text, added_at timestamptz, agency jsonb, from_home boolean,
  first_read_at timestamptz, blocked boolean, sealed bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select d.id, d.section, d.kind, f.kind, f.bytes, encode(f.sha256, 'hex'), d.added_at, access.agency_label(of_case, a.id),
         coalesce(a.name_is_location, false), d.first_read_at, f.blocked_at is not null, d.sealed
    from cases.documents d
    join platform.file f on f.id = d.file_id
    left join agencies.posting q on q.worker_id = d.added_by and q.during @> d.added_at
    left join agencies.unit u on u.id = q.unit_id
    left join agencies.agency a on a.id = u.agency_id
   where d.case_id = of_case and (select access.sees(of_case))
     and (d.section is null or d.section in (select s.section from access.my_sections s where s.case_id = of_case))
   order by d.added_at desc, d.id desc limit 500
$$;
call platform.definer('cases.documents_of(uuid)', 'homeward_app');

-- The sealed key of a document's file, for the vault, against an entry that commits with this transaction. The original leaves the house
-- with everything in it, so it wants a second factor of the last 15 minutes; the copy for looking does not.
create or replace function cases.open_document(which uuid, of_case uuid, original boolean)
returns table (file_id uuid, media text, sealed_key bytea)
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; d cases.documents; f platform.file;
begin
  select * into me from access.actor_snapshot();
  select * into d from cases.documents x where x.id = which and x.case_id = of_case;
  if d.id is null or not access.sees(of_case) or (d.section is not null and not access.sees_section(of_case, d.section)) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  select * into f from platform.file x where x.id = d.file_id;
  if f.blocked_at is not null then
    raise exception 'blocked' using errcode = 'HW422', detail = 'document-blocked';
  end if;
  if original and (me.level < 2 or me.level_age_seconds is null or me.level_age_seconds > 900) then
    raise exception 'step up first' using errcode = 'HW422', detail = 'step-up-needed';
  end if;
  update cases.documents x set first_read_at = coalesce(x.first_read_at, statement_timestamp()) where x.id = which;
  perform log.record(case when original then 'document-downloaded' else 'document-opened' end, 'document', which, of_case);
  return query select f.id, f.kind, f.sealed_key;
end $$;
call platform.definer('cases.open_document(uuid, uuid, boolean)', 'homeward_vault');

-- "This is abuse of a child": no view opens the file again, for nobody. It stays sealed, with its hash, for the unit that may hold it.
create or replace function cases.block_document(which uuid, of_case uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare d cases.documents;
begin
  perform access.actor();
  select * into d from cases.documents x where x.id = which and x.case_id = of_case;
  if d.id is null or not access.sees(of_case) or (d.section is not null and not access.sees_section(of_case, d.section)) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  update platform.file set blocked_at = coalesce(blocked_at, statement_timestamp()) where id = d.file_id;
  perform log.record('document-blocked', 'document', which, of_case);
end $$;
call platform.definer('cases.block_document(uuid, uuid)', 'homeward_app');
