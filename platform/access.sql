-- Platform's own tables: policies and the few functions that reach them.
set local check_function_bodies = off;

call platform.guard('platform.installation');
create policy everybody_reads on platform.installation for select
  to homeward_app, homeward_signin, homeward_vault, homeward_admin, homeward_public, homeward_oversight, homeward_jobs, homeward_sequencer using (true);
grant select on platform.installation
  to homeward_app, homeward_signin, homeward_vault, homeward_admin, homeward_public, homeward_oversight, homeward_jobs, homeward_sequencer;

-- The kind of installation is said once, at the first start, and never again.
create or replace function platform.found_installation(as_kind text, in_country text) returns platform.installation
language plpgsql security definer set search_path = pg_catalog as $$
declare i platform.installation;
begin
  insert into platform.installation (kind, country) values (as_kind, in_country) on conflict (only_one) do nothing;
  select * into i from platform.installation;
  if i.kind <> as_kind then
    raise exception 'this installation is %, not %', i.kind, as_kind using errcode = 'HW422', detail = 'installation-kind';
  end if;
  return i;
end $$;
call platform.definer('platform.found_installation(text, text)', 'homeward_admin');

-- Says which pack is in force. A changed pack changes who may do what: that it changed is an entry of the log.
create or replace function platform.note_pack(sha256_hex text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.installation set pack_sha256 = sha256_hex where pack_sha256 is distinct from sha256_hex;
  if found then
    perform log.append('system', null, null, null, null, 'pack', null, 'pack-changed', 'done', null, null, jsonb_build_object('sha256', sha256_hex));
  end if;
end $$;
call platform.definer('platform.note_pack(text)', 'homeward_admin');

call platform.guard('platform.idempotency');

-- Claims a key for this actor. Null: do the work now (a twin that is under way makes us wait here, and then answers). Otherwise what was
-- answered before. The same key with another body raises HW409.
create or replace function platform.claim_key(k uuid, body_hash bytea) returns platform.idempotency
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); r platform.idempotency;
begin
  insert into platform.idempotency (worker_id, key, request_hash) values (me, k, body_hash) on conflict do nothing;
  if found then return null; end if;
  select * into r from platform.idempotency where worker_id = me and key = k;
  if r.request_hash <> body_hash then
    raise exception 'this key came before with another body' using errcode = 'HW409', detail = 'idempotency-other-body';
  end if;
  return r;
end $$;
call platform.definer('platform.claim_key(uuid, bytea)', 'homeward_app');

create or replace function platform.keep_answer(k uuid, with_status smallint, with_answer jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.idempotency set status = with_status, answer = with_answer where worker_id = access.actor() and key = k;
end $$;
call platform.definer('platform.keep_answer(uuid, smallint, jsonb)', 'homeward_app');

call platform.guard('platform.file');
