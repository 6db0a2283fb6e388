-- Reports: the public may hand in and come back with their words; a desk sees what came to it; nothing is ever deleted.
set local check_function_bodies = off;

call platform.guard('reports.reports');
create policy desk_sees on reports.reports for select to homeward_app using (
  desk_id = any((select access.principals())::int[]) or supervisors_id = any((select access.principals())::int[])
  or exists (select from reports.second_reads s where s.report_id = reports.id and s.reader = (select access.actor()) and s.verdict is null offset 0));
create policy never_to_its_subject on reports.reports as restrictive for all to homeward_app using (
  about_agency is null or about_agency is distinct from (select s.agency_id from access.actor_snapshot() s));
create policy not_recused on reports.reports as restrictive for all to homeward_app using (
  case_id is null or case_id <> all (array(select case_id from access.my_recusal)));
create policy desk_changes on reports.reports for update to homeward_app using (
  desk_id = any((select access.principals())::int[]) or supervisors_id = any((select access.principals())::int[]));
grant select on reports.reports to homeward_app;
grant update (status, claimed_by, claimed_at, first_read_at, danger, district, situation, codes, sealed, version, case_id, is_draft, place_key, caller_key)
  on reports.reports to homeward_app;

call platform.guard('reports.messages');
create policy with_report on reports.messages for select to homeward_app using (exists (select from reports.reports r where r.id = messages.report_id offset 0));
create policy answer on reports.messages for insert to homeward_app with check (
  from_us and sent_by = (select access.actor()) and exists (select from reports.reports r where r.id = messages.report_id offset 0));
grant select, insert on reports.messages to homeward_app;

call platform.guard('reports.attachments');
create policy with_report on reports.attachments for select to homeward_app using (exists (select from reports.reports r where r.id = attachments.report_id offset 0));
create policy first_look on reports.attachments for update to homeward_app using (exists (select from reports.reports r where r.id = attachments.report_id offset 0));
grant select on reports.attachments to homeward_app;
grant update (first_opened_at) on reports.attachments to homeward_app;

call platform.guard('reports.second_reads');
grant select on reports.second_reads to homeward_app;

call platform.guard('reports.history');
create policy with_report on reports.history for select to homeward_app using (exists (select from reports.reports r where r.id = history.report_id offset 0));
create policy with_report_adds on reports.history for insert to homeward_app with check (
  by_worker = (select access.actor()) and exists (select from reports.reports r where r.id = history.report_id offset 0));
grant select, insert on reports.history to homeward_app;

call platform.guard('reports.screenings');
create policy with_report on reports.screenings for select to homeward_app using (exists (select from reports.reports r where r.id = screenings.report_id offset 0));
create policy with_report_adds on reports.screenings for insert to homeward_app with check (
  made_by = (select access.actor()) and exists (select from reports.reports r where r.id = screenings.report_id offset 0));
-- Decided and signed once, each in the actor's own name; nothing else of a kept screening changes.
create policy with_report_decides on reports.screenings for update to homeward_app
  using (countersigned_at is null and exists (select from reports.reports r where r.id = screenings.report_id offset 0))
  with check ((select access.actor()) in (decided_by, countersigned_by)
    and exists (select from reports.reports r where r.id = screenings.report_id offset 0));
grant select, insert (id, report_id, jurisdiction_id, made_at, made_by, made_agency, rules, answers, advice, sealed) on reports.screenings to homeward_app;
grant update (decision, decided_by, decided_agency, decided_at, decision_sealed, review_on, countersigned_by, countersigned_agency, countersigned_at)
  on reports.screenings to homeward_app;

-- The same rule as the policies, for the definer functions below: a desk's, never its subject's, never a recused person's.
create or replace function reports.sees(which uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare me record; mine int[] := access.principals();
begin
  select * into me from access.actor_snapshot();
  return exists (
    select from reports.reports r
     where r.id = which and r.about_agency is distinct from me.agency_id
       and (r.case_id is null or r.case_id <> all (array(select x.case_id from access.my_recusal x)))
       and (r.desk_id = any(mine) or r.supervisors_id = any(mine)
            or (mine <> '{}' and exists (select from reports.second_reads s where s.report_id = r.id and s.reader = me.worker_id and s.verdict is null))));
end $$;
call platform.definer('reports.sees(uuid)', 'homeward_app');

create policy reader_sees on reports.second_reads for select to homeward_app using (reader = (select access.actor()) and reports.sees(report_id));

-- The desk that answers for a district: a helpline whose territory holds it, else one of its jurisdiction, else any.
create or replace function reports.desk_for(in_district text, out desk int, out supervisors int, out jurisdiction uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, s.id, coalesce((select d.jurisdiction_id from agencies.district d where d.code = in_district), a.jurisdiction_id)
    from agencies.unit u
    join agencies.agency a on a.id = u.agency_id and a.kind = 'helpline' and a.closed_at is null
    join access.principal p on p.kind = 2 and p.subject = u.id
    join access.principal s on s.kind = 4 and s.subject = a.id
   where u.closed_at is null
            -- a desk where nobody serves is named last, whatever territory it was given: nobody would read it there
   order by exists (select from agencies.posting q where q.unit_id = u.id and q.during @> statement_timestamp()) desc,
            exists (select from agencies.territory t where t.unit_id = u.id and t.district = in_district) desc,
            a.jurisdiction_id = (select d.jurisdiction_id from agencies.district d where d.code = in_district) desc nulls last,
            -- at night the desk that is on; until rosters exist, the desk with somebody posted
            (select count(*) from agencies.posting q where q.unit_id = u.id and q.during @> statement_timestamp() and 'helpline-worker' = any(q.roles)) desc, u.id
   limit 1
$$;
call platform.definer('reports.desk_for(text)');

-- Takes a public report. One form, one report: a retry of the same gets the same answer, another body under the same token is refused.
create or replace function reports.accept(
  token bytea, body bytea, receipt bytea, in_language text, in_danger smallint, in_district text, in_situation text, in_codes jsonb, box bytea, files uuid[])
returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare made uuid; d record; known bytea; f uuid;
begin
  select r.body_hash into known from reports.reports r where r.token_hash = token;
  if known is null then
    select * into d from reports.desk_for(in_district);
    if d.desk is null then
      raise exception 'no desk' using errcode = 'HW422', detail = 'not-now';
    end if;
    insert into reports.reports (jurisdiction_id, channel, language, desk_id, supervisors_id, danger, codes, district, situation, sealed, token_hash, body_hash, receipt_hash)
    values (d.jurisdiction, 1, in_language, d.desk, d.supervisors, in_danger, in_codes, in_district, in_situation, box, token, body, receipt)
    on conflict do nothing returning id into made;
    if made is null then
      select r.body_hash into known from reports.reports r where r.token_hash = token;
    end if;
  end if;
  if made is null then
    return case when known = body then 'again' else 'sent-before' end;
  end if;
  foreach f in array files loop
    insert into reports.attachments (report_id, jurisdiction_id, file_id) values (made, d.jurisdiction, f);
  end loop;
  insert into reports.history (report_id, jurisdiction_id, act) values (made, d.jurisdiction, 'received');
  perform log.append('public', null, null, null, null, 'report', made, 'report-received', 'done', null, null, jsonb_build_object('channel', 'public-form'));
  return 'accepted';
end $$;
call platform.definer('reports.accept(bytea, bytea, bytea, text, smallint, text, text, jsonb, bytea, uuid[])', 'homeward_public');

-- Tells the desk's screens, in a transaction after the acknowledged one: commits that notify go to the disk one by one, and a reporter would
-- wait for all that came at the same moment. A notice that is lost costs a screen a minute; the report stands.
create or replace function reports.announce(token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare r reports.reports;
begin
  select * into r from reports.reports x where x.token_hash = token;
  if found then
    perform pg_notify('homeward', json_build_object('what', 'report', 'id', r.id, 'to', array[r.desk_id, r.supervisors_id])::text);
  end if;
end $$;
call platform.definer('reports.announce(bytea)', 'homeward_public');

-- What the reporter may know, for whoever proves the words: a state in plain words, who it is about, and the messages, sealed; the vault opens
-- them. Where to turn instead is told once a second reader has agreed: one person's word alone sends nobody away.
drop function if exists reports.by_receipt(bytea);
create or replace function reports.by_receipt(receipt bytea)
returns table (report_id uuid, state text, about text, instead text, message_id uuid, from_us boolean, sent_at timestamptz, sealed bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select r.id,
         case when r.status in (3, 4, 5) then 'passed-on' when r.status in (6, 7, 8) then 'closed'
              when exists (select from reports.second_reads s where s.report_id = r.id and s.act = 'forwarded' and s.verdict is distinct from 'reopen') then 'passed-on'
              when r.first_read_at is not null then 'being-read' else 'received' end,
         case r.codes ->> 'about' when 'me' then 'me' else 'worried' end,
         case when r.status = 6 and exists (select from reports.second_reads s where s.report_id = r.id and s.act = 'not-for-us' and s.verdict = 'agree')
              then r.where_to end,
         m.id, m.from_us, m.sent_at, m.sealed
    from reports.reports r left join reports.messages m on m.report_id = r.id
   where r.receipt_hash = receipt order by m.sent_at, m.id
$$;
call platform.definer('reports.by_receipt(bytea)', 'homeward_vault');

-- More from the reporter. What was set aside comes back on top when its sender has more to say.
create or replace function reports.add(receipt bytea, token bytea, box bytea, files uuid[]) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare r reports.reports; f uuid;
begin
  select * into r from reports.reports x where x.receipt_hash = receipt for update;
  if r.id is null then return false; end if;
  insert into reports.messages (report_id, jurisdiction_id, from_us, token_hash, sealed) values (r.id, r.jurisdiction_id, false, token, box)
  on conflict do nothing;
  if not found then return true; end if;
  foreach f in array files loop
    insert into reports.attachments (report_id, jurisdiction_id, file_id) values (r.id, r.jurisdiction_id, f);
  end loop;
  if r.status in (6, 7, 8) then
    update reports.reports set status = 1, claimed_by = null, claimed_at = null, reopened_at = statement_timestamp(), version = version + 1 where id = r.id;
    insert into reports.history (report_id, jurisdiction_id, act) values (r.id, r.jurisdiction_id, 'reopened-by-reporter');
  end if;
  insert into reports.history (report_id, jurisdiction_id, act) values (r.id, r.jurisdiction_id, 'added');
  perform log.append('public', null, null, null, null, 'report', r.id, 'report-added', 'done', null, null, '{}');
  return true;
end $$;
call platform.definer('reports.add(bytea, bytea, bytea, uuid[])', 'homeward_public');

-- A report by staff: a call as a draft, or another agency's report. It stands with the writer's unit when that is a helpline, else with the desk.
create or replace function reports.take(
  new_id uuid, in_channel smallint, draft boolean, in_language text, in_danger smallint, in_district text, in_situation text, in_codes jsonb, box bytea,
  came_at timestamptz, about uuid)
returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; d record;
begin
  select * into me from access.actor_snapshot();
  if me.unit_id is null or me.is_oversight then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if me.agency_kind = 'helpline' then
    select access.principal_of(2::smallint, me.unit_id) as desk, access.principal_of(4::smallint, me.agency_id) as supervisors,
           coalesce((select x.jurisdiction_id from agencies.district x where x.code = in_district), me.jurisdiction_id) as jurisdiction into d;
  else
    select * into d from reports.desk_for(in_district);
  end if;
  insert into reports.reports (id, jurisdiction_id, channel, language, desk_id, supervisors_id, danger, is_draft, codes, district, situation, sealed, received_at, taken_by, about_agency)
  values (new_id, d.jurisdiction, in_channel, in_language, d.desk, d.supervisors, in_danger, draft, in_codes, in_district, in_situation, box,
          least(coalesce(came_at, statement_timestamp()), statement_timestamp()), me.worker_id, about);
  insert into reports.history (report_id, jurisdiction_id, by_worker, act) values (new_id, d.jurisdiction, me.worker_id, case when draft then 'call-begun' else 'received' end);
  return new_id;
end $$;
call platform.definer('reports.take(uuid, smallint, boolean, text, smallint, text, text, jsonb, bytea, timestamptz, uuid)', 'homeward_app');

-- Sets a report aside, and draws by lot who reads it a second time: another worker of the same agency where there is one, never the actor.
create or replace function reports.set_aside(which uuid, how text, into_report uuid, to_unit uuid, instead text, why bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; r reports.reports; other reports.reports; drawn uuid; made uuid; wanted smallint; u record;
begin
  select * into me from access.actor_snapshot();
  select * into r from reports.reports where id = which for update;
  if r.id is null or not reports.sees(which) or not (r.desk_id = any(access.principals()) or r.supervisors_id = any(access.principals())) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if r.status not in (1, 2) then
    raise exception 'not open' using errcode = 'HW422', detail = 'report-not-open';
  end if;
  wanted := case how when 'forwarded' then 4 when 'merged' then 5 when 'not-for-us' then 6 when 'spam' then 7 end;
  if wanted is null then
    raise exception 'not an act' using errcode = 'HW422', detail = 'report-not-open';
  end if;
  select q.worker_id into drawn
    from agencies.posting q join agencies.unit x on x.id = q.unit_id join agencies.agency a on a.id = x.agency_id
   where q.during @> statement_timestamp() and q.worker_id <> me.worker_id and not a.is_oversight
     and a.id is distinct from r.about_agency
     and a.kind = 'helpline' and q.roles && array['helpline-worker', 'supervisor']
   order by (x.id = me.unit_id), random() limit 1;       -- another unit first
  if drawn is null then
    raise exception 'nobody to read it again' using errcode = 'HW422', detail = 'no-second-person';
  end if;
  if how = 'merged' then
    select * into other from reports.reports where id = into_report and id <> which and status in (1, 2, 3)
       and (desk_id = any(access.principals()) or supervisors_id = any(access.principals()));
    if other.id is null then
      raise exception 'not visible' using errcode = 'HW404';
    end if;
    update reports.reports set status = 5, merged_into = other.id, danger = least(danger, other.danger), version = version + 1 where id = which;
    update reports.reports set danger = least(danger, r.danger), version = version + 1 where id = other.id;
  elsif how = 'forwarded' then
    select p.id as desk, s.id as supervisors, x.agency_id into u
      from agencies.unit x join access.principal p on p.kind = 2 and p.subject = x.id
      join access.principal s on s.kind = 4 and s.subject = x.agency_id where x.id = to_unit and x.closed_at is null;
    if u.desk is null or u.desk = r.desk_id or u.agency_id = r.about_agency then
      raise exception 'nobody there' using errcode = 'HW422', detail = 'unit-unknown';
    end if;
    -- It is new there; the history keeps that it came from here.
    update reports.reports set desk_id = u.desk, supervisors_id = u.supervisors, status = 1, claimed_by = null, claimed_at = null, version = version + 1 where id = which;
  else
    update reports.reports set status = wanted, where_to = instead, version = version + 1 where id = which;
  end if;
  insert into reports.second_reads (report_id, jurisdiction_id, act, acted_by, reader, due_at)
  values (which, r.jurisdiction_id, how, me.worker_id, drawn, statement_timestamp() + interval '24 hours') returning id into made;
  insert into reports.history (report_id, jurisdiction_id, by_worker, act, codes, sealed)
  values (which, r.jurisdiction_id, me.worker_id, how, jsonb_strip_nulls(jsonb_build_object('into', into_report, 'unit', to_unit, 'instead', instead)), why);
  perform log.record('report-set-aside', 'report', which, null, 'done', how);
  return made;
end $$;
call platform.definer('reports.set_aside(uuid, text, uuid, uuid, text, bytea)', 'homeward_app');

-- The second reader's word: agree, or back on top.
create or replace function reports.read_again(which uuid, says text, why bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me uuid := access.actor(); s reports.second_reads;
begin
  update reports.second_reads set verdict = says, read_at = statement_timestamp()
   where id = which and reader = me and verdict is null returning * into s;
  if s.id is null then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if says = 'reopen' then
    update reports.reports set status = 1, claimed_by = null, claimed_at = null, merged_into = null, reopened_at = statement_timestamp(), version = version + 1
     where id = s.report_id;
  end if;
  insert into reports.history (report_id, jurisdiction_id, by_worker, act, codes, sealed)
  values (s.report_id, s.jurisdiction_id, me, case says when 'agree' then 'second-read-agreed' else 'second-read-reopened' end, jsonb_build_object('of', s.act), why);
  perform log.record('report-read-again', 'report', s.report_id, null, 'done', says);
end $$;
call platform.definer('reports.read_again(uuid, text, bytea)', 'homeward_app');

-- May the vault open this report for this session? Only against a report-viewed entry that is committed.
create or replace function reports.may_open(which uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare me record;
begin
  select * into me from access.actor_snapshot();
  if not exists (select from log.detail d where d.subject_id = which and d.session_id = me.session_id and d.verb = 'report-viewed'
                   and d.outcome = 'done' and d.at > clock_timestamp() - interval '15 minutes')
     or not reports.sees(which) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  return true;
end $$;
call platform.definer('reports.may_open(uuid)', 'homeward_vault');

-- The place of a report, as a keyed hash, when the vault first reads it. The same place again brings back what was set aside.
create or replace function reports.keep_place(which uuid, place bytea) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare n int;
begin
  perform access.actor();
  update reports.reports set place_key = place where id = which and place_key is null;
  if not found then return 0; end if;
  with back as (
    update reports.reports set status = 1, claimed_by = null, claimed_at = null, reopened_at = statement_timestamp(), version = version + 1
     where place_key = place and id <> which and status in (6, 7) returning id, jurisdiction_id)
  insert into reports.history (report_id, jurisdiction_id, act, codes)
  select id, jurisdiction_id, 'reopened-same-place', jsonb_build_object('by', which) from back;
  get diagnostics n = row_count;
  return n;
end $$;
call platform.definer('reports.keep_place(uuid, bytea)', 'homeward_vault');

-- "This is abuse of a child": no view opens the file again, and a unit that may hold it is told.
create or replace function reports.block_file(which uuid, of_report uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me record; r reports.reports;
begin
  select * into me from access.actor_snapshot();
  select * into r from reports.reports x where x.id = of_report and reports.sees(of_report);
  if r.id is null or not exists (select from reports.attachments a where a.file_id = which and a.report_id = of_report) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  update platform.file set blocked_at = coalesce(blocked_at, statement_timestamp()) where id = which;
  insert into reports.history (report_id, jurisdiction_id, by_worker, act, codes) values (of_report, r.jurisdiction_id, me.worker_id, 'file-blocked', jsonb_build_object('file', which));
  perform log.record('file-blocked', 'file', which);
end $$;
call platform.definer('reports.block_file(uuid, uuid)', 'homeward_app');

-- The sealed key of an attachment, for the vault, unless it is blocked.
create or replace function reports.open_file(which uuid, of_report uuid) returns table (kind text, bytes bigint, sealed_key bytea)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform reports.may_open(of_report);
  return query select f.kind, f.bytes, f.sealed_key from platform.file f join reports.attachments a on a.file_id = f.id
                where f.id = which and a.report_id = of_report and f.blocked_at is null;
  perform log.record('file-opened', 'file', which);
end $$;
call platform.definer('reports.open_file(uuid, uuid)', 'homeward_vault');

-- A staged upload becomes a row only when its report is accepted.
create or replace function reports.keep_file(made uuid, of_kind text, n bigint, digest bytea, sealed bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into platform.file (id, kind, bytes, sha256, sealed_key) values (made, of_kind, n, digest, sealed) on conflict do nothing
$$;
call platform.definer('reports.keep_file(uuid, text, bigint, bytea, bytea)', 'homeward_public', 'homeward_app');

-- A desk's inbox, narrowed and in the order that the reader wants: by danger (now, not sure, no; then the newest), newest, oldest. By danger
-- one index is walked; otherwise each branch (a desk, a danger) begins with its own part of one. Both stop when the page is full. The pieces
-- are fixed text; what comes from outside comes as a parameter.
create or replace function reports.listed(
  wanted text, dangers smallint[], in_district text, from_channel smallint, by_what text, after_rank smallint, after_at timestamptz, after_id uuid, at_most int)
returns table (id uuid, channel smallint, language text, received_at timestamptz, danger smallint, status smallint, codes jsonb, district text, situation text,
  claimed_by uuid, first_read_at timestamptz, case_id uuid, reopened_at timestamptz, version int, is_draft boolean, files bigint, mine boolean, desk_id int)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  way text := case by_what when 'oldest' then 'asc' else 'desc' end;
  beyond text := case by_what when 'oldest' then '>' else '<' end;
  rank text := '(case x.danger when 0 then 0 when 2 then 1 else 2 end)';
  me record;
  of_agency uuid;
begin
  -- One proof of who asks, for all that hangs on it.
  select * into me from access.me();
  select u.agency_id into of_agency from agencies.posting p join agencies.unit u on u.id = p.unit_id
   where p.worker_id = me.worker and p.during @> statement_timestamp();
  return query execute
    'select r.id, r.channel, r.language, r.received_at, r.danger, r.status, r.codes, r.district, r.situation, r.claimed_by, r.first_read_at, r.case_id,
            r.reopened_at, r.version, r.is_draft, (select count(*) from reports.attachments a where a.report_id = r.id), r.claimed_by = $9, r.desk_id
       from unnest($8) p(id)'
    || case when by_what = 'danger' then '' else ' cross join unnest($1) d(danger)' end
    || ' cross join lateral (select x.* from reports.reports x where x.desk_id = p.id'
    || case when wanted = 'open' then ' and x.status in (1, 2) and not x.is_draft' else '' end
    || case when by_what <> 'danger' then ' and x.danger = d.danger and (x.received_at, x.id) ' || beyond || ' ($3, $4)'
         else ' and ' || rank || ' >= $2 and (' || rank || ' > $2 or (x.received_at, x.id) < ($3, $4))'
              || case when cardinality(dangers) = 3 then '' else ' and x.danger = any ($1)' end end
    || case when in_district is null then '' else ' and x.district = $5' end
    || case when from_channel is null then '' else ' and x.channel = $6' end
    || ' and x.about_agency is distinct from $10
         and (x.case_id is null or x.case_id <> all (array(select y.case_id from access.recusal y where y.worker_id = $9 and y.ended_at is null)))
         order by ' || case when by_what = 'danger' then rank || ', ' else '' end || 'x.received_at ' || way || ', x.id ' || way || ' limit $7) r order by '
    || case when by_what = 'danger' then replace(rank, 'x.', 'r.') || ', ' else '' end
    || 'r.received_at ' || way || ', r.id ' || way || ' limit $7'
    using dangers, after_rank, after_at, after_id, in_district, from_channel, least(at_most, 200), me.principals, me.worker, of_agency;
end $$;
call platform.definer('reports.listed(text, smallint[], text, smallint, text, smallint, timestamptz, uuid, int)', 'homeward_app');

-- The calls that I began and have not finished: nothing of them is in any inbox yet.
create or replace function reports.my_calls()
returns table (id uuid, received_at timestamptz, danger smallint, version int)
language sql stable security definer set search_path = pg_catalog as $$
  select r.id, r.received_at, r.danger, r.version from reports.reports r
   where r.taken_by = (select access.actor()) and r.is_draft order by r.received_at desc limit 50
$$;
call platform.definer('reports.my_calls()', 'homeward_app');

-- What lies unread or unanswered for: counted, so that it shows.
create or replace function reports.unfiled() returns table (unread bigint, unread_over_4h bigint, drafts bigint, second_reads_late bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select count(*) filter (where r.first_read_at is null and not r.is_draft),
         count(*) filter (where r.first_read_at is null and not r.is_draft and r.received_at < statement_timestamp() - interval '4 hours'),
         count(*) filter (where r.is_draft),
         (select count(*) from reports.second_reads s where s.reader = (select access.actor()) and s.verdict is null and s.due_at < statement_timestamp()),
         min(r.received_at) filter (where r.first_read_at is null and not r.is_draft)
    from reports.reports r
   where r.desk_id = any((select access.principals())::int[]) and r.status in (1, 2)
     and r.about_agency is distinct from (select s.agency_id from access.actor_snapshot() s)
     and (r.case_id is null or r.case_id <> all (array(select x.case_id from access.my_recusal x)))
$$;
call platform.definer('reports.unfiled()', 'homeward_app');

-- A report's files as codes: kind and size, never a name.
create or replace function reports.files_of(of_report uuid)
returns table (file_id uuid, kind text, bytes bigint, added_at timestamptz, first_opened_at timestamptz, blocked boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select a.file_id, f.kind, f.bytes, a.added_at, a.first_opened_at, f.blocked_at is not null
    from reports.attachments a join platform.file f on f.id = a.file_id
   where a.report_id = of_report and (select reports.sees(of_report)) order by a.added_at, a.id
$$;
call platform.definer('reports.files_of(uuid)', 'homeward_app');

-- Ties a report to the case that was opened from it.
create or replace function reports.tie_case(which uuid, to_case uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me record;
begin
  select * into me from access.actor_snapshot();
  update reports.reports set status = 3, case_id = to_case, claimed_by = coalesce(claimed_by, me.worker_id), claimed_at = coalesce(claimed_at, statement_timestamp()),
         first_read_at = coalesce(first_read_at, statement_timestamp()), version = version + 1
   where id = which and status in (1, 2) and not is_draft and reports.sees(which);
  if not found then
    if reports.sees(which) then
      raise exception 'not open' using errcode = 'HW422', detail = 'report-not-open';
    end if;
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  insert into reports.history (report_id, jurisdiction_id, by_worker, act)
  select r.id, r.jurisdiction_id, me.worker_id, 'case-opened' from reports.reports r where r.id = which;
end $$;
call platform.definer('reports.tie_case(uuid, uuid)', 'homeward_app');

-- A report's screenings go along into its case, with what was decided and under the names of who made and decided them. The caller gives only
-- what is written in words, sealed anew for the case; if something was written since it was read, nothing is carried and the caller reads again.
drop function if exists reports.carry_screenings(uuid, uuid[], bytea[]);
create or replace function reports.carry_screenings(which uuid, ids uuid[], notes bytea[], reasons bytea[]) returns setof timestamptz
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not reports.sees(which) then
    raise exception 'not visible' using errcode = 'HW404';
  end if;
  if exists (select from reports.screenings s left join unnest(ids, notes, reasons) b(id, note, reason) on b.id = s.id
              where s.report_id = which and ((s.sealed is not null and b.note is null) or (s.decision is not null and b.reason is null))) then
    raise exception 'written since' using errcode = 'HW412';
  end if;
  return query
  insert into cases.screenings (id, case_id, jurisdiction_id, made_at, made_by, made_agency, rules, answers, advice, sealed, on_report,
                                decision, decided_by, decided_agency, decided_at, decision_sealed, review_on,
                                countersigned_by, countersigned_agency, countersigned_at)
  select s.id, c.id, c.jurisdiction_id, s.made_at, s.made_by, s.made_agency, s.rules, s.answers, s.advice, b.note, true,
         s.decision, s.decided_by, s.decided_agency, s.decided_at, b.reason, s.review_on,
         s.countersigned_by, s.countersigned_agency, s.countersigned_at
    from reports.screenings s join reports.reports r on r.id = s.report_id join cases.cases c on c.id = r.case_id
    left join unnest(ids, notes, reasons) b(id, note, reason) on b.id = s.id
   where s.report_id = which order by s.made_at
  on conflict do nothing returning made_at;
end $$;
call platform.definer('reports.carry_screenings(uuid, uuid[], bytea[], bytea[])', 'homeward_app');
