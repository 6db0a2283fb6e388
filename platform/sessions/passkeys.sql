-- Passkeys: checked in the vault process, on its login. The web process carries answers to and fro and can vouch for nobody.
set local check_function_bodies = off;

-- A challenge: good once, for five minutes, and only for the session that asked. The one for signing in has no session yet.
create or replace function sessions.offer_challenge(of_kind text, secret bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare s sessions.session; made uuid;
begin
  if of_kind <> 'passkey-sign-in' then
    s := sessions.present();
    if of_kind = 'passkey-register' then
      perform sessions.must_be_settled(s.worker_id);
      perform sessions.must_be_fresh(s);
    end if;
  end if;
  delete from sessions.challenge c using (select d.id from sessions.challenge d where d.expires_at < statement_timestamp() limit 100 for update skip locked) old
   where c.id = old.id;
  insert into sessions.challenge (worker_id, session_id, kind, secret, expires_at)
  values (s.worker_id, s.id, of_kind, secret, statement_timestamp() + interval '5 minutes') returning id into made;
  return made;
end $$;
call platform.definer('sessions.offer_challenge(text, bytea)', 'homeward_vault');

-- Spends it, whatever the answer turns out to be: a second try needs another one.
create or replace function sessions.take_challenge(which uuid, of_kind text) returns bytea
language plpgsql security definer set search_path = pg_catalog as $$
declare taken bytea; here uuid;
begin
  if of_kind <> 'passkey-sign-in' then
    here := (sessions.present()).id;
  end if;
  update sessions.challenge set used_at = statement_timestamp()
   where id = which and kind = of_kind and used_at is null and expires_at > statement_timestamp() and session_id is not distinct from here
  returning secret into taken;
  if taken is null then
    raise exception 'no such challenge, or it was used' using errcode = 'HW422', detail = 'passkey-wrong';
  end if;
  return taken;
end $$;
call platform.definer('sessions.take_challenge(uuid, text)', 'homeward_vault');

-- The ids that an authenticator must not be given twice.
create or replace function sessions.passkeys_of_session() returns table (credential_id bytea, transports text[])
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s sessions.session := sessions.present();
begin
  return query select p.credential_id, p.transports from sessions.passkey p where p.worker_id = s.worker_id;
end $$;
call platform.definer('sessions.passkeys_of_session()', 'homeward_vault');

create or replace function sessions.keep_passkey(credential bytea, key bytea, begins bigint, by_transports text[], called text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s sessions.session := sessions.present();
begin
  perform sessions.must_be_settled(s.worker_id);
  perform sessions.must_be_fresh(s);
  if (select count(*) from sessions.passkey p where p.worker_id = s.worker_id) >= 10 then
    raise exception 'ten passkeys are enough' using errcode = 'HW422', detail = 'passkeys-enough';
  end if;
  insert into sessions.passkey (credential_id, worker_id, public_key, counter, transports, label)
  values (credential, s.worker_id, key, begins, by_transports, left(called, 60)) on conflict (credential_id) do nothing;
  if not found then
    raise exception 'this passkey is here already' using errcode = 'HW422', detail = 'passkey-wrong';
  end if;
  perform sessions.note('passkey-added', s.worker_id, s.id);
end $$;
call platform.definer('sessions.keep_passkey(bytea, bytea, bigint, text[], text)', 'homeward_vault');

-- What an answer is checked against. Nothing for whoever left, and nothing while a recovery stands: those passkeys were reported lost.
create or replace function sessions.passkey_for(credential bytea) returns table (worker_id uuid, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = pg_catalog as $$
  select p.worker_id, p.public_key, p.counter, p.transports
    from sessions.passkey p join sessions.credential c on c.worker_id = p.worker_id
   where p.credential_id = credential and c.disabled_at is null
     and not exists (select from sessions.standing_recovery(p.worker_id) r where r.lost = 'factor')
$$;
call platform.definer('sessions.passkey_for(bytea)', 'homeward_vault');

-- The answer was right. A counter that does not grow is a copied key: refused here too, whatever the caller thought.
create or replace function sessions.count_passkey(credential bytea, new_counter bigint) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare who uuid;
begin
  update sessions.passkey p set counter = new_counter, last_used_at = statement_timestamp()
   where p.credential_id = credential and (p.counter < new_counter or (p.counter = 0 and new_counter = 0))
     and exists (select from sessions.passkey_for(credential))
  returning p.worker_id into who;
  if who is null then
    raise exception 'this passkey is not right' using errcode = 'HW422', detail = 'passkey-wrong';
  end if;
  return who;
end $$;
call platform.definer('sessions.count_passkey(bytea, bigint)');

-- Signs in: a new session, stepped up, for the worker whose passkey it is.
create or replace function sessions.begin_by_passkey(credential bytea, new_counter bigint, hash bytea, named text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare who uuid := sessions.count_passkey(credential, new_counter); made uuid;
begin
  made := sessions.begin(who, hash, interval '12 hours', 2::smallint, named);
  perform sessions.note('signed-in', who, made, 'done', '{"factor": "passkey"}');
end $$;
call platform.definer('sessions.begin_by_passkey(bytea, bigint, bytea, text)', 'homeward_vault');

-- Steps this session up with a passkey of its own worker, never with another's.
create or replace function sessions.step_up_by_passkey(credential bytea, new_counter bigint) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s sessions.session := sessions.present();
begin
  if not exists (select from sessions.passkey p where p.credential_id = credential and p.worker_id = s.worker_id) then
    raise exception 'this passkey is not right' using errcode = 'HW422', detail = 'passkey-wrong';
  end if;
  perform sessions.count_passkey(credential, new_counter);
  perform sessions.raise_level(s, 'passkey');
end $$;
call platform.definer('sessions.step_up_by_passkey(bytea, bigint)', 'homeward_vault');

-- An answer that was not right, on a passkey that is somebody's: its owner sees it.
create or replace function sessions.passkey_failed(credential bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare who uuid := (select p.worker_id from sessions.passkey p where p.credential_id = credential);
begin
  if who is not null then
    perform log.append('public', null, null, null, null, 'worker', who, 'sign-in-tried', 'refused', null, null, '{"factor": "passkey"}');
  end if;
end $$;
call platform.definer('sessions.passkey_failed(bytea)', 'homeward_vault');

-- ── one's own ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create or replace function sessions.my_passkeys() returns table (credential_id bytea, label text, created_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select p.credential_id, p.label, p.created_at, p.last_used_at from sessions.passkey p where p.worker_id = (select access.actor()) order by p.created_at
$$;
call platform.definer('sessions.my_passkeys()', 'homeward_app');

create or replace function sessions.name_passkey(credential bytea, called text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sessions.passkey set label = left(called, 60) where credential_id = credential and worker_id = access.actor();
  if not found then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
end $$;
call platform.definer('sessions.name_passkey(bytea, text)', 'homeward_app');

-- Never the last factor: a password alone would be left, and whoever knows it could enrol anew.
create or replace function sessions.remove_passkey(credential bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); s sessions.session := sessions.present();
begin
  perform 1 from sessions.credential c where c.worker_id = me for update;
  if not exists (select from sessions.passkey p where p.credential_id = credential and p.worker_id = me) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  perform sessions.must_be_settled(me);
  perform sessions.must_be_fresh(s);
  if not exists (select from sessions.credential c where c.worker_id = me and c.totp_sealed is not null)
     and (select count(*) from sessions.passkey p where p.worker_id = me) < 2 then
    raise exception 'the last factor stays' using errcode = 'HW422', detail = 'last-factor';
  end if;
  delete from sessions.passkey where credential_id = credential and worker_id = me;
  perform sessions.note('passkey-removed', me, s.id);
end $$;
call platform.definer('sessions.remove_passkey(bytea)', 'homeward_app');
