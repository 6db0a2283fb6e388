-- Jobs. A worker's job acts as that worker, while the queue holds it and the worker's rights last; the program's own upkeep is a fixed list
-- of definer functions, each with one purpose. Nothing acts as nobody.
set local check_function_bodies = off;

call platform.guard('jobs.job');
call platform.guard('jobs.upkeep');

-- The queue's tables are a third party's; they stand under the same rules. The jobs process takes, fails and finishes what is there; it cannot
-- put anything in, and the definer alone adds jobs.
call platform.guard('graphile_worker._private_jobs');
call platform.guard('graphile_worker._private_job_queues');
call platform.guard('graphile_worker._private_tasks');
call platform.guard('graphile_worker._private_known_crontabs');
call platform.guard('graphile_worker.migrations');
create policy queue on graphile_worker._private_jobs to homeward_jobs using (true);
create policy queue on graphile_worker._private_job_queues to homeward_jobs using (true);
create policy queue on graphile_worker._private_tasks to homeward_jobs using (true);
create policy queue on graphile_worker._private_known_crontabs for select to homeward_jobs using (true);
create policy queue on graphile_worker.migrations for select to homeward_jobs using (true);
grant usage on schema graphile_worker to homeward_definer, homeward_jobs;
grant select, update, delete on graphile_worker._private_jobs, graphile_worker._private_job_queues to homeward_jobs;
grant select, insert on graphile_worker._private_tasks to homeward_jobs;
grant select on graphile_worker._private_known_crontabs, graphile_worker.migrations to homeward_jobs;
alter view graphile_worker.jobs set (security_invoker = true);

-- Is there a jobs process? It holds this lock for as long as it lives ("hjob" in ASCII); a lock left behind by a dead one counts for nothing.
create or replace function jobs.alive() returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select exists (select from pg_locks l where l.locktype = 'advisory' and l.classid = 0 and l.objid = 1751805794 and l.granted
                   and l.database = (select d.oid from pg_database d where d.datname = current_database()))
$$;
call platform.definer('jobs.alive()', 'homeward_jobs');

-- Are the rights that a job was asked with still there? A posting, a sign-in that is not disabled, a session that nobody ended.
create or replace function jobs.rights_last(who uuid, asked_in uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select exists (select from agencies.posting p where p.worker_id = who and p.during @> statement_timestamp())
     and not exists (select from sessions.credential c where c.worker_id = who and c.disabled_at is not null)
     and not exists (select from sessions.session s where s.id = asked_in and s.revoked_at is not null)
$$;
call platform.definer('jobs.rights_last(uuid, uuid)');

-- May this job act at this moment? Asked by access.actor() at each use of a job's token.
create or replace function jobs.runs(which uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select exists (
    select from jobs.job j join graphile_worker._private_jobs q on q.id = j.queue_id
     where j.id = which and j.ended_at is null and q.locked_at is not null and q.locked_by is not null
       and jobs.alive() and jobs.rights_last(j.worker_id, j.session_id))
$$;
call platform.definer('jobs.runs(uuid)');

-- Asks for a job, in the transaction of the change that it belongs to: both commit or neither. Arguments are ids and codes.
create or replace function jobs.ask(of_task text, with_arguments jsonb, tries int default 10, not_before timestamptz default null) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; made uuid; q bigint;
begin
  select * into me from access.actor_snapshot();
  if exists (select from sessions.session s where s.id = me.session_id and s.job_id is not null) then
    raise exception 'a job asks for no job' using errcode = 'HW422', detail = 'body-invalid';
  end if;
  if jsonb_typeof(with_arguments) <> 'object' or exists (
       select from jsonb_each(with_arguments) a,
                   lateral jsonb_array_elements(case jsonb_typeof(a.value) when 'array' then a.value else jsonb_build_array(a.value) end) v
        where not coalesce(case jsonb_typeof(v) when 'number' then true when 'boolean' then true when 'null' then true
                             when 'string' then v #>> '{}' ~ '^[a-z0-9-]{1,64}$' end, false)) then
    raise exception 'a job holds ids and codes only' using errcode = 'HW422', detail = 'body-invalid';
  end if;
  insert into jobs.job (task, arguments, worker_id, session_id) values (of_task, with_arguments, me.worker_id, me.session_id) returning id into made;
  select x.id into q from graphile_worker.add_job('worker:' || of_task, json_build_object('job', made), run_at => not_before, max_attempts => tries) x;
  update jobs.job set queue_id = q where id = made;
  perform log.record('job-asked', 'job', made, null, 'done', of_task);
  return made;
end $$;
call platform.definer('jobs.ask(text, jsonb, int, timestamptz)', 'homeward_app');

-- A token for one attempt at a job that the queue has handed out, and what to do. Without a token the rights have ended, and the job with them.
create or replace function jobs.begin_job(which uuid, out token text, out task text, out arguments jsonb)
language plpgsql security definer set search_path = pg_catalog as $$
declare j jobs.job; made uuid;
begin
  select * into j from jobs.job where id = which and ended_at is null for update;
  if j.id is null or not jobs.alive() or not exists (
       select from graphile_worker._private_jobs q where q.id = j.queue_id and q.locked_at is not null and q.locked_by is not null) then
    raise exception 'no live worker holds this job' using errcode = 'HW404';
  end if;
  update sessions.session s set revoked_at = clock_timestamp() where s.job_id = which and s.revoked_at is null;
  task := j.task; arguments := j.arguments;
  if not jobs.rights_last(j.worker_id, j.session_id) then
    update jobs.job set ended_at = clock_timestamp(), outcome = 'rights-ended' where id = which;
    perform log.append('job', which, null, null, null, 'job', which, 'job-begun', 'refused', j.task, null, '{"code": "rights-ended"}');
    return;
  end if;
  token := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
  insert into sessions.session (token_hash, worker_id, label, expires_at, level, job_id)
  values (sha256(convert_to(token, 'UTF8')), j.worker_id, 'job', statement_timestamp() + interval '4 hours', 1, which)
  returning id into made;
  perform log.append('job', which, made, null, null, 'job', which, 'job-begun', 'done', j.task, null, jsonb_build_object('worker', j.worker_id));
end $$;
call platform.definer('jobs.begin_job(uuid)', 'homeward_jobs');

-- The end of one attempt: its token is dead. Null: it will be tried again.
create or replace function jobs.end_attempt(which uuid, with_outcome text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sessions.session set revoked_at = clock_timestamp() where job_id = which and revoked_at is null;
  if with_outcome is not null then
    update jobs.job set ended_at = clock_timestamp(), outcome = with_outcome where id = which and ended_at is null;
    perform log.append('job', which, null, null, null, 'job', which, 'job-ended', case with_outcome when 'done' then 'done' else 'failed' end,
                       null, null, '{}');
  end if;
end $$;
call platform.definer('jobs.end_attempt(uuid, text)', 'homeward_jobs');

-- A new jobs process: what a dead one held is free again at once, and its tokens are dead.
create or replace function jobs.take_over() returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare n int;
begin
  if not jobs.alive() then
    raise exception 'take the lock first' using errcode = 'HW422';
  end if;
  update sessions.session set revoked_at = clock_timestamp() where job_id is not null and revoked_at is null;
  update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null;
  update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = greatest(run_at, now()) where locked_at is not null;
  get diagnostics n = row_count;
  return n;
end $$;
call platform.definer('jobs.take_over()', 'homeward_jobs');

-- Puts the program's own work into the queue: what is not there already, when it is due next.
create or replace function jobs.plan_upkeep(purposes text[], every_minutes int[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare p record;
begin
  for p in select x.purpose, x.minutes, u.ran_at from unnest(purposes, every_minutes) x(purpose, minutes) left join jobs.upkeep u on u.purpose = x.purpose loop
    if not exists (select from graphile_worker._private_jobs q where q.key = 'upkeep:' || p.purpose and (q.attempts < q.max_attempts or q.locked_at is not null)) then
      perform graphile_worker.add_job('upkeep:' || p.purpose, '{}', max_attempts => 8, job_key => 'upkeep:' || p.purpose,
                                      run_at => greatest(now(), coalesce(p.ran_at + make_interval(mins => p.minutes), now())));
    end if;
  end loop;
end $$;
call platform.definer('jobs.plan_upkeep(text[], int[])', 'homeward_jobs');

create or replace function jobs.note_upkeep(of_purpose text, what jsonb) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into jobs.upkeep (purpose, ran_at, did) values (of_purpose, clock_timestamp(), what)
  on conflict (purpose) do update set ran_at = excluded.ran_at, did = excluded.did;
  -- It works again: what failed before need not be shown any longer.
  delete from graphile_worker._private_jobs q using graphile_worker._private_tasks t
   where t.id = q.task_id and t.identifier = 'upkeep:' || of_purpose and q.locked_at is null and q.attempts >= q.max_attempts
$$;
call platform.definer('jobs.note_upkeep(text, jsonb)', 'homeward_jobs');

-- How the queue is doing, for monitors and doctor: numbers by task, nothing of anybody.
create or replace function jobs.figures() returns table (task text, waiting bigint, running bigint, dead bigint, oldest_seconds double precision)
language sql stable security definer set search_path = pg_catalog as $$
  select t.identifier,
         count(*) filter (where q.is_available and q.run_at <= now()),
         count(*) filter (where q.locked_at is not null),
         count(*) filter (where q.locked_at is null and q.attempts >= q.max_attempts),
         extract(epoch from now() - min(q.run_at) filter (where q.is_available and q.run_at <= now()))
    from graphile_worker._private_jobs q join graphile_worker._private_tasks t on t.id = q.task_id group by t.identifier order by t.identifier
$$;
call platform.definer('jobs.figures()', 'homeward_app', 'homeward_jobs');

-- ── upkeep: one purpose each ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Sessions and one-time links long over. Who did what stays in the log, which needs none of these rows.
create or replace function jobs.tidy_sessions() returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare s int; c int; l int; j int;
begin
  delete from sessions.session where expires_at < now() - interval '1 day'
     and not exists (select from jobs.job x where x.session_id = session.id and x.ended_at is null);
  get diagnostics s = row_count;
  delete from sessions.challenge where expires_at < now() - interval '1 day';
  get diagnostics c = row_count;
  delete from sessions.setup_link where expires_at < now() - interval '1 day';
  get diagnostics l = row_count;
  delete from jobs.job where ended_at < now() - interval '90 days';
  get diagnostics j = row_count;
  return jsonb_build_object('sessions', s, 'challenges', c, 'links', l, 'jobs', j);
end $$;
call platform.definer('jobs.tidy_sessions()', 'homeward_jobs');

-- Answers kept for retries: the promise is seven days, so that a device that was away for a week may still send again.
create or replace function jobs.tidy_answers() returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare n int;
begin
  delete from platform.idempotency where made_at < now() - interval '7 days';
  get diagnostics n = row_count;
  return jsonb_build_object('answers', n);
end $$;
call platform.definer('jobs.tidy_answers()', 'homeward_jobs');
