-- Sessions: only sign-in may make one, only the vault may raise its level, and only its owner may end it.
set local check_function_bodies = off;

call platform.guard('sessions.credential');
call platform.guard('sessions.session');
call platform.guard('sessions.passkey');
call platform.guard('sessions.challenge');
call platform.guard('sessions.recovery');
call platform.guard('sessions.setup_link');

-- ── the factors that count now ───────────────────────────────────────────────────────────────────────────────────────────────────
-- The recovery that stands for this worker: used, neither ratified nor declined, not yet twelve hours old. It falls by the clock here, at
-- each use, and not by a job (harm.md, rule 11). While it stands the factors from before are set aside: they were reported lost.
create or replace function sessions.standing_recovery(who uuid) returns setof sessions.recovery
language sql stable security definer set search_path = pg_catalog as $$
  select r.* from sessions.recovery r
   where r.worker_id = who and r.used_at > statement_timestamp() - interval '12 hours' and r.ratified_at is null and r.declined_at is null
   order by r.used_at desc limit 1
$$;
call platform.definer('sessions.standing_recovery(uuid)');

create or replace function sessions.factors_of(who uuid, out totp_sealed bytea, out totp_last_step bigint, out has_passkey boolean, out recovery_id uuid,
  out falls_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  -- Whoever forgot the password still has the factor, if there was one.
  select case when r.id is null then c.totp_sealed when r.lost = 'password' then coalesce(c.totp_sealed, r.totp_sealed) else r.totp_sealed end,
         case when r.id is null or (r.lost = 'password' and c.totp_sealed is not null) then c.totp_last_step else r.totp_last_step end,
         (r.id is null or r.lost = 'password') and exists (select from sessions.passkey p where p.worker_id = who),
         r.id, r.used_at + interval '12 hours'
    from sessions.credential c left join lateral sessions.standing_recovery(who) r on true
   where c.worker_id = who
$$;
call platform.definer('sessions.factors_of(uuid)');

-- Who never used the link, or left, is drawn for nothing: it would wait for somebody who cannot come.
create or replace function sessions.can_sign_in(who uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sessions.credential c where c.worker_id = who and c.disabled_at is null)
$$;
call platform.definer('sessions.can_sign_in(uuid)');

-- The session behind the token, whatever it still owes; raises HW401 when there is none.
create or replace function sessions.present() returns sessions.session
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s sessions.session;
begin
  select x.* into s from sessions.session x
   where x.token_hash = sha256(convert_to(current_setting('access.token'), 'UTF8')) and x.revoked_at is null and x.expires_at > statement_timestamp();
  if s.id is null then
    raise exception 'no session stands behind this request' using errcode = 'HW401';
  end if;
  return s;
end $$;
call platform.definer('sessions.present()');

-- Raises unless this session was stepped up within the last quarter of an hour.
create or replace function sessions.must_be_fresh(s sessions.session) returns void
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if s.level < 2 or s.level_at is null or s.level_at < statement_timestamp() - interval '15 minutes' then
    raise exception 'step up first' using errcode = 'HW422', detail = 'step-up-needed';
  end if;
end $$;
call platform.definer('sessions.must_be_fresh(sessions.session)');

-- Somebody whose own way back is not yet confirmed decides nothing that would outlive its fall.
create or replace function sessions.must_be_settled(who uuid) returns void
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if exists (select from sessions.standing_recovery(who)) then
    raise exception 'this recovery is not ratified yet' using errcode = 'HW422', detail = 'recovery-not-ratified';
  end if;
end $$;
call platform.definer('sessions.must_be_settled(uuid)');

-- What happened with a sign-in, in the transaction in which it happened.
create or replace function sessions.note(of_verb text, who uuid, in_session uuid, of_outcome text default 'done', with_details jsonb default '{}') returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform log.append('worker', who, in_session, (select u.agency_id from agencies.posting q join agencies.unit u on u.id = q.unit_id
                                                  where q.worker_id = who and q.during @> statement_timestamp()),
                     null, 'worker', who, of_verb, of_outcome, null, null, with_details);
end $$;
call platform.definer('sessions.note(text, uuid, uuid, text, jsonb)');

-- Makes a session for a worker whose sign-in was checked, at level 0 (owes its second factor and passes for nobody), 1 or 2. It ends within
-- the day, and with a recovery that is not ratified. Only the vault and the definers' functions below call it.
create or replace function sessions.begin(who uuid, hash bytea, lasts interval, at_level smallint, named text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare made uuid; r sessions.recovery;
begin
  if at_level not in (0, 1, 2) or lasts > interval '16 hours' then
    raise exception 'a session ends the same day' using errcode = 'HW422', detail = 'body-invalid';
  end if;
  select * into r from sessions.standing_recovery(who);
  insert into sessions.session (token_hash, worker_id, label, expires_at, level, level_at, recovery_id)
  values (hash, who, left(named, 80), least(statement_timestamp() + lasts, r.used_at + interval '12 hours'), at_level,
          case when at_level = 2 then statement_timestamp() end, r.id)
  returning id into made;
  -- A right password alone forgives nothing: otherwise whoever knows it could guess codes for ever, two at a time.
  if at_level > 0 then
    update sessions.credential set failures = 0, wait_until = '-infinity' where worker_id = who;
  end if;
  return made;
end $$;
call platform.definer('sessions.begin(uuid, bytea, interval, smallint, text)', 'homeward_vault');

create or replace function sessions.begin_owing(who uuid, hash bytea, named text) returns uuid
language sql security definer set search_path = pg_catalog as $$
  select sessions.begin(who, hash, interval '12 hours', 0::smallint, named)
$$;
call platform.definer('sessions.begin_owing(uuid, bytea, text)', 'homeward_signin');

-- The password that counts now: while a way back for a forgotten one stands, the new one, and the old one again when it falls.
create or replace function sessions.password_of(who uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(r.password_hash, c.password_hash) from sessions.credential c left join lateral sessions.standing_recovery(who) r on true
   where c.worker_id = who
$$;
call platform.definer('sessions.password_of(uuid)');

-- ── signing in: the sign-in page's login, before there is an actor ──────────────────────────────────────────────────────────────
create or replace function sessions.credential_for(as_login text)
returns table (worker_id uuid, password_hash text, wait_seconds int, has_totp boolean, has_passkey boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select c.worker_id, sessions.password_of(c.worker_id), greatest(0, ceil(extract(epoch from c.wait_until - statement_timestamp())))::int,
         f.totp_sealed is not null, f.has_passkey
    from sessions.credential c cross join lateral sessions.factors_of(c.worker_id) f
   where c.login = lower(as_login) and c.disabled_at is null
$$;
call platform.definer('sessions.credential_for(text)', 'homeward_signin');

-- A wrong password or code: from the third on, each costs a wait that doubles, up to a quarter of an hour. Nobody is locked out for good:
-- that would let an attacker lock out the night shift.
create or replace function sessions.failed(who uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sessions.credential set failures = failures + 1,
    wait_until = case when failures + 1 < 3 then wait_until
                      else statement_timestamp() + least(interval '15 minutes', interval '2 seconds' * power(2, least(failures - 2, 10))) end
   where worker_id = who;
  -- Who tried is not known; that it was tried on this worker's sign-in is.
  perform log.append('public', null, null, null, null, 'worker', who, 'sign-in-tried', 'refused', null, null, '{}');
end $$;
call platform.definer('sessions.failed(uuid)', 'homeward_signin', 'homeward_vault');

-- A session for one of the invented cast, only where the installation is a demonstration.
create or replace function sessions.begin_demo(who uuid, hash bytea, named text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare made uuid;
begin
  if not exists (select from platform.installation i where i.kind = 'demo')
     or not exists (select from agencies.worker w where w.id = who and w.invented) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  made := sessions.begin(who, hash, interval '12 hours', 1::smallint, named);
  perform sessions.note('signed-in', who, made);
  return made;
end $$;
call platform.definer('sessions.begin_demo(uuid, bytea, text)', 'homeward_signin');

-- ── raising the level: the vault's login only, so that the web process cannot vouch for anybody ───────────────────────────────────
-- Who stands behind the token, also while the second factor is owed.
create or replace function sessions.second_factor_of()
returns table (worker_id uuid, login text, session_id uuid, level smallint, totp_sealed bytea, totp_last_step bigint, has_passkey boolean, recovery_id uuid,
  wait_seconds int)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s sessions.session := sessions.present();
begin
  return query
  select s.worker_id, c.login, s.id, s.level, f.totp_sealed, f.totp_last_step, f.has_passkey, f.recovery_id,
         greatest(0, ceil(extract(epoch from c.wait_until - statement_timestamp())))::int
    from sessions.credential c cross join lateral sessions.factors_of(c.worker_id) f
   where c.worker_id = s.worker_id and c.disabled_at is null;
  if not found then
    raise exception 'no session stands behind this request' using errcode = 'HW401';
  end if;
end $$;
call platform.definer('sessions.second_factor_of()', 'homeward_vault');

-- This session is stepped up now; the first time is the sign-in itself.
create or replace function sessions.raise_level(s sessions.session, by_factor text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sessions.credential set failures = 0, wait_until = '-infinity' where worker_id = s.worker_id;
  update sessions.session set level = 2, level_at = statement_timestamp() where id = s.id;
  perform sessions.note(case when s.level = 0 then 'signed-in' else 'stepped-up' end, s.worker_id, s.id, 'done', jsonb_build_object('factor', by_factor));
end $$;
call platform.definer('sessions.raise_level(sessions.session, text)');

-- The code of this time step was right: it is used up, and the session is stepped up now.
create or replace function sessions.step_up(step bigint) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s sessions.session := sessions.present(); r sessions.recovery; n int;
begin
  select * into r from sessions.standing_recovery(s.worker_id);
  if r.id is null or (r.lost = 'password' and exists (select from sessions.credential c where c.worker_id = s.worker_id and c.totp_sealed is not null)) then
    update sessions.credential set totp_last_step = step where worker_id = s.worker_id and totp_sealed is not null and totp_last_step < step;
  else
    update sessions.recovery set totp_last_step = step where id = r.id and totp_sealed is not null and totp_last_step < step;
  end if;
  get diagnostics n = row_count;
  if n = 0 then
    raise exception 'this code was used' using errcode = 'HW422', detail = 'code-wrong';
  end if;
  perform sessions.raise_level(s, 'code');
end $$;
call platform.definer('sessions.step_up(bigint)', 'homeward_vault');

-- May this session take a new seed? One that owes its factor only while there is none; one that is in only freshly stepped up.
create or replace function sessions.may_enrol() returns void
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s sessions.session := sessions.present(); f record;
begin
  select * into f from sessions.factors_of(s.worker_id);
  if f.totp_sealed is null and not f.has_passkey then return; end if;
  if s.level < 1 then
    raise exception 'the second factor is still owed' using errcode = 'HW401';
  end if;
  perform sessions.must_be_settled(s.worker_id);
  perform sessions.must_be_fresh(s);
end $$;
call platform.definer('sessions.may_enrol()', 'homeward_vault');

-- Keeps a seed whose code of this time step was right; the session is stepped up with it. Under a recovery it stays provisional.
create or replace function sessions.keep_totp(sealed bytea, step bigint) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s sessions.session := sessions.present(); r sessions.recovery;
begin
  perform sessions.may_enrol();
  select * into r from sessions.standing_recovery(s.worker_id);
  if r.id is null then
    update sessions.credential set totp_sealed = sealed, totp_last_step = step, changed_at = now() where worker_id = s.worker_id;
  else
    update sessions.recovery set totp_sealed = sealed, totp_last_step = step where id = r.id;
  end if;
  perform sessions.note('second-factor-set', s.worker_id, s.id, 'done', jsonb_build_object('factor', 'code', 'provisional', r.id is not null));
  perform sessions.raise_level(s, 'code');
end $$;
call platform.definer('sessions.keep_totp(bytea, bigint)', 'homeward_vault');

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
   where s.worker_id = (select access.actor()) and s.revoked_at is null and s.expires_at > statement_timestamp() and s.level > 0
   order by s.created_at desc
$$;
call platform.definer('sessions.mine()', 'homeward_app', 'homeward_oversight');

-- How I sign in, and until when a recovery of mine stands that nobody has ratified yet.
create or replace function sessions.my_ways() returns table (login text, has_code boolean, falls_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select c.login, f.totp_sealed is not null, f.falls_at
    from sessions.credential c cross join lateral sessions.factors_of(c.worker_id) f where c.worker_id = (select access.actor())
$$;
call platform.definer('sessions.my_ways()', 'homeward_app');

-- What happened lately with my sign-in: also what others tried.
create or replace function sessions.my_events() returns table (at timestamptz, verb text, outcome text, label text, factor text)
language sql stable security definer set search_path = pg_catalog as $$
  with mine as (
    select d.entry_id, d.at, d.verb, d.outcome, d.session_id, d.details from log.detail d
     where d.subject_id = (select access.actor()) and d.subject_kind = 'worker' and d.at > statement_timestamp() - interval '30 days'
       and d.verb in ('signed-in', 'sign-in-tried', 'second-factor-set', 'passkey-added', 'passkey-removed', 'password-changed',
                      'recovery-asked', 'recovery-vouched', 'recovery-used', 'recovery-ratified', 'recovery-declined'))
  select m.at, m.verb, m.outcome, s.label, m.details->>'factor' from mine m left join sessions.session s on s.id = m.session_id and s.worker_id = (select access.actor())
   order by m.at desc limit 40
$$;
call platform.definer('sessions.my_events()', 'homeward_app');

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

-- A state that was brought here from a backup or from another machine must not bring back to life what was ended since it was saved: every
-- sign-in ends, and every link and way back that nobody has spent. Called at the start, before anybody can reach the server.
create or replace function sessions.end_all(why text) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare n int;
begin
  update sessions.session set revoked_at = clock_timestamp() where revoked_at is null and expires_at > statement_timestamp();
  get diagnostics n = row_count;
  update sessions.setup_link set expires_at = statement_timestamp() where used_at is null and expires_at > statement_timestamp();
  update sessions.recovery set expires_at = statement_timestamp() where used_at is null and expires_at > statement_timestamp();
  update sessions.challenge set expires_at = statement_timestamp() where used_at is null and expires_at > statement_timestamp();
  perform log.append('system', null, null, null, null, 'installation', null, why, 'done', null, null, jsonb_build_object('sessions', n));
  return n;
end $$;
call platform.definer('sessions.end_all(text)', 'homeward_admin');

create or replace function sessions.sign_out() returns void
language sql security definer set search_path = pg_catalog as $$
  update sessions.session set revoked_at = clock_timestamp()
   where token_hash = sha256(convert_to(current_setting('access.token'), 'UTF8')) and revoked_at is null
$$;
call platform.definer('sessions.sign_out()', 'homeward_app', 'homeward_signin', 'homeward_oversight');

-- ── the password ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- The kept password of whoever is signed in, for the sign-in page's login to compare; never for the app's.
create or replace function sessions.credential_of_session() returns table (worker_id uuid, login text, names jsonb, password_hash text, wait_seconds int)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s sessions.session := sessions.present();
begin
  return query select c.worker_id, c.login, w.names, sessions.password_of(c.worker_id), greatest(0, ceil(extract(epoch from c.wait_until - statement_timestamp())))::int
    from sessions.credential c join agencies.worker w on w.id = c.worker_id where c.worker_id = s.worker_id and c.disabled_at is null and s.level > 0;
end $$;
call platform.definer('sessions.credential_of_session()', 'homeward_signin');

-- A new password in place of the one that was just compared. Every other session of mine ends.
create or replace function sessions.change_password(compared text, hash text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); s sessions.session := sessions.present();
begin
  perform sessions.must_be_settled(me);
  perform sessions.must_be_fresh(s);
  update sessions.credential set password_hash = hash, changed_at = now() where worker_id = me and password_hash = compared;
  if not found then
    raise exception 'this password changed meanwhile' using errcode = 'HW422', detail = 'password-wrong';
  end if;
  perform sessions.revoke(null);
  perform sessions.note('password-changed', me, s.id);
end $$;
call platform.definer('sessions.change_password(text, text)', 'homeward_app');
