-- A lost second factor or a forgotten password comes back through two people: one vouches and it takes effect at once, another ratifies within twelve hours or it
-- falls (harm.md, rule 11). Falling needs no job: sessions.standing_recovery looks at the clock.
set local check_function_bodies = off;

-- Asked from the sign-in page. The same statements, and one answer, whether there is such a sign-in or not: for nobody they are done on a
-- row that stands for nobody.
create or replace function sessions.ask_recovery(as_login text, what text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare nobody constant uuid := '00000000-0000-0000-0000-000000000000'; who uuid; there boolean;
begin
  select c.worker_id into who from sessions.credential c where c.login = lower(as_login) and c.disabled_at is null;
  there := who is not null;
  who := coalesce(who, nobody);
  -- One open ask a person: asking again is the same ask, an older one makes room, and one that was vouched for stays.
  delete from sessions.recovery r where r.worker_id = who and r.vouched_at is null;
  insert into sessions.recovery (worker_id, lost, expires_at, agency_id)
  values (who, what, statement_timestamp() + interval '24 hours',
          (select u.agency_id from agencies.posting q join agencies.unit u on u.id = q.unit_id where q.worker_id = who and q.during @> statement_timestamp()));
  perform log.append('public', null, null, null, null, 'worker', case when there then who end, 'recovery-asked', 'done', null, null,
                     jsonb_build_object('lost', what));
end $$;
call platform.definer('sessions.ask_recovery(text, text)', 'homeward_signin');

-- May this person stand up for a sign-in at all? Supervisors and administrators, and nobody whose own recovery is not ratified.
create or replace function sessions.may_vouch(who uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from agencies.posting q where q.worker_id = who and q.during @> statement_timestamp() and q.roles && array['supervisor', 'administrator'])
     and exists (select from sessions.credential c where c.worker_id = who and c.disabled_at is null)
     and not exists (select from sessions.standing_recovery(who))
$$;
call platform.definer('sessions.may_vouch(uuid)');

-- What waits for me: colleagues who ask, and recoveries that somebody else vouched for. Another agency's home stays without a name.
create or replace function sessions.recoveries_for_me()
returns table (id uuid, step text, lost text, worker_names jsonb, unit_names jsonb, agency_names jsonb, other_agency boolean, asked_at timestamptz, vouched_at timestamptz,
  voucher_names jsonb, used_at timestamptz, until timestamptz, by_me boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare me record; mine uuid;
begin
  select * into me from access.actor_snapshot();
  if not sessions.may_vouch(me.worker_id) then return; end if;
  mine := me.agency_id;
  return query
  select r.id, case when r.used_at is null then 'vouch' else 'ratify' end, r.lost, w.names,
         case when a.name_is_location and a.id <> mine then null else u.names end, case when a.name_is_location and a.id <> mine then null else a.names end,
         a.id <> mine, r.asked_at, r.vouched_at, v.names, r.used_at,
         case when r.used_at is null then r.expires_at else r.used_at + interval '12 hours' end, coalesce(r.vouched_by = me.worker_id, false)
    from sessions.recovery r
    join agencies.worker w on w.id = r.worker_id
    join agencies.posting q on q.worker_id = w.id and q.during @> statement_timestamp()
    join agencies.unit u on u.id = q.unit_id
    join agencies.agency a on a.id = u.agency_id
    left join agencies.worker v on v.id = r.vouched_by
   where r.worker_id <> me.worker_id and r.ratified_at is null and r.declined_at is null
     and ((r.used_at is null and r.expires_at > statement_timestamp() and a.id = mine)
       or (r.used_at > statement_timestamp() - interval '12 hours' and (r.totp_sealed is not null or r.password_hash is not null)
           and case when r.second is null then a.id = mine else r.second = me.worker_id or r.vouched_by = me.worker_id end))
   order by r.used_at nulls last, r.asked_at limit 100;
end $$;
call platform.definer('sessions.recoveries_for_me()', 'homeward_app');

-- One thing at a time: whoever lost both gets the other back once the first is ratified, or one person's word alone would open everything.
create or replace function sessions.must_stand_alone(who uuid, what text) returns void
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if exists (select from sessions.standing_recovery(who) r where r.lost <> what) then
    raise exception 'another way back stands' using errcode = 'HW422', detail = 'recovery-stands';
  end if;
end $$;
call platform.definer('sessions.must_stand_alone(uuid, text)');

-- Vouches: I have spoken with this colleague and know who it is. Says who can ratify: 'agency', 'other-agency' or 'nobody'.
create or replace function sessions.vouch(which uuid, hash bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; r sessions.recovery; drawn uuid; who_ratifies text := 'agency';
begin
  select * into me from access.actor_snapshot();
  select x.* into r from sessions.recovery x
    join agencies.posting q on q.worker_id = x.worker_id and q.during @> statement_timestamp()
    join agencies.unit u on u.id = q.unit_id
   where x.id = which and x.worker_id <> me.worker_id and u.agency_id = me.agency_id for update of x;
  if r.id is null or not sessions.may_vouch(me.worker_id) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  perform sessions.must_be_fresh(sessions.present());
  if r.used_at is not null or r.expires_at <= statement_timestamp() then
    raise exception 'this was used already, or came too late' using errcode = 'HW422', detail = 'recovery-over';
  end if;
  perform sessions.must_stand_alone(r.worker_id, r.lost);
  if not exists (select from agencies.posting q join agencies.unit u on u.id = q.unit_id
                  where u.agency_id = me.agency_id and q.during @> statement_timestamp() and q.worker_id not in (me.worker_id, r.worker_id)
                    and sessions.may_vouch(q.worker_id)) then
    -- Too small an agency: a supervisor of another one, outside the district where one can be had, by lot.
    select q.worker_id into drawn
      from agencies.posting q join agencies.unit u on u.id = q.unit_id join agencies.agency a on a.id = u.agency_id
     where q.during @> statement_timestamp() and 'supervisor' = any(q.roles) and a.id <> me.agency_id and not a.is_oversight
       and sessions.may_vouch(q.worker_id)
     order by exists (select from agencies.territory t join agencies.territory own on own.district = t.district
                       where t.unit_id = u.id and own.unit_id = me.unit_id), random()
     limit 1;
    who_ratifies := case when drawn is null then 'nobody' else 'other-agency' end;
  end if;
  update sessions.recovery set vouched_by = me.worker_id, vouched_at = statement_timestamp(), code_hash = hash, second = drawn, agency_id = me.agency_id
   where id = which;
  perform log.record('recovery-vouched', 'worker', r.worker_id, null, 'done', null, null, jsonb_build_object('lost', r.lost));
  return who_ratifies;
end $$;
call platform.definer('sessions.vouch(uuid, bytea)', 'homeward_app');

-- The vouched recovery of whoever just gave the right password: the spoken code is good for half an hour.
create or replace function sessions.recovery_to_use() returns table (id uuid, code_hash bytea)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s sessions.session := sessions.present();
begin
  return query select r.id, r.code_hash from sessions.recovery r
   where r.worker_id = s.worker_id and r.lost = 'factor' and s.level = 0 and r.used_at is null and r.code_hash is not null
     and r.vouched_at > statement_timestamp() - interval '30 minutes' and r.expires_at > statement_timestamp()
   order by r.vouched_at desc limit 1;
end $$;
call platform.definer('sessions.recovery_to_use()', 'homeward_vault');

-- The code was right. The factors from before are set aside, every other session of this worker ends: what was lost may be in other hands.
create or replace function sessions.use_recovery(which uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s sessions.session := sessions.present();
begin
  perform sessions.must_stand_alone(s.worker_id, 'factor');
  update sessions.recovery set used_at = statement_timestamp(), code_hash = null
   where id = which and lost = 'factor' and worker_id = s.worker_id and used_at is null and vouched_at > statement_timestamp() - interval '30 minutes'
     and s.level = 0;
  if not found then
    raise exception 'this code is not right' using errcode = 'HW422', detail = 'recovery-code-wrong';
  end if;
  update sessions.session set recovery_id = which, expires_at = least(expires_at, statement_timestamp() + interval '12 hours') where id = s.id;
  update sessions.session set revoked_at = clock_timestamp() where worker_id = s.worker_id and id <> s.id and revoked_at is null;
  update sessions.credential set failures = 0, wait_until = '-infinity' where worker_id = s.worker_id;
  perform sessions.note('recovery-used', s.worker_id, s.id);
end $$;
call platform.definer('sessions.use_recovery(uuid)', 'homeward_vault');

-- The vouched way back of whoever forgot the password: nobody has given a right one yet, so it is looked up by the sign-in name.
create or replace function sessions.password_recovery_of(as_login text)
returns table (worker_id uuid, wait_seconds int, id uuid, code_hash bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select c.worker_id, greatest(0, ceil(extract(epoch from c.wait_until - statement_timestamp())))::int, r.id, r.code_hash
    from sessions.credential c
    left join lateral (
      select x.id, x.code_hash from sessions.recovery x
       where x.worker_id = c.worker_id and x.lost = 'password' and x.used_at is null and x.code_hash is not null
         and x.vouched_at > statement_timestamp() - interval '30 minutes' and x.expires_at > statement_timestamp()
       order by x.vouched_at desc limit 1) r on true
   where c.login = lower(as_login) and c.disabled_at is null
$$;
call platform.definer('sessions.password_recovery_of(text)', 'homeward_vault');

-- The words were right. The new password counts beside the old one until it is ratified or falls; every session ends, and the new one still
-- owes its second factor: whoever vouched and asked cannot come in with words alone.
create or replace function sessions.use_password_recovery(which uuid, new_password text, token bytea, named text)
returns table (has_totp boolean, has_passkey boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare who uuid; made uuid;
begin
  update sessions.recovery set used_at = statement_timestamp(), code_hash = null, password_hash = new_password
   where id = which and lost = 'password' and used_at is null and vouched_at > statement_timestamp() - interval '30 minutes'
  returning worker_id into who;
  if who is null then
    raise exception 'this code is not right' using errcode = 'HW422', detail = 'recovery-code-wrong';
  end if;
  perform sessions.must_stand_alone(who, 'password');
  update sessions.session set revoked_at = clock_timestamp() where worker_id = who and revoked_at is null;
  made := sessions.begin(who, token, interval '12 hours', 0::smallint, named);
  update sessions.credential set failures = 0, wait_until = '-infinity' where worker_id = who;
  perform sessions.note('recovery-used', who, made, 'done', '{"lost": "password"}');
  return query select f.totp_sealed is not null, f.has_passkey from sessions.factors_of(who) f;
end $$;
call platform.definer('sessions.use_password_recovery(uuid, text, bytea, text)', 'homeward_vault');

-- The second person's word. Ratified, the new factor takes the old ones' place for good; declined, it is gone at once with its sessions.
create or replace function sessions.decide_recovery(which uuid, says text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; r sessions.recovery;
begin
  select * into me from access.actor_snapshot();
  select x.* into r from sessions.recovery x
   where x.id = which and x.worker_id <> me.worker_id and x.vouched_by <> me.worker_id and x.used_at is not null
     and (x.totp_sealed is not null or x.password_hash is not null)
     and case when x.second is null then x.agency_id = me.agency_id else x.second = me.worker_id end for update;
  if r.id is null or not sessions.may_vouch(me.worker_id) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  perform sessions.must_be_fresh(sessions.present());
  if r.ratified_at is not null or r.declined_at is not null or r.used_at <= statement_timestamp() - interval '12 hours' then
    raise exception 'this was decided already, or came too late' using errcode = 'HW422', detail = 'recovery-over';
  end if;
  if says = 'ratified' then
    update sessions.recovery set ratified_by = me.worker_id, ratified_at = statement_timestamp(), totp_sealed = null, password_hash = null where id = which;
    if r.lost = 'password' then
      update sessions.credential set password_hash = r.password_hash, changed_at = now(),
             totp_last_step = case when totp_sealed is null then r.totp_last_step else totp_last_step end, totp_sealed = coalesce(totp_sealed, r.totp_sealed)
       where worker_id = r.worker_id;
    else
      update sessions.credential set totp_sealed = r.totp_sealed, totp_last_step = r.totp_last_step, changed_at = now() where worker_id = r.worker_id;
      delete from sessions.passkey where worker_id = r.worker_id;
    end if;
  else
    update sessions.recovery set declined_by = me.worker_id, declined_at = statement_timestamp(), totp_sealed = null, password_hash = null where id = which;
    update sessions.session set revoked_at = clock_timestamp() where recovery_id = which and revoked_at is null;
  end if;
  perform log.record('recovery-' || case when says = 'ratified' then 'ratified' else 'declined' end, 'worker', r.worker_id);
end $$;
call platform.definer('sessions.decide_recovery(uuid, text)', 'homeward_app');
