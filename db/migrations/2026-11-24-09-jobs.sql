-- Background work. The queue itself is graphile-worker's (schema graphile_worker, made by platform/jobs/queue.ts before this file);
-- who asked for a job, and with what, stands here, where only definer functions write.
create schema jobs authorization homeward_owner;
grant usage on schema jobs to homeward_definer, homeward_app, homeward_jobs;
grant usage on schema reports to homeward_jobs;

create table jobs.job (
  id         uuid primary key default uuidv7(),
  queue_id   bigint unique,                          -- its row in the queue, which is gone when it is done
  task       text not null check (task ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  arguments  jsonb not null default '{}',            -- ids and codes, never a person
  worker_id  uuid not null,                          -- whose rights it has
  session_id uuid not null,                          -- the session that asked: when it is ended, so is the job
  asked_at   timestamptz not null default now(),
  ended_at   timestamptz,
  outcome    text check (outcome in ('done', 'failed', 'rights-ended')),
  check ((ended_at is null) = (outcome is null))
);
create index on jobs.job (worker_id, asked_at desc);
create index on jobs.job (ended_at) where ended_at is not null;

-- The program's own upkeep: each purpose once, when it last ran and what it did, in numbers.
create table jobs.upkeep (
  purpose  text primary key check (purpose ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  ran_at   timestamptz not null,
  did      jsonb not null default '{}'
);

-- A second reading that nobody did in time goes to somebody else; who had it before is kept, so that it shows.
alter table reports.second_reads add column missed_by uuid[] not null default '{}';

-- Sessions of jobs are found by their job.
create index on sessions.session (job_id) where job_id is not null;
create index on sessions.session (expires_at);
create index on platform.idempotency (made_at);

do $$
declare t regclass;
begin
  for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'jobs' and c.relkind = 'r' loop
    execute format('alter table %s owner to homeward_owner', t);
  end loop;
end $$;
