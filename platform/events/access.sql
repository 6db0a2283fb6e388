-- What changed, told to the web processes over the channel homeward: kind, id, and which principals or worker it may concern. Ids only; each
-- process asks row security with the reader's own session before it says anything to anybody.
set local check_function_bodies = off;

-- A session that was ended closes its streams at once.
create or replace function sessions.tell_ended() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_notify('homeward', json_build_object('what', 'session', 'id', new.id)::text);
  return null;
end $$;
call platform.definer('sessions.tell_ended()');
create or replace trigger tell_ended after update of revoked_at on sessions.session for each row
  when (old.revoked_at is null and new.revoked_at is not null) execute function sessions.tell_ended();
