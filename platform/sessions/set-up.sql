-- One-time links: the first administrator's, and each new colleague's.
set local check_function_bodies = off;

-- The first administrator's link: good for a day, only while nobody can sign in; each new one ends the one before.
create or replace function sessions.offer_setup(hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from sessions.credential) then return false; end if;
  update sessions.setup_link set expires_at = statement_timestamp() where used_at is null;
  insert into sessions.setup_link (token_hash, expires_at) values (hash, statement_timestamp() + interval '24 hours');
  return true;
end $$;
call platform.definer('sessions.offer_setup(bytea)', 'homeward_admin');

-- A colleague's link, by whoever administers the unit: good for three days, only while the colleague has no sign-in; each ends the one before.
create or replace function sessions.offer_link(to_worker uuid, hash bytea) returns timestamptz
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); ends timestamptz := statement_timestamp() + interval '72 hours';
begin
  perform agencies.must_administer((select q.unit_id from agencies.posting q where q.worker_id = to_worker and q.during @> statement_timestamp()));
  perform sessions.must_be_settled(me);
  if exists (select from sessions.credential c where c.worker_id = to_worker) then
    raise exception 'this colleague can sign in already' using errcode = 'HW422', detail = 'sign-in-exists';
  end if;
  update sessions.setup_link set expires_at = statement_timestamp() where worker_id = to_worker and used_at is null and expires_at > statement_timestamp();
  insert into sessions.setup_link (token_hash, worker_id, made_by, expires_at) values (hash, to_worker, me, ends);
  return ends;
end $$;
call platform.definer('sessions.offer_link(uuid, bytea)', 'homeward_app');

-- Whose link this is; no row when it was used, ran out or never was: one answer for all three.
create or replace function sessions.read_link(hash bytea) returns table (is_first boolean, names jsonb, agency_names jsonb, language text, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select l.worker_id is null, w.names, a.names, w.language, l.expires_at
    from sessions.setup_link l
    left join agencies.worker w on w.id = l.worker_id
    left join agencies.posting q on q.worker_id = w.id and q.during @> statement_timestamp()
    left join agencies.unit u on u.id = q.unit_id
    left join agencies.agency a on a.id = u.agency_id
   where l.token_hash = hash and l.used_at is null and l.expires_at > statement_timestamp()
     and case when l.worker_id is null then not exists (select from sessions.credential)
              else q.worker_id is not null and not exists (select from sessions.credential c where c.worker_id = l.worker_id) end
$$;
call platform.definer('sessions.read_link(bytea)', 'homeward_signin');

create or replace function sessions.spend_link(hash bytea, first boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare who uuid;
begin
  perform 1 from sessions.setup_link l where l.token_hash = hash for update;
  if not exists (select from sessions.read_link(hash) r where r.is_first = first) then
    raise exception 'this link is over' using errcode = 'HW422', detail = 'link-over';
  end if;
  update sessions.setup_link set used_at = statement_timestamp() where token_hash = hash returning worker_id into who;
  return who;
end $$;
call platform.definer('sessions.spend_link(bytea, boolean)');

create or replace function sessions.make_credential(who uuid, as_login text, hash text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sessions.credential (worker_id, login, password_hash) values (who, lower(as_login), hash) on conflict (login) do nothing;
  if not found then
    raise exception 'somebody has this sign-in name' using errcode = 'HW422', detail = 'login-taken';
  end if;
  perform sessions.note('sign-in-made', who, null);
end $$;
call platform.definer('sessions.make_credential(uuid, text, text)');

-- The first administrator: an agency, its first unit and somebody who can add the others, once. What kind of agency that is the pack says.
create or replace function sessions.set_up(hash bytea, agency_names jsonb, agency_kind text, kind_is_home boolean, kind_is_oversight boolean, in_jurisdiction text,
  unit_names jsonb, names jsonb, speaks text, as_login text, password text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare made uuid; a uuid; u uuid;
begin
  -- One at a time, so that two tabs cannot both be first.
  lock table sessions.credential in share row exclusive mode;
  perform sessions.spend_link(hash, true);
  insert into agencies.agency (jurisdiction_id, kind, names, name_is_location, is_oversight, is_founding)
  select j.id, agency_kind, agency_names, kind_is_home, kind_is_oversight, true from agencies.jurisdiction j where j.code = in_jurisdiction returning id into a;
  if a is null then
    raise exception 'no such place' using errcode = 'HW422', detail = 'body-invalid';
  end if;
  insert into agencies.unit (agency_id, names) values (a, unit_names) returning id into u;
  insert into agencies.worker (names, language) values (set_up.names, speaks) returning id into made;
  perform agencies.post(made, u, array['administrator']);
  perform sessions.make_credential(made, as_login, password);
  perform log.append('worker', made, null, a, null, 'worker', made, 'installation-set-up', 'done', null, null, '{}');
  return made;
end $$;
call platform.definer('sessions.set_up(bytea, jsonb, text, boolean, boolean, text, jsonb, jsonb, text, text, text)', 'homeward_signin');

-- A colleague makes the sign-in that the link was for.
create or replace function sessions.sign_up(hash bytea, as_login text, password text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare who uuid := sessions.spend_link(hash, false);
begin
  perform sessions.make_credential(who, as_login, password);
  return who;
end $$;
call platform.definer('sessions.sign_up(bytea, text, text)', 'homeward_signin');
