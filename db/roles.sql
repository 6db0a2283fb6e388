-- The roles of one cluster. Re-applied at each migration, idempotent; the caller holds a cluster-wide lock, because parallel
-- databases share roles. No login owns anything or holds a grant of its own: each is a member of exactly one NOLOGIN role, with
-- SET and without INHERIT, so that no login can become another and a statement outside a transaction can do nothing.
do $$
declare
  r text;
  pair text[];
begin
  foreach r in array array[
    'homeward_owner',      -- owns schemas and tables; row security binds it too
    'homeward_definer',    -- owns definer functions and owner views; has its own explicit policy on each table
    'homeward_app',        -- staff requests, under row security
    'homeward_public',     -- the public form: EXECUTE on a handful of functions
    'homeward_signin',     -- the sign-in page: EXECUTE on the functions of sessions
    'homeward_oversight',  -- de-identified views and log details
    'homeward_vault',      -- releases sealed records against a committed entry
    'homeward_sequencer',  -- gives log entries their numbers
    'homeward_jobs',       -- background work
    'homeward_admin'       -- set-up and packs, by the command line only
  ] loop
    if not exists (select from pg_catalog.pg_roles where rolname = r) then
      execute format('create role %I nologin noinherit', r);
    end if;
  end loop;

  foreach pair slice 1 in array array[
    ['hw_app', 'homeward_app'], ['hw_public', 'homeward_public'], ['hw_signin', 'homeward_signin'],
    ['hw_oversight', 'homeward_oversight'], ['hw_vault', 'homeward_vault'], ['hw_log', 'homeward_sequencer'],
    ['hw_jobs', 'homeward_jobs'], ['hw_admin', 'homeward_admin']
  ] loop
    if not exists (select from pg_catalog.pg_roles where rolname = pair[1]) then
      execute format('create role %I login noinherit connection limit 200', pair[1]);
    end if;
    execute format('grant %I to %I with inherit false, set true', pair[2], pair[1]);
  end loop;

  -- An operator's own cluster: the migrator is no superuser and must be able to hand objects to their owners.
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    execute format('grant homeward_owner, homeward_definer to %I with inherit true, set true', current_user);
  end if;
end $$;
