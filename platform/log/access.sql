-- The log in the database. log.record writes the pending entry in the transaction of the change it tells of; only the sequencer
-- gives numbers. Leaf bytes: docs/log-format.md, version 1, frozen.
set local check_function_bodies = off;

call platform.guard('log.pending');
call platform.guard('log.entry');
call platform.guard('log.tile');
call platform.guard('log.checkpoint');
call platform.guard('log.detail');
call platform.guard('log.alias');
revoke update, delete on log.entry, log.checkpoint from homeward_definer;

-- The random name under which a subject stands in leaves; made at first need, erasable later.
create or replace function log.alias_of(of_kind text, of_subject uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare found bytea;
begin
  if of_subject is null then return '-'; end if;
  select a.alias into found from log.alias a where a.kind = of_kind and a.subject = of_subject;
  if found is null then
    insert into log.alias (kind, subject) values (of_kind, of_subject) on conflict do nothing;
    select a.alias into found from log.alias a where a.kind = of_kind and a.subject = of_subject;
  end if;
  return encode(found, 'hex');
end $$;
call platform.definer('log.alias_of(text, uuid)');

create or replace function log.append(
  actor_kind text, actor_id uuid, of_session uuid, of_agency uuid, of_case uuid, on_kind text, on_subject uuid,
  of_verb text, of_outcome text, for_purpose text, of_request uuid, with_details jsonb)
returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  made uuid := uuidv7();
  at timestamptz := clock_timestamp();
  salt bytea := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
  details text := jsonb_build_object('actor', actor_id, 'session', of_session, 'agency', of_agency, 'case', of_case, 'subject', on_subject,
                                     'more', coalesce(with_details, '{}'))::text;
begin
  if of_verb !~ '^[a-z0-9][a-z0-9-]{0,63}$' or on_kind !~ '^[a-z0-9][a-z0-9-]{0,63}$' or coalesce(for_purpose, 'none') !~ '^[a-z0-9][a-z0-9-]{0,63}$'
     or actor_kind not in ('worker', 'job', 'public', 'system') or (actor_id is null and actor_kind in ('worker', 'job'))
     or of_outcome not in ('done', 'refused', 'not-visible', 'failed') then
    raise exception 'not a log code: % % % %', of_verb, on_kind, for_purpose, of_outcome;
  end if;
  insert into log.pending (id, leaf) values (made, convert_to(
    'homeward-log/1' || e'\n' ||
    'id ' || replace(made::text, '-', '') || e'\n' ||
    'at ' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || e'\n' ||
    'actor ' || actor_kind || ':' || log.alias_of(actor_kind, actor_id) || e'\n' ||
    'session ' || log.alias_of('session', of_session) || e'\n' ||
    'agency ' || log.alias_of('agency', of_agency) || e'\n' ||
    'purpose ' || coalesce(for_purpose, '-') || e'\n' ||
    'verb ' || of_verb || e'\n' ||
    'subject ' || on_kind || ':' || log.alias_of(on_kind, on_subject) || e'\n' ||
    'outcome ' || of_outcome || e'\n' ||
    'request ' || coalesce(replace(of_request::text, '-', ''), '-') || e'\n' ||
    'details ' || encode(sha256(salt || convert_to(details, 'UTF8')), 'hex') || e'\n', 'UTF8'));
  insert into log.detail (entry_id, at, worker_id, session_id, agency_id, case_id, subject_kind, subject_id, verb, outcome, purpose, salt, details, exact)
  values (made, at, case when actor_kind = 'worker' then actor_id end, of_session, of_agency, of_case, on_kind, on_subject, of_verb,
          of_outcome, for_purpose, salt, coalesce(with_details, '{}'), details);
  return made;
end $$;
call platform.definer('log.append(text, uuid, uuid, uuid, uuid, text, uuid, text, text, text, uuid, jsonb)');

-- What a signed-in person did, in the transaction that does it. The actor is looked up here, never an argument.
create or replace function log.record(
  of_verb text, on_kind text, on_subject uuid, of_case uuid default null, of_outcome text default 'done', for_purpose text default null,
  of_request uuid default null, with_details jsonb default '{}')
returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare me record;
begin
  select * into me from access.actor_snapshot();
  return log.append('worker', me.worker_id, me.session_id, me.agency_id, of_case, on_kind, on_subject, of_verb, of_outcome, for_purpose,
                    of_request, with_details);
end $$;
call platform.definer('log.record(text, text, uuid, uuid, text, text, uuid, jsonb)', 'homeward_app', 'homeward_vault', 'homeward_oversight');

-- One case-viewed per session, case and quarter of an hour; null when it stands already.
create or replace function log.record_view(of_verb text, on_kind text, on_subject uuid, of_case uuid, of_request uuid default null)
returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare me record;
begin
  select * into me from access.actor_snapshot();
  if exists (select from log.detail d where d.subject_id = on_subject and d.session_id = me.session_id and d.verb = of_verb
               and d.outcome = 'done' and d.at > clock_timestamp() - interval '15 minutes') then
    return null;
  end if;
  return log.append('worker', me.worker_id, me.session_id, me.agency_id, of_case, on_kind, on_subject, of_verb, 'done', null, of_request, '{}');
end $$;
call platform.definer('log.record_view(text, text, uuid, uuid, uuid)', 'homeward_app', 'homeward_vault', 'homeward_oversight');

-- One entry per session and quarter of an hour for reading a list, by its verb. Answers for how many seconds the entry goes on standing for
-- further readings, so that the web process need not ask again within them; it looks at as little as it can.
drop function if exists log.record_list(text);
create function log.record_list(of_verb text) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare session uuid; stands timestamptz;
begin
  select s.id into session from sessions.session s
   where s.token_hash = sha256(convert_to(current_setting('access.token'), 'UTF8'));
  select d.at into stands from log.detail d where d.subject_id = session and d.session_id = session and d.verb = of_verb
     and d.outcome = 'done' and d.at > clock_timestamp() - interval '15 minutes' order by d.at desc limit 1;
  if stands is null then
    perform log.record_view(of_verb, 'list', (select a.session_id from access.actor_snapshot() a), null);
    stands := clock_timestamp();
  end if;
  return floor(extract(epoch from stands + interval '15 minutes' - clock_timestamp()));
end $$;
call platform.definer('log.record_list(text)', 'homeward_app', 'homeward_oversight');

-- ── the sequencer ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- What waits, oldest first; the order among what is visible does not matter, only that each gets one number.
create or replace function log.waiting(at_most int) returns table (id uuid, leaf bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.leaf from log.pending p order by p.id limit at_most
$$;
call platform.definer('log.waiting(int)', 'homeward_sequencer');

create or replace function log.size() returns bigint
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select e.seq + 1 from log.entry e order by e.seq desc limit 1), 0)
$$;
call platform.definer('log.size()', 'homeward_sequencer', 'homeward_app', 'homeward_oversight', 'homeward_admin');

-- The right edge of the tree: the last, unfilled tile of each level.
create or replace function log.edge() returns table (level smallint, index bigint, hashes bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (t.level) t.level, t.index, t.hashes from log.tile t order by t.level, t.index desc
$$;
call platform.definer('log.edge()', 'homeward_sequencer');

-- Numbers a batch: ids in order from first_seq, which must be the size. Hashes are checked here against the bytes.
create or replace function log.integrate(
  first_seq bigint, ids uuid[], leaf_hashes bytea[], tile_levels smallint[], tile_indexes bigint[], tile_hashes bytea[])
returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare n int;
begin
  if first_seq <> log.size() then
    raise exception 'the log has % entries, the batch begins at %', log.size(), first_seq using errcode = 'HW409';
  end if;
  with taken as (
    delete from log.pending p using unnest(ids, leaf_hashes) with ordinality as b(id, hash, nth) where p.id = b.id
    returning p.id, p.leaf, b.hash, b.nth)
  insert into log.entry (seq, id, leaf, leaf_hash)
  select first_seq + t.nth - 1, t.id, t.leaf, t.hash from taken t where sha256('\x00'::bytea || t.leaf) = t.hash;
  get diagnostics n = row_count;
  if n <> cardinality(ids) then
    raise exception 'a batch of % entries held only % true ones', cardinality(ids), n using errcode = 'HW409';
  end if;
  insert into log.tile (level, index, hashes) select * from unnest(tile_levels, tile_indexes, tile_hashes)
  on conflict (level, index) do update set hashes = excluded.hashes
   where length(excluded.hashes) > length(log.tile.hashes)
     and substr(excluded.hashes, 1, length(log.tile.hashes)) = log.tile.hashes;  -- a tile only grows
end $$;
call platform.definer('log.integrate(bigint, uuid[], bytea[], smallint[], bigint[], bytea[])', 'homeward_sequencer');

create or replace function log.publish(of_size bigint, of_root bytea, signed_note text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if of_size > log.size() then
    raise exception 'a checkpoint beyond the log' using errcode = 'HW409';
  end if;
  insert into log.checkpoint (size, root, note) values (of_size, of_root, signed_note) on conflict (size) do nothing;
end $$;
call platform.definer('log.publish(bigint, bytea, text)', 'homeward_sequencer');

create or replace function log.latest_checkpoint() returns table (size bigint, root bytea, note text, at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select c.size, c.root, c.note, c.at from log.checkpoint c order by c.size desc limit 1
$$;
call platform.definer('log.latest_checkpoint()', 'homeward_sequencer', 'homeward_app', 'homeward_public', 'homeward_oversight');

create or replace function log.tile_bytes(of_level smallint, of_index bigint) returns bytea
language sql stable security definer set search_path = pg_catalog as $$
  select t.hashes from log.tile t where t.level = of_level and t.index = of_index
$$;
call platform.definer('log.tile_bytes(smallint, bigint)', 'homeward_sequencer', 'homeward_app', 'homeward_public', 'homeward_oversight');

-- Where an entry stands in the tree, once it has been integrated: the receipt.
create or replace function log.index_of(entry uuid) returns bigint
language sql stable security definer set search_path = pg_catalog as $$
  select e.seq from log.entry e where e.id = entry
$$;
call platform.definer('log.index_of(uuid)', 'homeward_app', 'homeward_oversight', 'homeward_vault');
