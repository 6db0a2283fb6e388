-- Sessions: only sign-in may make one, only the vault may raise its level, and only its owner may end it.
set local check_function_bodies = off;

call platform.guard('sessions.credential');
call platform.guard('sessions.session');
call platform.guard('sessions.passkey');
call platform.guard('sessions.challenge');
call platform.guard('sessions.recovery');
call platform.guard('sessions.setup_link');

-- Makes a session for a worker whose sign-in was checked. Level 0 still owes its second factor and passes for nobody.
create or replace function sessions.begin(who uuid, hash bytea, lasts interval, at_level smallint, named text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare made uuid;
begin
  if at_level not in (0, 1) or lasts > interval '16 hours' then
    raise exception 'a session begins at level 0 or 1 and ends the same day' using errcode = 'HW422';
  end if;
  insert into sessions.session (token_hash, worker_id, label, expires_at, level)
  values (hash, who, left(named, 80), statement_timestamp() + lasts, at_level)
  returning id into made;
  update sessions.credential set failures = 0, wait_until = '-infinity' where worker_id = who;
  return made;
end $$;
call platform.definer('sessions.begin(uuid, bytea, interval, smallint, text)', 'homeward_signin', 'homeward_vault');

-- ── signing in: the sign-in page's login, before there is an actor ──────────────────────────────────────────────────────────────
create or replace function sessions.credential_for(as_login text)
returns table (worker_id uuid, password_hash text, wait_seconds int, has_totp boolean, has_passkey boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select c.worker_id, c.password_hash, greatest(0, ceil(extract(epoch from c.wait_until - statement_timestamp())))::int,
         c.totp_sealed is not null, exists (select from sessions.passkey p where p.worker_id = c.worker_id)
    from sessions.credential c where c.login = lower(as_login) and c.disabled_at is null
$$;
call platform.definer('sessions.credential_for(text)', 'homeward_signin');

-- A wrong password or code: from the third on, each costs a wait that doubles, up to a quarter of an hour. Nobody is locked out for good:
-- that would let an attacker lock out the night shift.
create or replace function sessions.failed(who uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  update sessions.credential set failures = failures + 1,
    wait_until = case when failures + 1 < 3 then wait_until
                      else statement_timestamp() + least(interval '15 minutes', interval '2 seconds' * power(2, least(failures - 2, 10))) end
   where worker_id = who
$$;
call platform.definer('sessions.failed(uuid)', 'homeward_signin', 'homeward_vault');

-- A session for one of the invented cast, only where the installation is a demonstration.
create or replace function sessions.begin_demo(who uuid, hash bytea, named text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from platform.installation i where i.kind = 'demo')
     or not exists (select from agencies.worker w where w.id = who and w.invented) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  return sessions.begin(who, hash, interval '12 hours', 1::smallint, named);
end $$;
call platform.definer('sessions.begin_demo(uuid, bytea, text)', 'homeward_signin');

-- ── raising the level: the vault's login only, so that the web process cannot vouch for anybody ───────────────────────────────────
-- Who stands behind the token, also while the second factor is owed.
create or replace function sessions.second_factor_of()
returns table (worker_id uuid, session_id uuid, level smallint, totp_sealed bytea, totp_last_step bigint, wait_seconds int)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
  select s.worker_id, s.id, s.level, c.totp_sealed, c.totp_last_step,
         greatest(0, ceil(extract(epoch from c.wait_until - statement_timestamp())))::int
    from sessions.session s join sessions.credential c on c.worker_id = s.worker_id
   where s.token_hash = sha256(convert_to(current_setting('access.token'), 'UTF8'))
     and s.revoked_at is null and s.expires_at > statement_timestamp() and c.disabled_at is null;
  if not found then
    raise exception 'no session stands behind this request' using errcode = 'HW401';
  end if;
end $$;
call platform.definer('sessions.second_factor_of()', 'homeward_vault');

-- The code of this time step was right: it is used up, and the session is stepped up now.
create or replace function sessions.step_up(step bigint) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s sessions.session;
begin
  select * into s from sessions.session x where x.token_hash = sha256(convert_to(current_setting('access.token'), 'UTF8'))
     and x.revoked_at is null and x.expires_at > statement_timestamp();
  if s.id is null then
    raise exception 'no session stands behind this request' using errcode = 'HW401';
  end if;
  if step is not null then
    update sessions.credential set totp_last_step = step, failures = 0, wait_until = '-infinity' where worker_id = s.worker_id and totp_last_step < step;
    if not found then
      raise exception 'this code was used' using errcode = 'HW422', detail = 'code-wrong';
    end if;
  end if;
  update sessions.session set level = 2, level_at = statement_timestamp() where id = s.id;
end $$;
call platform.definer('sessions.step_up(bigint)', 'homeward_vault');

create or replace function sessions.keep_totp(sealed bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sessions.credential set totp_sealed = sealed, totp_last_step = 0, changed_at = now() where worker_id = access.actor();
end $$;
call platform.definer('sessions.keep_totp(bytea)', 'homeward_vault');

-- The demonstration's sealed seeds, so that the cast page can show today's code; empty anywhere else.
create or replace function sessions.demo_seeds() returns table (worker_id uuid, totp_sealed bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select c.worker_id, c.totp_sealed from sessions.credential c join agencies.worker w on w.id = c.worker_id
   where w.invented and exists (select from platform.installation i where i.kind = 'demo')
$$;
call platform.definer('sessions.demo_seeds()', 'homeward_vault');

-- Sign-ins of a pack's cast, by the command line, in a demonstration only.
create or replace function sessions.give_demo_credential(who uuid, as_login text, hash text, sealed bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from platform.installation i where i.kind = 'demo') then
    raise exception 'only in a demonstration' using errcode = 'HW422', detail = 'installation-kind';
  end if;
  insert into sessions.credential (worker_id, login, password_hash, totp_sealed) values (who, as_login, hash, sealed)
  on conflict (worker_id) do nothing;
end $$;
call platform.definer('sessions.give_demo_credential(uuid, text, text, bytea)', 'homeward_admin');

-- ── one's own sessions ────────────────────────────────────────────────────────────────────────────────────────────────────────
create or replace function sessions.mine()
returns table (id uuid, label text, created_at timestamptz, expires_at timestamptz, is_this boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.label, s.created_at, s.expires_at, s.token_hash = sha256(convert_to(current_setting('access.token'), 'UTF8'))
    from sessions.session s
   where s.worker_id = (select access.actor()) and s.revoked_at is null and s.expires_at > statement_timestamp()
   order by s.created_at desc
$$;
call platform.definer('sessions.mine()', 'homeward_app', 'homeward_oversight');

-- Ends one of one's own sessions, or all but this one (null). Immediate: the token is looked up at each use.
create or replace function sessions.revoke(which uuid) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); n int;
begin
  update sessions.session s set revoked_at = clock_timestamp()
   where s.worker_id = me and s.revoked_at is null
     and case when which is null then s.token_hash <> sha256(convert_to(current_setting('access.token'), 'UTF8')) else s.id = which end;
  get diagnostics n = row_count;
  return n;
end $$;
call platform.definer('sessions.revoke(uuid)', 'homeward_app', 'homeward_oversight');

create or replace function sessions.sign_out() returns void
language sql security definer set search_path = pg_catalog as $$
  update sessions.session set revoked_at = clock_timestamp()
   where token_hash = sha256(convert_to(current_setting('access.token'), 'UTF8')) and revoked_at is null
$$;
call platform.definer('sessions.sign_out()', 'homeward_app', 'homeward_signin', 'homeward_oversight');

-- ── the first administrator ───────────────────────────────────────────────────────────────────────────────────────────────────
-- A one-time link, good for a day, only while nobody administers; each new one ends the one before.
create or replace function sessions.offer_setup(hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from sessions.credential) then return false; end if;
  update sessions.setup_link set expires_at = statement_timestamp() where used_at is null;
  insert into sessions.setup_link (token_hash, expires_at) values (hash, statement_timestamp() + interval '24 hours');
  return true;
end $$;
call platform.definer('sessions.offer_setup(bytea)', 'homeward_admin');

-- Spends the link: an agency, its first unit and its administrator, once.
create or replace function sessions.set_up(hash bytea, agency_names jsonb, agency_kind text, in_jurisdiction text, unit_names jsonb, names jsonb, speaks text,
  as_login text, password text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare made uuid; a uuid; u uuid;
begin
  update sessions.setup_link set used_at = statement_timestamp() where token_hash = hash and used_at is null and expires_at > statement_timestamp();
  if not found or exists (select from sessions.credential) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  insert into agencies.agency (jurisdiction_id, kind, names, name_is_location, is_oversight)
  select j.id, agency_kind, agency_names, false, false from agencies.jurisdiction j where j.code = in_jurisdiction returning id into a;
  if a is null then
    raise exception 'no such place' using errcode = 'HW422', detail = 'body-invalid';
  end if;
  insert into agencies.unit (agency_id, names) values (a, unit_names) returning id into u;
  insert into agencies.worker (names, language) values (set_up.names, speaks) returning id into made;
  perform agencies.post(made, u, array['administrator']);
  insert into sessions.credential (worker_id, login, password_hash) values (made, lower(as_login), password);
  perform log.append('worker', made, null, a, null, 'worker', made, 'installation-set-up', 'done', null, null, '{}');
  return made;
end $$;
call platform.definer('sessions.set_up(bytea, jsonb, text, text, jsonb, jsonb, text, text, text)', 'homeward_signin');
