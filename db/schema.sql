-- Homeward's database as the migrations and access files make it: for reading and comparing, never for running.
-- Written by ./homeward schema, and compared with a fresh database by the tests.

role homeward_admin;
role homeward_app;
role homeward_definer;
role homeward_jobs;
role homeward_oversight;
role homeward_owner;
role homeward_public;
role homeward_sequencer;
role homeward_signin;
role homeward_vault;
role hw_admin login may become homeward_admin;
role hw_app login may become homeward_app;
role hw_jobs login may become homeward_jobs;
role hw_log login may become homeward_sequencer;
role hw_oversight login may become homeward_oversight;
role hw_public login may become homeward_public;
role hw_signin login may become homeward_signin;
role hw_vault login may become homeward_vault;
extension btree_gist in schema public;

-- ── access ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
create schema access authorization homeward_owner;
grant usage on schema access to homeward_admin, homeward_app, homeward_definer, homeward_jobs, homeward_oversight, homeward_signin, homeward_vault;

create table access.approval (
  id uuid not null default uuidv7(),
  action text not null,
  case_id uuid,
  payload jsonb not null,
  payload_hash bytea not null,
  reason_sealed bytea,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  second uuid not null,
  decision text,
  decision_code text,
  decided_at timestamp with time zone,
  used_at timestamp with time zone,
  constraint approval_pkey PRIMARY KEY (id),
  constraint approval_case_id_fkey FOREIGN KEY (case_id) REFERENCES access.door(case_id),
  constraint approval_check CHECK (second <> asked_by),
  constraint approval_decision_check CHECK (decision = ANY (ARRAY['approved'::text, 'declined'::text])),
  constraint approval_payload_hash_check CHECK (length(payload_hash) = 32)
); -- owner homeward_owner
CREATE INDEX approval_asked_by_asked_at_idx ON access.approval USING btree (asked_by, asked_at DESC) WHERE (case_id IS NULL);
CREATE INDEX approval_case_id_idx ON access.approval USING btree (case_id);
CREATE INDEX approval_second_expires_at_idx ON access.approval USING btree (second, expires_at) WHERE (decision IS NULL);
alter table access.approval enable row level security, force row level security;
create policy definer on access.approval for all to homeward_definer
  using (true)
  with check (true);
CREATE TRIGGER tell_second AFTER INSERT ON access.approval FOR EACH ROW EXECUTE FUNCTION access.tell_second();
grant delete, insert, select, update on access.approval to homeward_definer;

create table access.door (
  case_id uuid not null,
  jurisdiction_id uuid not null,
  owner_id integer not null,
  supervisors_id integer not null,
  is_open boolean not null default true,
  sort_at timestamp with time zone not null,
  constraint door_pkey PRIMARY KEY (case_id),
  constraint door_case_id_supervisors_id_key UNIQUE (case_id, supervisors_id),
  constraint door_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES access.principal(id),
  constraint door_supervisors_id_fkey FOREIGN KEY (supervisors_id) REFERENCES access.principal(id)
); -- owner homeward_owner
CREATE INDEX door_by_case ON access.door USING hash (case_id);
alter table access.door enable row level security, force row level security;
create policy definer on access.door for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on access.door to homeward_definer;

create table access.membership (
  case_id uuid not null,
  principal_id integer not null,
  purpose smallint not null,
  valid_from timestamp with time zone not null default now(),
  valid_until timestamp with time zone not null,
  is_open boolean not null,
  sort_at timestamp with time zone not null,
  basis text not null,
  granted_by uuid not null,
  constraint membership_pkey PRIMARY KEY (case_id, principal_id, valid_from) INCLUDE (valid_until),
  constraint membership_case_id_fkey FOREIGN KEY (case_id) REFERENCES access.door(case_id),
  constraint membership_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES access.principal(id)
); -- owner homeward_owner
CREATE INDEX membership_closed ON access.membership USING btree (principal_id, sort_at DESC, case_id DESC) INCLUDE (valid_until, valid_from) WHERE (NOT is_open);
CREATE INDEX membership_inbox ON access.membership USING btree (principal_id, sort_at DESC, case_id DESC) INCLUDE (valid_until, valid_from) WHERE is_open;
alter table access.membership enable row level security, force row level security;
create policy definer on access.membership for all to homeward_definer
  using (true)
  with check (true);
CREATE TRIGGER tell_gone AFTER UPDATE ON access.membership REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION access.tell_gone();
CREATE TRIGGER tell_insert AFTER INSERT ON access.membership REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON access.membership REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant delete, insert, select, update on access.membership to homeward_definer;

create table access.principal (
  id integer not null generated always as identity,
  kind smallint not null,
  subject uuid not null,
  constraint principal_pkey PRIMARY KEY (id),
  constraint principal_kind_check CHECK (kind = ANY (ARRAY[1, 2, 3, 4])),
  constraint principal_kind_subject_key UNIQUE (kind, subject)
); -- owner homeward_owner
alter table access.principal enable row level security, force row level security;
create policy definer on access.principal for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on access.principal to homeward_definer;

create table access.recusal (
  worker_id uuid not null,
  case_id uuid not null,
  basis text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint recusal_pkey PRIMARY KEY (worker_id, case_id, made_at),
  constraint recusal_case_id_fkey FOREIGN KEY (case_id) REFERENCES access.door(case_id)
); -- owner homeward_owner
CREATE INDEX recusal_worker_id_case_id_idx ON access.recusal USING btree (worker_id, case_id) WHERE (ended_at IS NULL);
alter table access.recusal enable row level security, force row level security;
create policy definer on access.recusal for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on access.recusal to homeward_definer;

create table access.section_grant (
  case_id uuid not null,
  principal_id integer not null,
  section smallint not null,
  valid_from timestamp with time zone not null default now(),
  valid_until timestamp with time zone not null,
  basis text not null,
  granted_by uuid not null,
  constraint section_grant_pkey PRIMARY KEY (case_id, principal_id, section, valid_from),
  constraint section_grant_case_id_fkey FOREIGN KEY (case_id) REFERENCES access.door(case_id),
  constraint section_grant_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES access.principal(id),
  constraint section_grant_section_check CHECK (section >= 1 AND section <= 9)
); -- owner homeward_owner
alter table access.section_grant enable row level security, force row level security;
create policy definer on access.section_grant for all to homeward_definer
  using (true)
  with check (true);
CREATE TRIGGER tell_insert AFTER INSERT ON access.section_grant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON access.section_grant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant delete, insert, select, update on access.section_grant to homeward_definer;

create table access.worker_principal (
  worker_id uuid not null,
  principal_id integer not null,
  valid_from timestamp with time zone not null default now(),
  valid_until timestamp with time zone not null default 'infinity'::timestamp with time zone,
  constraint worker_principal_pkey PRIMARY KEY (worker_id, principal_id, valid_from),
  constraint worker_principal_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES access.principal(id)
); -- owner homeward_owner
alter table access.worker_principal enable row level security, force row level security;
create policy definer on access.worker_principal for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on access.worker_principal to homeward_definer;

create view access.my_reader with (security_barrier=true) as -- owner homeward_definer
 SELECT case_id,
    is_open,
    sort_at,
    purpose,
    valid_until
   FROM access.membership m
  WHERE (principal_id = ANY ((( SELECT access.principals() AS principals))::integer[])) AND valid_until > statement_timestamp() AND valid_from <= statement_timestamp();
grant select on access.my_reader to homeward_app, homeward_vault;

create view access.my_recusal with (security_barrier=true) as -- owner homeward_definer
 SELECT case_id
   FROM access.recusal r
  WHERE worker_id = (( SELECT access.actor() AS actor)) AND ended_at IS NULL;
grant select on access.my_recusal to homeward_app, homeward_oversight, homeward_vault;

create view access.my_sections with (security_barrier=true) as -- owner homeward_definer
 SELECT case_id,
    section,
    valid_until
   FROM access.section_grant g
  WHERE (principal_id = ANY ((( SELECT access.principals() AS principals))::integer[])) AND valid_until > statement_timestamp() AND valid_from <= statement_timestamp();
grant select on access.my_sections to homeward_app, homeward_vault;

function access.actor() returns uuid
  language plpgsql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.actor() to homeward_app, homeward_jobs, homeward_oversight, homeward_vault;

function access.actor_snapshot(OUT worker_id uuid, OUT session_id uuid, OUT agency_id uuid, OUT unit_id uuid, OUT jurisdiction_id uuid, OUT roles text[], OUT language text, OUT level smallint, OUT level_age_seconds integer, OUT is_oversight boolean, OUT agency_kind text) returns record
  language plpgsql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.actor_snapshot() to homeward_app, homeward_jobs, homeward_oversight, homeward_vault;

function access.agency_label(of_case uuid, of_agency uuid) returns jsonb
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.agency_label(uuid,uuid) to homeward_app;

function access.approval_reason(which uuid) returns TABLE(case_id uuid, reason_sealed bytea)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.approval_reason(uuid) to homeward_vault;

function access.ask_second(for_action text, of_case uuid, for_payload jsonb, reason bytea, second_role text, lasts interval DEFAULT '72:00:00'::interval) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.ask_second_on_office(for_action text, for_payload jsonb, second_role text, lasts interval DEFAULT '7 days'::interval) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.asked_approvals(of_case uuid) returns TABLE(id uuid, action text, payload jsonb, asked_at timestamp with time zone, expires_at timestamp with time zone, decision text, decision_code text, decided_at timestamp with time zone, used_at timestamp with time zone)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.asked_approvals(uuid) to homeward_app;

function access.decide_second(which uuid, seen_hash bytea, says text, code text) returns access.approval
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.decide_second(uuid,bytea,text,text) to homeward_app;

function access.end_given_by_name(who uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.follow_posting(who uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.given_by_name(who uuid) returns integer
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function access.grant_member(of_case uuid, to_kind smallint, to_subject uuid, for_purpose smallint, until timestamp with time zone, with_sections smallint[], why text) returns integer
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.grant_member(uuid,smallint,uuid,smallint,timestamp with time zone,smallint[],text) to homeward_app;

procedure access.guard_case_table(IN t regclass, IN sectioned boolean)
  language plpgsql volatile set search_path=pg_catalog; -- owner postgres

function access.has_role(wanted text) returns boolean
  language plpgsql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.has_role(text) to homeward_app, homeward_oversight, homeward_vault;

function access.manages(wanted uuid) returns boolean
  language sql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.manages(uuid) to homeward_app, homeward_vault;

function access.me(OUT worker uuid, OUT principals integer[]) returns record
  language plpgsql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer

function access.my_approvals() returns TABLE(id uuid, action text, case_id uuid, payload jsonb, payload_hash bytea, asked_at timestamp with time zone, expires_at timestamp with time zone, asked_by_agency jsonb)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.my_approvals() to homeward_app;

function access.open_door(new_case uuid, of_jurisdiction uuid, at timestamp with time zone) returns access.door
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.open_doors(new_cases uuid[], are_open boolean[], are_nameless boolean[], of_jurisdiction uuid, owner integer, supervisors integer, of_agency uuid, at timestamp with time zone) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.owns_open_cases(of_unit uuid) returns boolean
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function access.principal_of(wanted_kind smallint, wanted_subject uuid) returns integer
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.principals() returns integer[]
  language plpgsql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.principals() to homeward_app, homeward_jobs, homeward_oversight, homeward_vault;

function access.recuse(who uuid, from_case uuid, why text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.recuse(uuid,uuid,text) to homeward_app, homeward_oversight;

function access.section_reasons(of_case uuid) returns TABLE(member integer, section smallint, basis text, since timestamp with time zone, until timestamp with time zone)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.section_reasons(uuid) to homeward_app;

function access.sees(wanted uuid) returns boolean
  language sql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.sees(uuid) to homeward_app, homeward_vault;

function access.sees_section(wanted uuid, wanted_section smallint) returns boolean
  language sql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.sees_section(uuid,smallint) to homeward_app, homeward_vault;

function access.set_door_open(of_case uuid, open boolean) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.set_member_end(of_case uuid, member integer, until timestamp with time zone, why text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.set_member_end(uuid,integer,timestamp with time zone,text) to homeward_app;

function access.set_section(of_case uuid, member integer, wanted_section smallint, until timestamp with time zone, why text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.set_section(uuid,integer,smallint,timestamp with time zone,text) to homeward_app;

function access.spend_approval(which uuid, for_action text, of_case uuid, for_payload jsonb) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.tell_gone() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.tell_second() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function access.waits(for_action text, of_case uuid, for_payload jsonb) returns boolean
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function access.who_can_see(of_case uuid) returns TABLE(member integer, kind smallint, worker_id uuid, unit_id uuid, agency_id uuid, agency_names jsonb, unit_names jsonb, worker_names jsonb, is_home boolean, is_owner boolean, purpose smallint, basis text, since timestamp with time zone, until timestamp with time zone, sections smallint[])
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function access.who_can_see(uuid) to homeward_app;

-- ── agencies ────────────────────────────────────────────────────────────────────────────────────────────────────────────
create schema agencies authorization homeward_owner;
grant usage on schema agencies to homeward_admin, homeward_app, homeward_definer, homeward_oversight, homeward_vault;

create table agencies.agency (
  id uuid not null default uuidv7(),
  jurisdiction_id uuid not null,
  kind text not null,
  names jsonb not null,
  name_is_location boolean not null,
  is_oversight boolean not null,
  closed_at timestamp with time zone,
  is_founding boolean not null default false,
  constraint agency_pkey PRIMARY KEY (id),
  constraint agency_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES agencies.jurisdiction(id)
); -- owner homeward_owner
CREATE UNIQUE INDEX one_founding_agency ON agencies.agency USING btree (is_founding) WHERE is_founding;
alter table agencies.agency enable row level security, force row level security;
create policy definer on agencies.agency for all to homeward_definer
  using (true)
  with check (true);
create policy workers_read on agencies.agency for select to homeward_app, homeward_oversight
  using ((( SELECT access.actor() AS actor)) IS NOT NULL);
grant select on agencies.agency to homeward_app, homeward_oversight;
grant delete, insert, select, update on agencies.agency to homeward_definer;

create table agencies.district (
  code text not null,
  jurisdiction_id uuid not null,
  names jsonb not null,
  constraint district_pkey PRIMARY KEY (code),
  constraint district_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES agencies.jurisdiction(id)
); -- owner homeward_owner
alter table agencies.district enable row level security, force row level security;
create policy definer on agencies.district for all to homeward_definer
  using (true)
  with check (true);
create policy workers_read on agencies.district for select to homeward_app, homeward_oversight
  using ((( SELECT access.actor() AS actor)) IS NOT NULL);
grant select on agencies.district to homeward_app, homeward_oversight;
grant delete, insert, select, update on agencies.district to homeward_definer;

create table agencies.jurisdiction (
  id uuid not null,
  code text not null,
  names jsonb not null,
  constraint jurisdiction_pkey PRIMARY KEY (id),
  constraint jurisdiction_code_key UNIQUE (code)
); -- owner homeward_owner
alter table agencies.jurisdiction enable row level security, force row level security;
create policy definer on agencies.jurisdiction for all to homeward_definer
  using (true)
  with check (true);
create policy workers_read on agencies.jurisdiction for select to homeward_app, homeward_oversight
  using ((( SELECT access.actor() AS actor)) IS NOT NULL);
grant select on agencies.jurisdiction to homeward_app, homeward_oversight;
grant delete, insert, select, update on agencies.jurisdiction to homeward_definer;

create table agencies.kind_section (
  kind text not null,
  section smallint not null,
  constraint kind_section_pkey PRIMARY KEY (kind, section),
  constraint kind_section_section_check CHECK (section >= 1 AND section <= 9)
); -- owner homeward_owner
alter table agencies.kind_section enable row level security, force row level security;
create policy definer on agencies.kind_section for all to homeward_definer
  using (true)
  with check (true);
create policy workers_read on agencies.kind_section for select to homeward_app
  using ((( SELECT access.actor() AS actor)) IS NOT NULL);
grant select on agencies.kind_section to homeward_app;
grant delete, insert, select, update on agencies.kind_section to homeward_definer;

create table agencies.posting (
  worker_id uuid not null,
  unit_id uuid not null,
  roles text[] not null,
  during tstzrange not null,
  constraint posting_pkey PRIMARY KEY (worker_id, during WITHOUT OVERLAPS),
  constraint posting_during_check CHECK (NOT isempty(during)),
  constraint posting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES agencies.unit(id),
  constraint posting_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES agencies.worker(id)
); -- owner homeward_owner
CREATE INDEX posting_unit_id_idx ON agencies.posting USING btree (unit_id);
alter table agencies.posting enable row level security, force row level security;
create policy colleagues_read on agencies.posting for select to homeward_app
  using ((EXISTS ( SELECT
   FROM agencies.unit u
     JOIN agencies.agency a ON a.id = u.agency_id
  WHERE u.id = posting.unit_id AND (NOT a.name_is_location OR a.id = (( SELECT s.agency_id
           FROM access.actor_snapshot() s(worker_id, session_id, agency_id, unit_id, jurisdiction_id, roles, language, level, level_age_seconds, is_oversight, agency_kind)))))));
create policy definer on agencies.posting for all to homeward_definer
  using (true)
  with check (true);
CREATE CONSTRAINT TRIGGER put_back AFTER DELETE OR UPDATE ON agencies.posting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reports.put_back();
grant select on agencies.posting to homeward_app;
grant delete, insert, select, update on agencies.posting to homeward_definer;

create table agencies.territory (
  unit_id uuid not null,
  district text not null,
  constraint territory_pkey PRIMARY KEY (unit_id, district),
  constraint territory_district_fkey FOREIGN KEY (district) REFERENCES agencies.district(code),
  constraint territory_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES agencies.unit(id)
); -- owner homeward_owner
alter table agencies.territory enable row level security, force row level security;
create policy definer on agencies.territory for all to homeward_definer
  using (true)
  with check (true);
create policy workers_read on agencies.territory for select to homeward_app, homeward_oversight
  using ((( SELECT access.actor() AS actor)) IS NOT NULL);
grant select on agencies.territory to homeward_app, homeward_oversight;
grant delete, insert, select, update on agencies.territory to homeward_definer;

create table agencies.unit (
  id uuid not null default uuidv7(),
  agency_id uuid not null,
  names jsonb not null,
  closed_at timestamp with time zone,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies.agency(id)
); -- owner homeward_owner
CREATE INDEX unit_agency_id_idx ON agencies.unit USING btree (agency_id);
alter table agencies.unit enable row level security, force row level security;
create policy definer on agencies.unit for all to homeward_definer
  using (true)
  with check (true);
create policy workers_read on agencies.unit for select to homeward_app, homeward_oversight
  using ((( SELECT access.actor() AS actor)) IS NOT NULL);
CREATE TRIGGER keep_desk_open AFTER UPDATE OF closed_at ON agencies.unit FOR EACH ROW WHEN (old.closed_at IS NULL AND new.closed_at IS NOT NULL) EXECUTE FUNCTION reports.keep_desk_open();
CREATE TRIGGER keep_unit_open AFTER UPDATE OF closed_at ON agencies.unit FOR EACH ROW WHEN (old.closed_at IS NULL AND new.closed_at IS NOT NULL) EXECUTE FUNCTION cases.keep_unit_open();
grant select on agencies.unit to homeward_app, homeward_oversight;
grant delete, insert, select, update on agencies.unit to homeward_definer;

create table agencies.worker (
  id uuid not null default uuidv7(),
  names jsonb not null,
  language text not null default 'en'::text,
  invented boolean not null default false,
  constraint worker_pkey PRIMARY KEY (id),
  constraint worker_names_check CHECK (jsonb_typeof(names) = 'object'::text AND names <> '{}'::jsonb)
); -- owner homeward_owner
alter table agencies.worker enable row level security, force row level security;
create policy colleagues_read on agencies.worker for select to homeward_app
  using (id = (( SELECT access.actor() AS actor)) OR (EXISTS ( SELECT
   FROM agencies.posting p
  WHERE p.worker_id = worker.id AND p.during @> statement_timestamp())));
create policy definer on agencies.worker for all to homeward_definer
  using (true)
  with check (true);
grant select on agencies.worker to homeward_app;
grant delete, insert, select, update on agencies.worker to homeward_definer;

function agencies.ask_change(wanted jsonb) returns TABLE(approval uuid, made uuid)
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.ask_change(jsonb) to homeward_app;

function agencies.ask_overseer(who uuid, called jsonb, speaks text, to_unit uuid, why text) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.ask_overseer(uuid,jsonb,text,uuid,text) to homeward_app;

function agencies.awaited_first(of_agency uuid) returns TABLE(id uuid, names jsonb)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function agencies.colleague(who uuid) returns TABLE(names jsonb, language text, unit_id uuid, roles text[], since timestamp with time zone, left_at timestamp with time zone, signs_in boolean, open_sessions integer, cases_by_name integer, only_supervisor boolean)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.colleague(uuid) to homeward_app;

function agencies.do_change(wanted jsonb) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function agencies.gone() returns TABLE(id uuid, names jsonb, roles text[], unit_id uuid, left_at timestamp with time zone)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.gone() to homeward_app;

function agencies.is_alone() returns boolean
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.is_alone() to homeward_app;

function agencies.join_unit(called jsonb, speaks text, to_unit uuid, as_roles text[]) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.join_unit(jsonb,text,uuid,text[]) to homeward_app;

function agencies.keeps_agencies() returns boolean
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.keeps_agencies() to homeward_app;

function agencies.kept() returns TABLE(id uuid, kind text, names jsonb, jurisdiction text, is_founding boolean, units integer, first_worker uuid, first_names jsonb)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.kept() to homeward_app;

function agencies.leave(who uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.leave(uuid) to homeward_app;

function agencies.left_agency(who uuid) returns uuid
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function agencies.load_pack(p jsonb) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.load_pack(jsonb) to homeward_admin;

function agencies.make_change(approval uuid) returns TABLE(change text, made uuid)
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.make_change(uuid) to homeward_app;

function agencies.make_overseer(approval uuid) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.make_overseer(uuid) to homeward_app;

function agencies.me() returns TABLE(worker_id uuid, names jsonb, language text, roles text[], unit_id uuid, unit_names jsonb, agency_id uuid, agency_names jsonb, agency_kind text, is_oversight boolean, level smallint, level_age_seconds integer, expires_at timestamp with time zone, has_second_factor boolean)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.me() to homeward_app, homeward_oversight;

function agencies.move_worker(who uuid, to_unit uuid, as_roles text[]) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.move_worker(uuid,uuid,text[]) to homeward_app;

function agencies.must_administer(of_unit uuid) returns void
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function agencies.must_be_another(who uuid) returns void
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function agencies.must_be_open(of_unit uuid) returns void
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function agencies.offer_first_link(of_worker uuid, hash bytea) returns timestamp with time zone
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.offer_first_link(uuid,bytea) to homeward_app;

function agencies.post(who uuid, to_unit uuid, as_roles text[]) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function agencies.rejoin(who uuid, to_unit uuid, as_roles text[]) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.rejoin(uuid,uuid,text[]) to homeward_app;

function agencies.set_territory(of_unit uuid, wanted jsonb) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function agencies.signs_in(who uuid) returns boolean
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function agencies.signs_in(uuid) to homeward_app;

function agencies.unit_of(who uuid) returns uuid
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

-- ── cases ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
create schema cases authorization homeward_owner;
grant usage on schema cases to homeward_app, homeward_definer, homeward_oversight, homeward_vault;

create table cases.assessments (
  id uuid not null,
  case_id uuid not null,
  jurisdiction_id uuid not null,
  section smallint,
  kind text not null,
  made_on date not null,
  recorded_at timestamp with time zone not null default now(),
  made_by uuid not null,
  made_agency uuid not null,
  follows uuid,
  child_heard text not null,
  review_on date,
  sealed bytea not null,
  view_sealed bytea,
  constraint assessments_pkey PRIMARY KEY (id),
  constraint assessments_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint assessments_child_heard_check CHECK (child_heard = ANY (ARRAY['alone'::text, 'with-others'::text, 'not-heard'::text])),
  constraint assessments_follows_fkey FOREIGN KEY (follows) REFERENCES cases.assessments(id),
  constraint assessments_kind_check CHECK (kind ~ '^[a-z][a-z-]{1,39}$'::text),
  constraint assessments_section_check CHECK (section >= 1 AND section <= 9)
); -- owner homeward_owner
CREATE INDEX assessments_case_id_made_on_idx ON cases.assessments USING btree (case_id, made_on DESC);
alter table cases.assessments enable row level security, force row level security;
create policy definer on cases.assessments for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.assessments for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = assessments.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = assessments.case_id
 OFFSET 0))) AND made_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.assessments for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = assessments.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = assessments.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = assessments.case_id AND s.section = assessments.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = assessments.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = assessments.case_id
 OFFSET 0)));
create policy members_see on cases.assessments for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = assessments.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = assessments.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = assessments.case_id AND s.section = assessments.section
 OFFSET 0))));
create policy not_recused on cases.assessments as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.assessments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.assessments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.assessments to homeward_app;
grant delete, insert, select, update on cases.assessments to homeward_definer;

create table cases.board (
  supervisors_id integer not null,
  open_by_risk integer[] not null,
  closed_by_risk integer[] not null,
  constraint board_pkey PRIMARY KEY (supervisors_id),
  constraint board_closed_by_risk_check CHECK (cardinality(closed_by_risk) = 6),
  constraint board_open_by_risk_check CHECK (cardinality(open_by_risk) = 6)
); -- owner homeward_owner
alter table cases.board enable row level security, force row level security;
create policy definer on cases.board for all to homeward_definer
  using (true)
  with check (true);
create policy supervisors_see on cases.board for select to homeward_app
  using (supervisors_id = ANY ((( SELECT access.principals() AS principals))::integer[]));
grant select on cases.board to homeward_app;
grant delete, insert, select, update on cases.board to homeward_definer;

create table cases.cases (
  id uuid not null,
  jurisdiction_id uuid not null,
  ref text not null,
  supervisors_id integer not null,
  oversight_ref uuid not null default gen_random_uuid(),
  is_open boolean not null default true,
  subject_sex smallint not null default 0,
  subject_age smallint,
  age_basis smallint not null default 0,
  is_child smallint not null default 2,
  situation text not null default 'other'::text,
  district text,
  risk smallint,
  risk_set_at timestamp with time zone,
  risk_respond_by timestamp with time zone,
  origin text not null default 'direct'::text,
  report_id uuid,
  import_line bigint,
  import_id uuid,
  opened_at timestamp with time zone not null default now(),
  happened_at timestamp with time zone,
  opened_by uuid not null,
  version integer not null default 1,
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_age_basis_check CHECK (age_basis >= 0 AND age_basis <= 4),
  constraint cases_id_supervisors_id_fkey FOREIGN KEY (id, supervisors_id) REFERENCES access.door(case_id, supervisors_id) ON UPDATE CASCADE,
  constraint cases_import_id_import_line_key UNIQUE (import_id, import_line),
  constraint cases_is_child_check CHECK (is_child = ANY (ARRAY[0, 1, 2])),
  constraint cases_origin_check CHECK (origin = ANY (ARRAY['report'::text, 'direct'::text, 'import'::text])),
  constraint cases_oversight_ref_key UNIQUE (oversight_ref),
  constraint cases_ref_check CHECK (ref ~ '^HW-[0-9A-Z]{3}-[0-9A-Z]{3}$'::text),
  constraint cases_ref_key UNIQUE (ref),
  constraint cases_risk_check CHECK (risk >= 0 AND risk <= 4),
  constraint cases_subject_age_check CHECK (subject_age >= 0 AND subject_age <= 23),
  constraint cases_subject_sex_check CHECK (subject_sex = ANY (ARRAY[0, 1, 2, 3]))
); -- owner homeward_owner
CREATE INDEX cases_by_district ON cases.cases USING btree (supervisors_id, is_open, district, opened_at DESC, id DESC);
CREATE INDEX cases_by_id ON cases.cases USING hash (id);
CREATE INDEX cases_by_risk ON cases.cases USING btree (supervisors_id, is_open, COALESCE(risk, (5)::smallint), opened_at DESC, id DESC);
CREATE INDEX cases_by_situation ON cases.cases USING btree (supervisors_id, is_open, situation, opened_at DESC, id DESC);
CREATE INDEX cases_by_time ON cases.cases USING btree (supervisors_id, is_open, opened_at DESC, id DESC);
CREATE INDEX cases_jurisdiction_id_id_idx ON cases.cases USING btree (jurisdiction_id, id);
CREATE INDEX cases_of_state ON cases.cases USING btree (jurisdiction_id, opened_at DESC, oversight_ref DESC) INCLUDE (id);
CREATE INDEX cases_ref_idx ON cases.cases USING btree (ref text_pattern_ops);
CREATE INDEX cases_supervisors_id_opened_at_id_idx ON cases.cases USING btree (supervisors_id, opened_at DESC, id) WHERE is_open;
CREATE INDEX cases_supervisors_id_opened_at_id_idx1 ON cases.cases USING btree (supervisors_id, opened_at DESC, id) WHERE (NOT is_open);
alter table cases.cases enable row level security, force row level security;
create policy definer on cases.cases for all to homeward_definer
  using (true)
  with check (true);
create policy not_recused on cases.cases as restrictive for all to homeward_app
  using (id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
create policy readers_change on cases.cases for update to homeward_app
  using ((supervisors_id = ANY ((( SELECT access.principals() AS principals))::integer[])) OR (EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = cases.id
 OFFSET 0)));
create policy readers_see on cases.cases for select to homeward_app
  using ((supervisors_id = ANY ((( SELECT access.principals() AS principals))::integer[])) OR (EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = cases.id
 OFFSET 0)));
CREATE TRIGGER on_board_moved AFTER UPDATE ON cases.cases REFERENCING OLD TABLE AS was_so NEW TABLE AS now_so FOR EACH STATEMENT EXECUTE FUNCTION cases.count_moved();
CREATE TRIGGER on_board_opened AFTER INSERT ON cases.cases REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION cases.count_opened();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.cases REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell_itself();
grant select on cases.cases to homeward_app;
grant delete, insert, select, update on cases.cases to homeward_definer;
grant update (subject_sex, subject_age, age_basis, is_child, situation, district, risk, risk_set_at, risk_respond_by, version) on cases.cases to homeward_app;

create table cases.changes (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  jurisdiction_id uuid not null,
  section smallint,
  of_table text not null,
  row_id uuid not null,
  field text not null,
  was jsonb,
  became jsonb,
  sealed bytea not null,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid not null,
  constraint changes_pkey PRIMARY KEY (id),
  constraint changes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id)
); -- owner homeward_owner
CREATE INDEX changes_case_id_changed_at_idx ON cases.changes USING btree (case_id, changed_at DESC);
alter table cases.changes enable row level security, force row level security;
create policy definer on cases.changes for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.changes for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = changes.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = changes.case_id
 OFFSET 0))) AND changed_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.changes for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = changes.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = changes.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = changes.case_id AND s.section = changes.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = changes.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = changes.case_id
 OFFSET 0)));
create policy members_see on cases.changes for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = changes.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = changes.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = changes.case_id AND s.section = changes.section
 OFFSET 0))));
create policy not_recused on cases.changes as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.changes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.changes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.changes to homeward_app;
grant delete, insert, select, update on cases.changes to homeward_definer;

create table cases.consents (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  given_by uuid,
  purpose text not null,
  receiver_agency uuid,
  channel text,
  answer text not null,
  is_assent boolean not null,
  how text not null,
  language text not null,
  interpreter boolean not null,
  who_present text not null,
  to_please text not null,
  mark text not null,
  given_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  sealed bytea,
  constraint consents_pkey PRIMARY KEY (id),
  constraint consents_answer_check CHECK (answer = ANY (ARRAY['yes'::text, 'no'::text, 'withdrawn'::text, 'not-asked-danger'::text])),
  constraint consents_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint consents_given_by_fkey FOREIGN KEY (given_by) REFERENCES cases.people(id),
  constraint consents_mark_check CHECK (mark = ANY (ARRAY['signature'::text, 'thumb'::text, 'voice'::text, 'spoken'::text])),
  constraint consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES cases.people(id),
  constraint consents_to_please_check CHECK (to_please = ANY (ARRAY['no'::text, 'perhaps'::text, 'yes'::text]))
); -- owner homeward_owner
CREATE INDEX consents_case_id_idx ON cases.consents USING btree (case_id);
alter table cases.consents enable row level security, force row level security;
create policy definer on cases.consents for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.consents for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = consents.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = consents.case_id
 OFFSET 0))) AND recorded_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.consents for update to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = consents.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = consents.case_id
 OFFSET 0)))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = consents.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = consents.case_id
 OFFSET 0)));
create policy members_see on cases.consents for select to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = consents.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = consents.case_id
 OFFSET 0)));
create policy not_recused on cases.consents as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.consents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.consents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.consents to homeward_app;
grant delete, insert, select, update on cases.consents to homeward_definer;
grant update (withdrawn_at) on cases.consents to homeward_app;

create table cases.contact_rules (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  jurisdiction_id uuid not null,
  section smallint not null default 3,
  channel text not null,
  allowed boolean not null,
  household boolean not null,
  sealed bytea,
  set_at timestamp with time zone not null default now(),
  set_by uuid not null,
  ended_at timestamp with time zone,
  person_id uuid,
  constraint contact_rules_pkey PRIMARY KEY (id),
  constraint contact_rules_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint contact_rules_person_id_fkey FOREIGN KEY (person_id) REFERENCES cases.people(id),
  constraint contact_rules_section_check CHECK (section = 3)
); -- owner homeward_owner
CREATE INDEX contact_rules_case_id_idx ON cases.contact_rules USING btree (case_id);
alter table cases.contact_rules enable row level security, force row level security;
create policy definer on cases.contact_rules for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.contact_rules for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = contact_rules.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = contact_rules.case_id
 OFFSET 0))) AND set_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.contact_rules for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = contact_rules.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = contact_rules.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = contact_rules.case_id AND s.section = contact_rules.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = contact_rules.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = contact_rules.case_id
 OFFSET 0)));
create policy members_see on cases.contact_rules for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = contact_rules.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = contact_rules.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = contact_rules.case_id AND s.section = contact_rules.section
 OFFSET 0))));
create policy not_recused on cases.contact_rules as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.contact_rules REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.contact_rules REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.contact_rules to homeward_app;
grant delete, insert, select, update on cases.contact_rules to homeward_definer;
grant update (ended_at) on cases.contact_rules to homeward_app;

create table cases.documents (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  jurisdiction_id uuid not null,
  section smallint,
  file_id uuid not null,
  kind text not null,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  first_read_at timestamp with time zone,
  sealed bytea,
  constraint documents_pkey PRIMARY KEY (id),
  constraint documents_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint documents_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.file(id),
  constraint documents_section_check CHECK (section >= 1 AND section <= 9)
); -- owner homeward_owner
CREATE INDEX documents_case_id_idx ON cases.documents USING btree (case_id);
alter table cases.documents enable row level security, force row level security;
create policy definer on cases.documents for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.documents for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = documents.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = documents.case_id
 OFFSET 0))) AND added_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.documents for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = documents.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = documents.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = documents.case_id AND s.section = documents.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = documents.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = documents.case_id
 OFFSET 0)));
create policy members_see on cases.documents for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = documents.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = documents.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = documents.case_id AND s.section = documents.section
 OFFSET 0))));
create policy not_recused on cases.documents as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.documents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.documents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant select on cases.documents to homeward_app;
grant delete, insert, select, update on cases.documents to homeward_definer;

create table cases.events (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  jurisdiction_id uuid not null,
  section smallint,
  kind text not null,
  happened_at timestamp with time zone,
  happened_approx text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  recorded_agency uuid not null,
  from_paper boolean not null default false,
  corrects uuid,
  codes jsonb not null default '{}'::jsonb,
  sealed bytea,
  constraint events_pkey PRIMARY KEY (id),
  constraint events_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint events_corrects_fkey FOREIGN KEY (corrects) REFERENCES cases.events(id),
  constraint events_section_check CHECK (section >= 1 AND section <= 9)
); -- owner homeward_owner
CREATE INDEX events_case_id_happened_at_idx ON cases.events USING btree (case_id, happened_at DESC);
alter table cases.events enable row level security, force row level security;
create policy definer on cases.events for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.events for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = events.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = events.case_id
 OFFSET 0))) AND recorded_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.events for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = events.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = events.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = events.case_id AND s.section = events.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = events.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = events.case_id
 OFFSET 0)));
create policy members_see on cases.events for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = events.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = events.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = events.case_id AND s.section = events.section
 OFFSET 0))));
create policy not_recused on cases.events as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.events to homeward_app;
grant delete, insert, select, update on cases.events to homeward_definer;

create table cases.findings (
  id uuid not null,
  assessment_id uuid not null,
  case_id uuid not null,
  jurisdiction_id uuid not null,
  section smallint,
  domain text not null,
  level text not null,
  made_by uuid not null,
  sealed bytea,
  constraint findings_pkey PRIMARY KEY (id),
  constraint findings_assessment_id_domain_key UNIQUE (assessment_id, domain),
  constraint findings_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES cases.assessments(id),
  constraint findings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint findings_domain_check CHECK (domain ~ '^[a-z][a-z-]{1,39}$'::text),
  constraint findings_level_check CHECK (level = ANY (ARRAY['safe'::text, 'concern'::text, 'danger'::text, 'not-known'::text])),
  constraint findings_section_check CHECK (section >= 1 AND section <= 9)
); -- owner homeward_owner
CREATE INDEX findings_case_id_assessment_id_idx ON cases.findings USING btree (case_id, assessment_id);
alter table cases.findings enable row level security, force row level security;
create policy definer on cases.findings for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.findings for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = findings.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = findings.case_id
 OFFSET 0))) AND made_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.findings for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = findings.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = findings.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = findings.case_id AND s.section = findings.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = findings.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = findings.case_id
 OFFSET 0)));
create policy members_see on cases.findings for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = findings.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = findings.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = findings.case_id AND s.section = findings.section
 OFFSET 0))));
create policy not_recused on cases.findings as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.findings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.findings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.findings to homeward_app;
grant delete, insert, select, update on cases.findings to homeward_definer;

create table cases.goals (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  jurisdiction_id uuid not null,
  domain text not null,
  sealed bytea not null,
  made_at timestamp with time zone not null default now(),
  made_by uuid not null,
  review_on date not null,
  ended_at timestamp with time zone,
  outcome text,
  version integer not null default 1,
  section smallint,
  constraint goals_pkey PRIMARY KEY (id),
  constraint goals_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint goals_outcome_check CHECK (outcome = ANY (ARRAY['met'::text, 'partly'::text, 'abandoned'::text])),
  constraint goals_section_check CHECK (section >= 1 AND section <= 9)
); -- owner homeward_owner
CREATE INDEX goals_case_id_idx ON cases.goals USING btree (case_id);
alter table cases.goals enable row level security, force row level security;
create policy definer on cases.goals for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.goals for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = goals.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = goals.case_id
 OFFSET 0))) AND made_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.goals for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = goals.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = goals.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = goals.case_id AND s.section = goals.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = goals.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = goals.case_id
 OFFSET 0)));
create policy members_see on cases.goals for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = goals.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = goals.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = goals.case_id AND s.section = goals.section
 OFFSET 0))));
create policy not_recused on cases.goals as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.goals REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.goals REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.goals to homeward_app;
grant delete, insert, select, update on cases.goals to homeward_definer;
grant update (sealed, review_on, ended_at, outcome, version) on cases.goals to homeward_app;

create table cases.hand_overs (
  id uuid not null default uuidv7(),
  unit_id uuid not null,
  jurisdiction_id uuid not null,
  case_id uuid not null,
  written_at timestamp with time zone not null default now(),
  written_by uuid not null,
  until timestamp with time zone not null,
  sealed bytea not null,
  read_by uuid,
  read_at timestamp with time zone,
  number integer not null,
  constraint hand_overs_pkey PRIMARY KEY (id),
  constraint hand_overs_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint hand_overs_number_check CHECK (number > 0),
  constraint one_number_a_unit UNIQUE (unit_id, number)
); -- owner homeward_owner
CREATE INDEX hand_overs_unit_id_until_idx ON cases.hand_overs USING btree (unit_id, until DESC);
alter table cases.hand_overs enable row level security, force row level security;
create policy definer on cases.hand_overs for all to homeward_definer
  using (true)
  with check (true);
create policy for_the_unit on cases.hand_overs as restrictive for select to homeward_app
  using (written_by = (( SELECT access.actor() AS actor)) OR unit_id = (( SELECT s.unit_id
   FROM access.actor_snapshot() s(worker_id, session_id, agency_id, unit_id, jurisdiction_id, roles, language, level, level_age_seconds, is_oversight, agency_kind))));
create policy members_add on cases.hand_overs for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = hand_overs.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = hand_overs.case_id
 OFFSET 0))) AND written_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.hand_overs for update to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = hand_overs.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = hand_overs.case_id
 OFFSET 0)))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = hand_overs.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = hand_overs.case_id
 OFFSET 0)));
create policy members_see on cases.hand_overs for select to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = hand_overs.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = hand_overs.case_id
 OFFSET 0)));
create policy not_recused on cases.hand_overs as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.hand_overs REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.hand_overs REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant select on cases.hand_overs to homeward_app;
grant delete, insert, select, update on cases.hand_overs to homeward_definer;

create table cases.import_mappings (
  agency_id uuid not null,
  jurisdiction_id uuid not null,
  signature bytea not null,
  sealed bytea not null,
  kept_at timestamp with time zone not null default now(),
  kept_by uuid not null,
  constraint import_mappings_pkey PRIMARY KEY (agency_id, signature),
  constraint import_mappings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies.agency(id),
  constraint import_mappings_signature_check CHECK (length(signature) = 32)
); -- owner homeward_owner
alter table cases.import_mappings enable row level security, force row level security;
create policy agency_changes on cases.import_mappings for update to homeward_app
  using (agency_id = (( SELECT s.agency_id
   FROM access.actor_snapshot() s(worker_id, session_id, agency_id, unit_id, jurisdiction_id, roles, language, level, level_age_seconds, is_oversight, agency_kind))))
  with check (kept_by = (( SELECT access.actor() AS actor)));
create policy agency_keeps on cases.import_mappings for insert to homeward_app
  with check (agency_id = (( SELECT s.agency_id
   FROM access.actor_snapshot() s(worker_id, session_id, agency_id, unit_id, jurisdiction_id, roles, language, level, level_age_seconds, is_oversight, agency_kind))) AND kept_by = (( SELECT access.actor() AS actor)));
create policy agency_sees on cases.import_mappings for select to homeward_app
  using (agency_id = (( SELECT s.agency_id
   FROM access.actor_snapshot() s(worker_id, session_id, agency_id, unit_id, jurisdiction_id, roles, language, level, level_age_seconds, is_oversight, agency_kind))));
create policy definer on cases.import_mappings for all to homeward_definer
  using (true)
  with check (true);
grant insert, select on cases.import_mappings to homeward_app;
grant delete, insert, select, update on cases.import_mappings to homeward_definer;
grant update (sealed, kept_at, kept_by) on cases.import_mappings to homeward_app;

create table cases.import_rows (
  import_id uuid not null,
  jurisdiction_id uuid not null,
  line integer not null,
  plan jsonb not null,
  constraint import_rows_pkey PRIMARY KEY (import_id, line),
  constraint import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES cases.imports(id) ON DELETE CASCADE,
  constraint import_rows_line_check CHECK (line > 0)
); -- owner homeward_owner
alter table cases.import_rows enable row level security, force row level security;
create policy definer on cases.import_rows for all to homeward_definer
  using (true)
  with check (true);
create policy owners_add on cases.import_rows for insert to homeward_app
  with check ((import_id IN ( SELECT i.id
   FROM cases.imports i
  WHERE i.state = 'staging'::text)));
create policy owners_drop on cases.import_rows for delete to homeward_app
  using ((import_id IN ( SELECT i.id
   FROM cases.imports i)));
create policy owners_see on cases.import_rows for select to homeward_app
  using ((import_id IN ( SELECT i.id
   FROM cases.imports i)));
grant delete, insert, select on cases.import_rows to homeward_app;
grant delete, insert, select, update on cases.import_rows to homeward_definer;

create table cases.imports (
  id uuid not null,
  jurisdiction_id uuid not null,
  agency_id uuid not null,
  owner_id integer not null,
  supervisors_id integer not null,
  file_hash bytea not null,
  file_id uuid,
  layout text not null,
  bytes bigint not null,
  sealed bytea,
  revision integer not null default 1,
  state text not null default 'open'::text,
  rows_planned integer not null default 0,
  rows_staged integer not null default 0,
  staged_line integer not null default 0,
  rows_in integer,
  begun_at timestamp with time zone not null default now(),
  begun_by uuid not null,
  changed_at timestamp with time zone not null default now(),
  in_at timestamp with time zone,
  in_by uuid,
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_agency_id_file_hash_key UNIQUE (agency_id, file_hash),
  constraint imports_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies.agency(id),
  constraint imports_bytes_check CHECK (bytes > 0),
  constraint imports_check CHECK ((state = 'in'::text) = (rows_in IS NOT NULL)),
  constraint imports_check1 CHECK ((state = 'in'::text) = (file_id IS NULL)),
  constraint imports_check2 CHECK ((state = 'in'::text) = (sealed IS NULL)),
  constraint imports_file_hash_check CHECK (length(file_hash) = 32),
  constraint imports_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.file(id),
  constraint imports_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES access.principal(id),
  constraint imports_rows_planned_check CHECK (rows_planned >= 0),
  constraint imports_rows_staged_check CHECK (rows_staged >= 0),
  constraint imports_state_check CHECK (state = ANY (ARRAY['open'::text, 'staging'::text, 'staged'::text, 'in'::text])),
  constraint imports_supervisors_id_fkey FOREIGN KEY (supervisors_id) REFERENCES access.principal(id)
); -- owner homeward_owner
CREATE INDEX imports_owner_id_changed_at_idx ON cases.imports USING btree (owner_id, changed_at DESC);
CREATE INDEX imports_supervisors_id_changed_at_idx ON cases.imports USING btree (supervisors_id, changed_at DESC);
alter table cases.imports enable row level security, force row level security;
create policy definer on cases.imports for all to homeward_definer
  using (true)
  with check (true);
create policy owners_change on cases.imports for update to homeward_app
  using (state <> 'in'::text AND ((owner_id = ANY ((( SELECT access.principals() AS principals))::integer[])) OR (supervisors_id = ANY ((( SELECT access.principals() AS principals))::integer[]))));
create policy owners_see on cases.imports for select to homeward_app
  using ((owner_id = ANY ((( SELECT access.principals() AS principals))::integer[])) OR (supervisors_id = ANY ((( SELECT access.principals() AS principals))::integer[])));
CREATE TRIGGER state_is_true BEFORE UPDATE OF state ON cases.imports FOR EACH ROW EXECUTE FUNCTION cases.check_import_state();
grant select on cases.imports to homeward_app;
grant delete, insert, select, update on cases.imports to homeward_definer;
grant update (layout, sealed, revision, state, rows_planned, rows_staged, staged_line, changed_at) on cases.imports to homeward_app;

create table cases.notes (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  jurisdiction_id uuid not null,
  section smallint,
  kind text not null default 'note'::text,
  written_at timestamp with time zone not null default now(),
  written_by uuid not null,
  written_agency uuid not null,
  corrects uuid,
  codes jsonb not null default '{}'::jsonb,
  sealed bytea not null,
  constraint notes_pkey PRIMARY KEY (id),
  constraint notes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint notes_corrects_fkey FOREIGN KEY (corrects) REFERENCES cases.notes(id),
  constraint notes_kind_check CHECK (kind = ANY (ARRAY['note'::text, 'own-words'::text, 'hand-over'::text, 'decision'::text])),
  constraint notes_section_check CHECK (section >= 1 AND section <= 9)
); -- owner homeward_owner
CREATE INDEX notes_case_id_written_at_idx ON cases.notes USING btree (case_id, written_at DESC);
alter table cases.notes enable row level security, force row level security;
create policy definer on cases.notes for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.notes for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = notes.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = notes.case_id
 OFFSET 0))) AND written_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.notes for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = notes.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = notes.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = notes.case_id AND s.section = notes.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = notes.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = notes.case_id
 OFFSET 0)));
create policy members_see on cases.notes for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = notes.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = notes.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = notes.case_id AND s.section = notes.section
 OFFSET 0))));
create policy not_recused on cases.notes as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.notes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.notes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.notes to homeward_app;
grant delete, insert, select, update on cases.notes to homeward_definer;

create table cases.people (
  id uuid not null,
  case_id uuid not null,
  jurisdiction_id uuid not null,
  role smallint not null,
  relation text,
  relation_claimed boolean not null default true,
  lives_with boolean,
  section smallint,
  sex smallint not null default 0,
  age smallint,
  own_case_id uuid,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  ended_at timestamp with time zone,
  version integer not null default 1,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint people_role_check CHECK (role >= 1 AND role <= 6),
  constraint people_section_check CHECK (section = 7)
); -- owner homeward_owner
CREATE INDEX people_case_id_idx ON cases.people USING btree (case_id);
alter table cases.people enable row level security, force row level security;
create policy definer on cases.people for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.people for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = people.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = people.case_id
 OFFSET 0))) AND added_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.people for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = people.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = people.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = people.case_id AND s.section = people.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = people.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = people.case_id
 OFFSET 0)));
create policy members_see on cases.people for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = people.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = people.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = people.case_id AND s.section = people.section
 OFFSET 0))));
create policy not_recused on cases.people as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.people REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.people REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.people to homeward_app;
grant delete, insert, select, update on cases.people to homeward_definer;
grant update (role, relation, relation_claimed, lives_with, sex, age, own_case_id, ended_at, version) on cases.people to homeward_app;

create table cases.places (
  id uuid not null,
  case_id uuid not null,
  jurisdiction_id uuid not null,
  section smallint not null default 2,
  since timestamp with time zone not null,
  until timestamp with time zone,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default now(),
  home_id uuid,
  review_at timestamp with time zone,
  constraint places_pkey PRIMARY KEY (id),
  constraint a_home_is_looked_at_again CHECK ((home_id IS NULL) = (review_at IS NULL)),
  constraint places_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint places_home_id_fkey FOREIGN KEY (home_id) REFERENCES agencies.unit(id),
  constraint places_section_check CHECK (section = 2)
); -- owner homeward_owner
CREATE INDEX places_case_id_idx ON cases.places USING btree (case_id);
alter table cases.places enable row level security, force row level security;
create policy definer on cases.places for all to homeward_definer
  using (true)
  with check (true);
create policy holders_add on cases.places as restrictive for insert to homeward_app
  with check ((EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = places.case_id AND s.section = places.section
 OFFSET 0)));
create policy members_add on cases.places for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = places.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = places.case_id
 OFFSET 0))) AND recorded_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.places for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = places.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = places.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = places.case_id AND s.section = places.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = places.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = places.case_id
 OFFSET 0)));
create policy members_see on cases.places for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = places.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = places.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = places.case_id AND s.section = places.section
 OFFSET 0))));
create policy not_recused on cases.places as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER follow_place AFTER UPDATE OF until ON cases.places FOR EACH ROW WHEN (new.home_id IS NOT NULL AND old.until IS DISTINCT FROM new.until) EXECUTE FUNCTION cases.follow_place();
CREATE TRIGGER tell_insert AFTER INSERT ON cases.places REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.places REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant select on cases.places to homeward_app;
grant delete, insert, select, update on cases.places to homeward_definer;
grant insert (id, case_id, jurisdiction_id, section, since, until, recorded_by, recorded_at) on cases.places to homeward_app;
grant update (until) on cases.places to homeward_app;

create table cases.risks (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  jurisdiction_id uuid not null,
  level smallint not null,
  set_at timestamp with time zone not null default now(),
  set_by uuid not null,
  respond_by timestamp with time zone,
  codes jsonb not null default '{}'::jsonb,
  sealed bytea,
  constraint risks_pkey PRIMARY KEY (id),
  constraint risks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint risks_level_check CHECK (level >= 0 AND level <= 4)
); -- owner homeward_owner
CREATE INDEX risks_case_id_set_at_idx ON cases.risks USING btree (case_id, set_at DESC);
alter table cases.risks enable row level security, force row level security;
create policy definer on cases.risks for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.risks for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = risks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = risks.case_id
 OFFSET 0))) AND set_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.risks for update to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = risks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = risks.case_id
 OFFSET 0)))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = risks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = risks.case_id
 OFFSET 0)));
create policy members_see on cases.risks for select to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = risks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = risks.case_id
 OFFSET 0)));
create policy not_recused on cases.risks as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.risks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.risks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.risks to homeward_app;
grant delete, insert, select, update on cases.risks to homeward_definer;

create table cases.screenings (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  jurisdiction_id uuid not null,
  made_at timestamp with time zone not null default now(),
  made_by uuid not null,
  made_agency uuid not null,
  rules jsonb not null,
  answers jsonb not null,
  advice jsonb not null,
  sealed bytea,
  decision text,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_sealed bytea,
  countersigned_by uuid,
  countersigned_at timestamp with time zone,
  review_on date,
  on_report boolean not null default false,
  decided_agency uuid,
  countersigned_agency uuid,
  constraint screenings_pkey PRIMARY KEY (id),
  constraint screenings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint screenings_decision_check CHECK (decision = ANY (ARRAY['trafficking'::text, 'not-trafficking'::text, 'not-yet'::text]))
); -- owner homeward_owner
CREATE INDEX screenings_case_id_made_at_idx ON cases.screenings USING btree (case_id, made_at DESC);
alter table cases.screenings enable row level security, force row level security;
create policy definer on cases.screenings for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.screenings for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = screenings.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = screenings.case_id
 OFFSET 0))) AND made_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.screenings for update to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = screenings.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = screenings.case_id
 OFFSET 0)))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = screenings.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = screenings.case_id
 OFFSET 0)));
create policy members_see on cases.screenings for select to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = screenings.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = screenings.case_id
 OFFSET 0)));
create policy not_recused on cases.screenings as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.screenings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.screenings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.screenings to homeward_app;
grant delete, insert, select, update on cases.screenings to homeward_definer;
grant update (decision, decided_by, decided_at, decision_sealed, countersigned_by, countersigned_at, review_on, decided_agency, countersigned_agency) on cases.screenings to homeward_app;

create table cases.stages (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  jurisdiction_id uuid not null,
  stage smallint not null,
  reached_at timestamp with time zone not null,
  left_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  constraint stages_pkey PRIMARY KEY (id),
  constraint stages_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint stages_stage_check CHECK (stage >= 1 AND stage <= 7)
); -- owner homeward_owner
CREATE INDEX stages_case_id_idx ON cases.stages USING btree (case_id);
alter table cases.stages enable row level security, force row level security;
create policy definer on cases.stages for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.stages for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = stages.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = stages.case_id
 OFFSET 0))) AND recorded_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.stages for update to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = stages.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = stages.case_id
 OFFSET 0)))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = stages.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = stages.case_id
 OFFSET 0)));
create policy members_see on cases.stages for select to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = stages.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = stages.case_id
 OFFSET 0)));
create policy not_recused on cases.stages as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.stages REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.stages REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.stages to homeward_app;
grant delete, insert, select, update on cases.stages to homeward_definer;
grant update (left_at) on cases.stages to homeward_app;

create table cases.tasks (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  goal_id uuid,
  jurisdiction_id uuid not null,
  owner_unit uuid not null,
  owner_worker uuid,
  due_at timestamp with time zone not null,
  sealed bytea not null,
  made_at timestamp with time zone not null default now(),
  made_by uuid not null,
  done_at timestamp with time zone,
  done_by uuid,
  done_how text,
  late_reason text,
  version integer not null default 1,
  section smallint,
  kind text not null default 'other'::text,
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint tasks_check CHECK ((done_at IS NULL) = (done_how IS NULL)),
  constraint tasks_check1 CHECK (done_how <> 'done-late'::text OR late_reason IS NOT NULL),
  constraint tasks_done_how_check CHECK (done_how = ANY (ARRAY['done'::text, 'done-late'::text, 'tried-not-seen'::text, 'no-longer-needed'::text])),
  constraint tasks_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES cases.goals(id),
  constraint tasks_kind_check CHECK (kind ~ '^[a-z][a-z-]{1,39}$'::text),
  constraint tasks_section_check CHECK (section >= 1 AND section <= 9)
); -- owner homeward_owner
CREATE INDEX tasks_case_id_idx ON cases.tasks USING btree (case_id);
CREATE INDEX tasks_due ON cases.tasks USING btree (owner_unit, due_at) INCLUDE (case_id) WHERE (done_at IS NULL);
alter table cases.tasks enable row level security, force row level security;
create policy definer on cases.tasks for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.tasks for insert to homeward_app
  with check (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = tasks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = tasks.case_id
 OFFSET 0))) AND made_by = (( SELECT access.actor() AS actor)));
create policy members_change on cases.tasks for update to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = tasks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = tasks.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = tasks.case_id AND s.section = tasks.section
 OFFSET 0))))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = tasks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = tasks.case_id
 OFFSET 0)));
create policy members_see on cases.tasks for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = tasks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = tasks.case_id
 OFFSET 0))) AND (section IS NULL OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = tasks.case_id AND s.section = tasks.section
 OFFSET 0))));
create policy not_recused on cases.tasks as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.tasks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.tasks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant insert, select on cases.tasks to homeward_app;
grant delete, insert, select, update on cases.tasks to homeward_definer;
grant update (owner_unit, owner_worker, due_at, done_at, done_by, done_how, late_reason, version) on cases.tasks to homeward_app;

create table cases.tracks (
  case_id uuid not null,
  jurisdiction_id uuid not null,
  track smallint not null,
  opened_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  outcome text,
  closed_by uuid,
  second uuid,
  constraint tracks_pkey PRIMARY KEY (case_id, track),
  constraint tracks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.cases(id),
  constraint tracks_check CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  constraint tracks_track_check CHECK (track = ANY (ARRAY[1, 2]))
); -- owner homeward_owner
alter table cases.tracks enable row level security, force row level security;
create policy definer on cases.tracks for all to homeward_definer
  using (true)
  with check (true);
create policy members_add on cases.tracks for insert to homeward_app
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = tracks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = tracks.case_id
 OFFSET 0)));
create policy members_change on cases.tracks for update to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = tracks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = tracks.case_id
 OFFSET 0)))
  with check ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = tracks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = tracks.case_id
 OFFSET 0)));
create policy members_see on cases.tracks for select to homeward_app
  using ((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = tracks.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = tracks.case_id
 OFFSET 0)));
create policy not_recused on cases.tracks as restrictive for all to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON cases.tracks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON cases.tracks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant select on cases.tracks to homeward_app;
grant delete, insert, select, update on cases.tracks to homeward_definer;

function cases.add_to_board(agencies integer[], opens boolean[], risks smallint[], ns integer[]) returns void
  language sql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.agency_list(wanted_open boolean, wanted_situation text, wanted_district text, wanted_risk smallint, ref_from text, ref_to text, by_what text, after_risk smallint, after_at timestamp with time zone, after_id uuid, at_most integer) returns TABLE(id uuid, ref text, opened_at timestamp with time zone, happened_at timestamp with time zone, sex smallint, age smallint, age_basis smallint, is_child smallint, situation text, district text, risk smallint, risk_respond_by timestamp with time zone, is_open boolean, version integer)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.agency_list(boolean,text,text,smallint,text,text,text,smallint,timestamp with time zone,uuid,integer) to homeward_app;

function cases.ask_closing(of_case uuid, of_track smallint, with_outcome text, why bytea) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.ask_closing(uuid,smallint,text,bytea) to homeward_app;

function cases.begin_import(new_id uuid, digest bytea, of_layout text, n bigint, file uuid, file_kind text, file_key bytea, what bytea) returns TABLE(id uuid, fresh boolean)
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.begin_import(uuid,bytea,text,bigint,uuid,text,bytea,bytea) to homeward_app;

function cases.block_document(which uuid, of_case uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.block_document(uuid,uuid) to homeward_app;

function cases.bring_home(of_case uuid, home uuid, for_purpose smallint, until timestamp with time zone) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.check_import_state() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.close_track(of_case uuid, of_track smallint, with_outcome text, approval uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.close_track(uuid,smallint,text,uuid) to homeward_app;

function cases.count_moved() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.count_opened() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.documents_of(of_case uuid) returns TABLE(id uuid, section smallint, kind text, media text, bytes bigint, sha256 text, added_at timestamp with time zone, agency jsonb, from_home boolean, first_read_at timestamp with time zone, blocked boolean, sealed bytea)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.documents_of(uuid) to homeward_app;

function cases.drop_import(which uuid) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.drop_import(uuid) to homeward_app;

function cases.filtered(wanted_open boolean, wanted_situation text, wanted_district text, wanted_risk smallint, ref_from text, ref_to text, before_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone, before_id uuid DEFAULT NULL::uuid, at_most integer DEFAULT 50) returns TABLE(id uuid, ref text, opened_at timestamp with time zone, happened_at timestamp with time zone, sex smallint, age smallint, age_basis smallint, is_child smallint, situation text, district text, risk smallint, risk_respond_by timestamp with time zone, is_open boolean, version integer)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.filtered(boolean,text,text,smallint,text,text,timestamp with time zone,uuid,integer) to homeward_app;

function cases.follow_place() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.for_second(approval uuid) returns TABLE(case_id uuid, ref text, sex smallint, age smallint, situation text, jurisdiction jsonb, opened_at timestamp with time zone, open_tasks bigint, screenings bigint, last_event_at timestamp with time zone)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.for_second(uuid) to homeward_app;

function cases.hand_overs_of(of_case uuid) returns TABLE(id uuid, number integer, unit_id uuid, unit jsonb, written_at timestamp with time zone, writer jsonb, mine boolean, until timestamp with time zone, reader jsonb, read_at timestamp with time zone, sealed bytea)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.hand_overs_of(uuid) to homeward_app;

function cases.history(of_case uuid) returns TABLE(id uuid, at timestamp with time zone, of_table text, row_id uuid, field text, was jsonb, became jsonb, section smallint, agency jsonb, from_home boolean, worker jsonb, mine boolean, sealed bytea)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.history(uuid) to homeward_app;

function cases.homes(of_case uuid) returns TABLE(unit_id uuid, agency jsonb, unit jsonb, same_district boolean, same_state boolean)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.homes(uuid) to homeward_app;

function cases.import_sums(which uuid) returns TABLE(field text, codes jsonb, n bigint)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.import_sums(uuid) to homeward_app;

function cases.inbox(before_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone, before_id uuid DEFAULT NULL::uuid, at_most integer DEFAULT 50) returns TABLE(id uuid, ref text, opened_at timestamp with time zone, happened_at timestamp with time zone, sex smallint, age smallint, age_basis smallint, is_child smallint, situation text, district text, risk smallint, risk_respond_by timestamp with time zone, is_open boolean, version integer)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.inbox(timestamp with time zone,uuid,integer) to homeward_app;

function cases.keep_document(new_id uuid, of_case uuid, in_section smallint, of_kind text, title bytea, file uuid, media text, n bigint, digest bytea, sealed_key bytea) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.keep_document(uuid,uuid,smallint,text,bytea,uuid,text,bigint,bytea,bytea) to homeward_app;

function cases.keep_unit_open() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.kept_mapping(of_signature bytea) returns bytea
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.kept_mapping(bytea) to homeward_vault;

function cases.my_board() returns TABLE(is_open boolean, risk smallint, n bigint)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.my_board() to homeward_app;

function cases.my_hand_overs() returns TABLE(id uuid, case_id uuid, ref text, sex smallint, age smallint, age_basis smallint, situation text, district text, number integer, written_at timestamp with time zone, writer jsonb, until timestamp with time zone)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.my_hand_overs() to homeward_app;

function cases.my_import(which uuid) returns cases.imports
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.my_tasks(at_most integer DEFAULT 100) returns TABLE(id uuid, case_id uuid, ref text, sex smallint, age smallint, age_basis smallint, situation text, district text, section smallint, held boolean, kind text, due_at timestamp with time zone, made_at timestamp with time zone, whose text, worker jsonb)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.my_tasks(integer) to homeward_app;

function cases.one(of_case uuid) returns TABLE(id uuid, ref text, opened_at timestamp with time zone, happened_at timestamp with time zone, sex smallint, age smallint, age_basis smallint, is_child smallint, situation text, district text, risk smallint, risk_respond_by timestamp with time zone, is_open boolean, version integer, jurisdiction_id uuid, origin text, report_id uuid, risk_set_at timestamp with time zone, manages boolean)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.one(uuid) to homeward_app;

function cases.open_case(new_id uuid, new_ref text, sex smallint, age smallint, basis smallint, child smallint, how_found text, in_district text, contact_at timestamp with time zone, from_report uuid) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.open_case(uuid,text,smallint,smallint,smallint,smallint,text,text,timestamp with time zone,uuid) to homeward_app;

function cases.open_document(which uuid, of_case uuid, original boolean) returns TABLE(file_id uuid, media text, sealed_key bytea)
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.open_document(uuid,uuid,boolean) to homeward_vault;

function cases.open_import(which uuid) returns TABLE(file_id uuid, sealed_key bytea, sealed bytea)
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.open_import(uuid) to homeward_vault;

function cases.owed_responses(at_most integer DEFAULT 200) returns TABLE(id uuid, ref text, opened_at timestamp with time zone, happened_at timestamp with time zone, sex smallint, age smallint, age_basis smallint, is_child smallint, situation text, district text, risk smallint, risk_respond_by timestamp with time zone, is_open boolean, version integer, risk_set_at timestamp with time zone)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.owed_responses(integer) to homeward_app;

function cases.place_in_home(of_case uuid, new_place uuid, at timestamp with time zone, home uuid, for_purpose smallint, until timestamp with time zone) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.place_in_home(uuid,uuid,timestamp with time zone,uuid,smallint,timestamp with time zone) to homeward_app;

function cases.places_of(of_case uuid) returns TABLE(id uuid, since timestamp with time zone, until timestamp with time zone, review_at timestamp with time zone, in_home boolean, home_on_case boolean)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.places_of(uuid) to homeward_app;

function cases.prolong_place(of_case uuid, of_place uuid, for_purpose smallint, next_look timestamp with time zone) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.prolong_place(uuid,uuid,smallint,timestamp with time zone) to homeward_app;

function cases.promote_import(which uuid, seen_revision integer) returns TABLE(rows_in integer, dropped uuid)
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.promote_import(uuid,integer) to homeward_app;

function cases.random_ref(r bytea DEFAULT uuid_send(gen_random_uuid())) returns text
  language sql volatile set search_path=pg_catalog; -- owner homeward_definer

function cases.read_hand_over(which uuid, of_case uuid) returns cases.hand_overs
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.read_hand_over(uuid,uuid) to homeward_app;

function cases.reopen_track(of_case uuid, of_track smallint) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.reopen_track(uuid,smallint) to homeward_app;

function cases.signed_by(of_case uuid, of_agency uuid, of_worker uuid) returns jsonb
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.signed_by(uuid,uuid,uuid) to homeward_app;

function cases.tasks_of(of_case uuid) returns TABLE(id uuid, goal_id uuid, section smallint, held boolean, kind text, unit_id uuid, unit jsonb, agency jsonb, from_home boolean, worker_id uuid, worker jsonb, due_at timestamp with time zone, made_at timestamp with time zone, done_at timestamp with time zone, done_how text, late_reason text, version integer, sealed bytea)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.tasks_of(uuid) to homeward_app;

function cases.tell() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.tell(of_case uuid, of_kind text, with_codes jsonb) returns void
  language sql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.tell_itself() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.tell_of(changed uuid[]) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function cases.timeline(of_case uuid) returns TABLE(id uuid, section smallint, held boolean, kind text, happened_at timestamp with time zone, happened_approx text, recorded_at timestamp with time zone, agency jsonb, from_home boolean, from_paper boolean, corrects uuid, codes jsonb, sealed bytea)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.timeline(uuid) to homeward_app;

function cases.unit_on_case(of_case uuid, wanted uuid) returns boolean
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.unit_on_case(uuid,uuid) to homeward_app;

function cases.who_looked(of_case uuid, at_most integer DEFAULT 100) returns TABLE(at timestamp with time zone, verb text, purpose text, outcome text, agency jsonb, from_home boolean, worker jsonb, mine boolean)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.who_looked(uuid,integer) to homeward_app;

function cases.write_hand_over(new_id uuid, of_case uuid, to_unit uuid, ends timestamp with time zone, words bytea) returns cases.hand_overs
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.write_hand_over(uuid,uuid,uuid,timestamp with time zone,bytea) to homeward_app;

function cases.writer_of(of_case uuid, who uuid) returns jsonb
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function cases.writer_of(uuid,uuid) to homeward_app;

-- ── identities ──────────────────────────────────────────────────────────────────────────────────────────────────────────
create schema identities authorization homeward_owner;
grant usage on schema identities to homeward_app, homeward_definer, homeward_vault;

create table identities.erasure (
  person_id uuid not null,
  asked_by uuid not null,
  approval uuid not null,
  at timestamp with time zone not null default now(),
  constraint erasure_pkey PRIMARY KEY (person_id)
); -- owner homeward_owner
alter table identities.erasure enable row level security, force row level security;
create policy definer on identities.erasure for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on identities.erasure to homeward_definer;

create table identities.exact_key (
  agency_id uuid not null,
  kind smallint not null,
  blind bytea not null,
  person_id uuid not null,
  case_id uuid not null,
  constraint exact_key_pkey PRIMARY KEY (agency_id, kind, blind, person_id),
  constraint exact_key_blind_check CHECK (length(blind) = 16),
  constraint exact_key_kind_check CHECK (kind = ANY (ARRAY[1, 2])),
  constraint exact_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES identities.person(id)
); -- owner homeward_owner
CREATE INDEX exact_key_person_id_idx ON identities.exact_key USING btree (person_id);
alter table identities.exact_key enable row level security, force row level security;
create policy definer on identities.exact_key for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on identities.exact_key to homeward_definer;

create table identities.opening (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  case_id uuid not null,
  worker_id uuid not null,
  session_id uuid not null,
  reason text not null,
  reason_sealed bytea,
  entry_id uuid not null,
  asked_at timestamp with time zone not null default clock_timestamp(),
  asked_in xid8 not null default pg_current_xact_id(),
  released_at timestamp with time zone,
  constraint opening_pkey PRIMARY KEY (id),
  constraint opening_person_id_fkey FOREIGN KEY (person_id) REFERENCES identities.person(id)
); -- owner homeward_owner
CREATE INDEX opening_person_id_asked_at_idx ON identities.opening USING btree (person_id, asked_at DESC);
CREATE INDEX openings_of_case ON identities.opening USING btree (case_id);
alter table identities.opening enable row level security, force row level security;
create policy definer on identities.opening for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on identities.opening to homeward_definer;

create table identities.person (
  id uuid not null,
  case_id uuid not null,
  jurisdiction_id uuid not null,
  section smallint not null,
  version integer not null default 1,
  sealed_at timestamp with time zone not null default now(),
  sealed_by uuid not null,
  erased_at timestamp with time zone,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_case_id_fkey FOREIGN KEY (case_id) REFERENCES access.door(case_id),
  constraint person_section_check CHECK (section = ANY (ARRAY[1, 2, 7]))
); -- owner homeward_owner
CREATE INDEX person_case_id_idx ON identities.person USING btree (case_id);
CREATE INDEX person_jurisdiction_id_id_idx ON identities.person USING btree (jurisdiction_id, id);
alter table identities.person enable row level security, force row level security;
create policy definer on identities.person for all to homeward_definer
  using (true)
  with check (true);
create policy members_see on identities.person for select to homeward_app
  using (((EXISTS ( SELECT
   FROM access.my_reader r
  WHERE r.case_id = person.case_id
 OFFSET 0)) OR (EXISTS ( SELECT
   FROM cases.cases c
  WHERE c.id = person.case_id
 OFFSET 0))) AND (section = 1 OR (EXISTS ( SELECT
   FROM access.my_sections s
  WHERE s.case_id = person.case_id AND s.section = person.section
 OFFSET 0))));
create policy not_recused on identities.person as restrictive for select to homeward_app
  using (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal))));
CREATE TRIGGER tell_insert AFTER INSERT ON identities.person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
CREATE TRIGGER tell_update AFTER UPDATE ON identities.person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.tell();
grant select on identities.person to homeward_app;
grant delete, insert, select, update on identities.person to homeward_definer;

create table identities.record (
  person_id uuid not null,
  key_version integer not null,
  sealed bytea not null,
  constraint record_pkey PRIMARY KEY (person_id),
  constraint record_person_id_fkey FOREIGN KEY (person_id) REFERENCES identities.person(id),
  constraint record_sealed_check CHECK (length(sealed) > 0)
); -- owner homeward_owner
alter table identities.record enable row level security, force row level security;
create policy definer on identities.record for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on identities.record to homeward_definer;

function identities.ask_erasure(who uuid, of_case uuid, reason bytea) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function identities.ask_erasure(uuid,uuid,bytea) to homeward_app;

function identities.ask_opening(who uuid, why text, why_sealed bytea, of_request uuid) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function identities.ask_opening(uuid,text,bytea,uuid) to homeward_vault;

function identities.erase(who uuid, approval uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function identities.erase(uuid,uuid) to homeward_vault;

function identities.erased() returns TABLE(person_id uuid)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function identities.erased() to homeward_vault;

function identities.find_exact(of_kind smallint, wanted bytea, of_request uuid) returns TABLE(person_id uuid, case_id uuid)
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function identities.find_exact(smallint,bytea,uuid) to homeward_vault;

function identities.keys_in_use(of_kind text, ids uuid[]) returns SETOF uuid
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function identities.keys_in_use(text,uuid[]) to homeward_vault;

function identities.narrative_sections(of_case uuid) returns smallint[]
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function identities.narrative_sections(uuid) to homeward_vault;

function identities.release(opening uuid) returns TABLE(person_id uuid, key_version integer, sealed bytea, version integer, entry_id uuid)
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function identities.release(uuid) to homeward_vault;

function identities.store(who uuid, of_case uuid, in_section smallint, seen_version integer, with_key_version integer, bytes bytea, keys jsonb) returns integer
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function identities.store(uuid,uuid,smallint,integer,integer,bytea,jsonb) to homeward_app;

function identities.store_new(people uuid[], of_cases uuid[], in_sections smallint[], bytes bytea[], keys jsonb, of_jurisdiction uuid, of_agency uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function identities.vault_actor() returns TABLE(worker_id uuid, agency_id uuid, session_id uuid, level smallint)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function identities.vault_actor() to homeward_vault;

-- ── jobs ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create schema jobs authorization homeward_owner;
grant usage on schema jobs to homeward_app, homeward_definer, homeward_jobs;

create table jobs.job (
  id uuid not null default uuidv7(),
  queue_id bigint,
  task text not null,
  arguments jsonb not null default '{}'::jsonb,
  worker_id uuid not null,
  session_id uuid not null,
  asked_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  outcome text,
  constraint job_pkey PRIMARY KEY (id),
  constraint job_check CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  constraint job_outcome_check CHECK (outcome = ANY (ARRAY['done'::text, 'failed'::text, 'rights-ended'::text])),
  constraint job_queue_id_key UNIQUE (queue_id),
  constraint job_task_check CHECK (task ~ '^[a-z0-9][a-z0-9-]{0,63}$'::text)
); -- owner homeward_owner
CREATE INDEX job_ended_at_idx ON jobs.job USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX job_worker_id_asked_at_idx ON jobs.job USING btree (worker_id, asked_at DESC);
alter table jobs.job enable row level security, force row level security;
create policy definer on jobs.job for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on jobs.job to homeward_definer;

create table jobs.upkeep (
  purpose text not null,
  ran_at timestamp with time zone not null,
  did jsonb not null default '{}'::jsonb,
  constraint upkeep_pkey PRIMARY KEY (purpose),
  constraint upkeep_purpose_check CHECK (purpose ~ '^[a-z0-9][a-z0-9-]{0,63}$'::text)
); -- owner homeward_owner
alter table jobs.upkeep enable row level security, force row level security;
create policy definer on jobs.upkeep for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on jobs.upkeep to homeward_definer;

function jobs.alive() returns boolean
  language sql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function jobs.alive() to homeward_jobs;

function jobs.ask(of_task text, with_arguments jsonb, tries integer DEFAULT 10, not_before timestamp with time zone DEFAULT NULL::timestamp with time zone) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function jobs.ask(text,jsonb,integer,timestamp with time zone) to homeward_app;

function jobs.begin_job(which uuid, OUT token text, OUT task text, OUT arguments jsonb) returns record
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function jobs.begin_job(uuid) to homeward_jobs;

function jobs.end_attempt(which uuid, with_outcome text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function jobs.end_attempt(uuid,text) to homeward_jobs;

function jobs.figures() returns TABLE(task text, waiting bigint, running bigint, dead bigint, oldest_seconds double precision)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function jobs.figures() to homeward_app, homeward_jobs;

function jobs.note_upkeep(of_purpose text, what jsonb) returns void
  language sql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function jobs.note_upkeep(text,jsonb) to homeward_jobs;

function jobs.plan_upkeep(purposes text[], every_minutes integer[]) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function jobs.plan_upkeep(text[],integer[]) to homeward_jobs;

function jobs.rights_last(who uuid, asked_in uuid) returns boolean
  language sql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer

function jobs.runs(which uuid) returns boolean
  language sql stable parallel safe security definer set search_path=pg_catalog; -- owner homeward_definer

function jobs.take_over() returns integer
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function jobs.take_over() to homeward_jobs;

function jobs.tidy_answers() returns jsonb
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function jobs.tidy_answers() to homeward_jobs;

function jobs.tidy_sessions() returns jsonb
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function jobs.tidy_sessions() to homeward_jobs;

-- ── log ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create schema log authorization homeward_owner;
grant usage on schema log to homeward_admin, homeward_app, homeward_definer, homeward_oversight, homeward_public, homeward_sequencer, homeward_vault;

create table log.alias (
  kind text not null,
  subject uuid not null,
  alias bytea not null default decode(replace(gen_random_uuid()::text, '-'::text, ''::text), 'hex'::text),
  constraint alias_pkey PRIMARY KEY (kind, subject),
  constraint alias_alias_check CHECK (length(alias) = 16)
); -- owner homeward_owner
alter table log.alias enable row level security, force row level security;
create policy definer on log.alias for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on log.alias to homeward_definer;

create table log.checkpoint (
  size bigint not null,
  root bytea not null,
  note text not null,
  at timestamp with time zone not null default now(),
  constraint checkpoint_pkey PRIMARY KEY (size),
  constraint checkpoint_root_check CHECK (length(root) = 32)
); -- owner homeward_owner
alter table log.checkpoint enable row level security, force row level security;
create policy definer on log.checkpoint for all to homeward_definer
  using (true)
  with check (true);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON log.checkpoint FOR EACH ROW EXECUTE FUNCTION log.refuse_change();
grant insert, select on log.checkpoint to homeward_definer;

create table log.detail (
  entry_id uuid not null,
  at timestamp with time zone not null,
  worker_id uuid,
  session_id uuid,
  agency_id uuid,
  case_id uuid,
  subject_kind text not null,
  subject_id uuid,
  verb text not null,
  outcome text not null,
  purpose text,
  salt bytea not null,
  details jsonb not null,
  exact text not null,
  constraint detail_pkey PRIMARY KEY (entry_id),
  constraint detail_salt_check CHECK (length(salt) = 16)
); -- owner homeward_owner
CREATE INDEX detail_case_id_at_idx ON log.detail USING btree (case_id, at DESC) WHERE (case_id IS NOT NULL);
CREATE INDEX detail_openings ON log.detail USING btree (at DESC, entry_id DESC) WHERE (verb = 'identity-opened'::text);
CREATE INDEX detail_refusals ON log.detail USING btree (at DESC, entry_id DESC) WHERE (outcome = ANY (ARRAY['refused'::text, 'not-visible'::text, 'failed'::text]));
CREATE INDEX detail_subject_id_at_idx ON log.detail USING btree (subject_id, at DESC) WHERE (subject_id IS NOT NULL);
CREATE INDEX detail_worker_id_at_idx ON log.detail USING btree (worker_id, at DESC) WHERE (worker_id IS NOT NULL);
alter table log.detail enable row level security, force row level security;
create policy definer on log.detail for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on log.detail to homeward_definer;

create table log.entry (
  seq bigint not null,
  id uuid not null,
  leaf bytea not null,
  leaf_hash bytea not null,
  constraint entry_pkey PRIMARY KEY (seq),
  constraint entry_id_key UNIQUE (id),
  constraint entry_leaf_hash_check CHECK (length(leaf_hash) = 32),
  constraint entry_seq_check CHECK (seq >= 0)
); -- owner homeward_owner
alter table log.entry enable row level security, force row level security;
create policy definer on log.entry for all to homeward_definer
  using (true)
  with check (true);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON log.entry FOR EACH ROW EXECUTE FUNCTION log.refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON log.entry FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
grant insert, select on log.entry to homeward_definer;

create table log.pending (
  id uuid not null default uuidv7(),
  leaf bytea not null,
  constraint pending_pkey PRIMARY KEY (id),
  constraint pending_leaf_check CHECK (length(leaf) >= 1 AND length(leaf) <= 65535)
); -- owner homeward_owner
alter table log.pending enable row level security, force row level security;
create policy definer on log.pending for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on log.pending to homeward_definer;

create table log.tile (
  level smallint not null,
  index bigint not null,
  hashes bytea not null,
  constraint tile_pkey PRIMARY KEY (level, index),
  constraint tile_hashes_check CHECK (length(hashes) >= 32 AND length(hashes) <= 8192 AND (length(hashes) % 32) = 0)
); -- owner homeward_owner
alter table log.tile enable row level security, force row level security;
create policy definer on log.tile for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on log.tile to homeward_definer;

function log.alias_of(of_kind text, of_subject uuid) returns text
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function log.append(actor_kind text, actor_id uuid, of_session uuid, of_agency uuid, of_case uuid, on_kind text, on_subject uuid, of_verb text, of_outcome text, for_purpose text, of_request uuid, with_details jsonb) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function log.edge() returns TABLE(level smallint, index bigint, hashes bytea)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.edge() to homeward_sequencer;

function log.index_of(entry uuid) returns bigint
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.index_of(uuid) to homeward_app, homeward_oversight, homeward_vault;

function log.integrate(first_seq bigint, ids uuid[], leaf_hashes bytea[], tile_levels smallint[], tile_indexes bigint[], tile_hashes bytea[]) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.integrate(bigint,uuid[],bytea[],smallint[],bigint[],bytea[]) to homeward_sequencer;

function log.latest_checkpoint() returns TABLE(size bigint, root bytea, note text, at timestamp with time zone)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.latest_checkpoint() to homeward_app, homeward_oversight, homeward_public, homeward_sequencer;

function log.publish(of_size bigint, of_root bytea, signed_note text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.publish(bigint,bytea,text) to homeward_sequencer;

function log.record(of_verb text, on_kind text, on_subject uuid, of_case uuid DEFAULT NULL::uuid, of_outcome text DEFAULT 'done'::text, for_purpose text DEFAULT NULL::text, of_request uuid DEFAULT NULL::uuid, with_details jsonb DEFAULT '{}'::jsonb) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.record(text,text,uuid,uuid,text,text,uuid,jsonb) to homeward_app, homeward_oversight, homeward_vault;

function log.record_list(of_verb text) returns integer
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.record_list(text) to homeward_app, homeward_oversight;

function log.record_view(of_verb text, on_kind text, on_subject uuid, of_case uuid, of_request uuid DEFAULT NULL::uuid) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.record_view(text,text,uuid,uuid,uuid) to homeward_app, homeward_oversight, homeward_vault;

function log.refuse_change() returns trigger
  language plpgsql volatile set search_path=pg_catalog; -- owner homeward_owner
grant execute on function log.refuse_change() to public;

function log.size() returns bigint
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.size() to homeward_admin, homeward_app, homeward_oversight, homeward_sequencer;

function log.tile_bytes(of_level smallint, of_index bigint) returns bytea
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.tile_bytes(smallint,bigint) to homeward_app, homeward_oversight, homeward_public, homeward_sequencer;

function log.waiting(at_most integer) returns TABLE(id uuid, leaf bytea)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function log.waiting(integer) to homeward_sequencer;

-- ── oversight ───────────────────────────────────────────────────────────────────────────────────────────────────────────
create schema oversight authorization homeward_owner;
grant usage on schema oversight to homeward_definer, homeward_oversight;

create view oversight.cases with (security_barrier=true) as -- owner homeward_definer
 SELECT k.oversight_ref,
    j.code AS jurisdiction,
    k.subject_sex AS sex,
        CASE
            WHEN k.subject_age IS NULL THEN NULL::text
            WHEN k.subject_age < 6 THEN '0-5'::text
            WHEN k.subject_age < 12 THEN '6-11'::text
            WHEN k.subject_age < 15 THEN '12-14'::text
            WHEN k.subject_age < 18 THEN '15-17'::text
            ELSE '18+'::text
        END AS age_band,
    k.situation,
    k.risk,
    k.risk_respond_by,
    k.is_open,
    k.opened_at,
    k.origin,
    ( SELECT max(e.recorded_at) AS max
           FROM cases.events e
          WHERE e.case_id = k.id) AS last_event_at,
    ( SELECT count(*) AS count
           FROM identities.opening o
          WHERE o.case_id = k.id) AS openings
   FROM cases.cases k
     JOIN agencies.jurisdiction j ON j.id = k.jurisdiction_id
  WHERE (k.jurisdiction_id = ANY ((( SELECT oversight.mine() AS mine))::uuid[])) AND (k.id <> ALL ((ARRAY( SELECT x.case_id
           FROM access.my_recusal x))));
grant select on oversight.cases to homeward_oversight;

create view oversight.openings with (security_barrier=true) as -- owner homeward_definer
 SELECT d.entry_id,
    d.at,
    d.outcome,
    d.purpose AS reason,
    w.names AS worker,
        CASE
            WHEN a.name_is_location THEN NULL::jsonb
            ELSE a.names
        END AS agency,
    a.kind AS agency_kind,
    k.oversight_ref,
    d.details ->> 'section'::text AS section,
    d.details ->> 'code'::text AS refused_because,
    ( SELECT e.seq
           FROM log.entry e
          WHERE e.id = d.entry_id) AS seq
   FROM log.detail d
     JOIN agencies.worker w ON w.id = d.worker_id
     LEFT JOIN agencies.agency a ON a.id = d.agency_id
     LEFT JOIN identities.person p ON p.id = d.subject_id
     JOIN cases.cases k ON k.id = COALESCE(d.case_id, p.case_id)
  WHERE d.verb = 'identity-opened'::text AND (k.jurisdiction_id = ANY ((( SELECT oversight.mine() AS mine))::uuid[])) AND (k.id <> ALL ((ARRAY( SELECT x.case_id
           FROM access.my_recusal x))));
grant select on oversight.openings to homeward_oversight;

create view oversight.refusals with (security_barrier=true) as -- owner homeward_definer
 SELECT d.entry_id,
    d.at,
    d.verb,
    d.outcome,
    d.details ->> 'code'::text AS code,
    w.names AS worker,
        CASE
            WHEN a.name_is_location THEN NULL::jsonb
            ELSE a.names
        END AS agency,
    a.kind AS agency_kind
   FROM log.detail d
     JOIN agencies.worker w ON w.id = d.worker_id
     JOIN agencies.agency a ON a.id = d.agency_id
  WHERE (d.outcome = ANY (ARRAY['refused'::text, 'not-visible'::text, 'failed'::text])) AND (a.jurisdiction_id = ANY ((( SELECT oversight.mine() AS mine))::uuid[])) AND (COALESCE(d.case_id, ( SELECT p.case_id
           FROM identities.person p
          WHERE p.id = d.subject_id), '00000000-0000-0000-0000-000000000000'::uuid) <> ALL ((ARRAY( SELECT x.case_id
           FROM access.my_recusal x))));
grant select on oversight.refusals to homeward_oversight;

create view oversight.unread with (security_barrier=true) as -- owner homeward_definer
 SELECT x.kind,
    x.since,
    floor(EXTRACT(epoch FROM statement_timestamp() - x.since) / 3600::numeric)::integer AS hours,
    r.channel,
    r.danger,
    x.missed,
    j.code AS jurisdiction,
        CASE
            WHEN a.name_is_location THEN NULL::jsonb
            ELSE a.names
        END AS agency,
    a.kind AS agency_kind,
    OVERLAY(OVERLAY(md5(x.kind || r.id::text) PLACING '8'::text FROM 13) PLACING '8'::text FROM 17)::uuid AS key,
        CASE r.danger
            WHEN 0 THEN 0
            WHEN 2 THEN 1
            ELSE 2
        END::smallint AS rank
   FROM reports.reports r
     CROSS JOIN LATERAL ( SELECT 'unread'::text AS kind,
            r.received_at AS since,
            0 AS missed
          WHERE (r.status = ANY (ARRAY[1, 2])) AND NOT r.is_draft AND r.first_read_at IS NULL AND r.received_at < (statement_timestamp() - '04:00:00'::interval)
        UNION ALL
         SELECT 'unclaimed'::text,
            r.received_at,
            0
          WHERE r.status = 1 AND NOT r.is_draft AND r.first_read_at IS NOT NULL AND r.claimed_by IS NULL AND r.received_at < (statement_timestamp() - '24:00:00'::interval)
        UNION ALL
         SELECT 'second-reading'::text,
            s.acted_at,
            cardinality(s.missed_by) AS cardinality
           FROM reports.second_reads s
          WHERE s.report_id = r.id AND s.verdict IS NULL AND (s.due_at < statement_timestamp() OR s.missed_by <> '{}'::uuid[])) x
     JOIN access.principal p ON p.id = r.desk_id
     JOIN agencies.unit u ON u.id = p.subject
     JOIN agencies.agency a ON a.id = u.agency_id
     JOIN agencies.jurisdiction j ON j.id = r.jurisdiction_id
  WHERE (r.jurisdiction_id = ANY ((( SELECT oversight.mine() AS mine))::uuid[])) AND r.about_agency IS DISTINCT FROM (( SELECT m.agency_id
           FROM access.actor_snapshot() m(worker_id, session_id, agency_id, unit_id, jurisdiction_id, roles, language, level, level_age_seconds, is_oversight, agency_kind))) AND (r.case_id IS NULL OR (r.case_id <> ALL ((ARRAY( SELECT y.case_id
           FROM access.my_recusal y)))));
grant select on oversight.unread to homeward_oversight;

function oversight.case_page(after_at timestamp with time zone, after_ref uuid, at_most integer) returns SETOF oversight.cases
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function oversight.case_page(timestamp with time zone,uuid,integer) to homeward_oversight;

function oversight.mine() returns uuid[]
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function oversight.mine() to homeward_oversight;

function oversight.opening_page(after_at timestamp with time zone, after_id uuid, at_most integer) returns SETOF oversight.openings
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function oversight.opening_page(timestamp with time zone,uuid,integer) to homeward_oversight;

function oversight.refusal_page(after_at timestamp with time zone, after_id uuid, at_most integer) returns SETOF oversight.refusals
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function oversight.refusal_page(timestamp with time zone,uuid,integer) to homeward_oversight;

-- ── platform ────────────────────────────────────────────────────────────────────────────────────────────────────────────
create schema platform authorization homeward_owner;
grant usage on schema platform to homeward_admin, homeward_app, homeward_definer, homeward_jobs, homeward_oversight, homeward_public, homeward_sequencer, homeward_signin, homeward_vault;

create table platform.access_file (
  place integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint access_file_pkey PRIMARY KEY (place),
  constraint access_file_checksum_check CHECK (checksum ~ '^[0-9a-f]{64}$'::text),
  constraint access_file_name_key UNIQUE (name)
); -- owner homeward_owner
alter table platform.access_file enable row level security, force row level security;
create policy admin_reads on platform.access_file for select to homeward_admin
  using (true);
create policy migrator on platform.access_file for all to homeward_owner
  using (true)
  with check (true);
grant select on platform.access_file to homeward_admin;

create table platform.file (
  id uuid not null default uuidv7(),
  kind text not null,
  bytes bigint not null,
  sha256 bytea not null,
  sealed_key bytea not null,
  made_at timestamp with time zone not null default now(),
  blocked_at timestamp with time zone,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_bytes_check CHECK (bytes >= 0),
  constraint file_sha256_check CHECK (length(sha256) = 32)
); -- owner homeward_owner
alter table platform.file enable row level security, force row level security;
create policy definer on platform.file for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on platform.file to homeward_definer;

create table platform.idempotency (
  worker_id uuid not null,
  key uuid not null,
  request_hash bytea not null,
  status smallint,
  answer jsonb,
  made_at timestamp with time zone not null default now(),
  constraint idempotency_pkey PRIMARY KEY (worker_id, key),
  constraint idempotency_request_hash_check CHECK (length(request_hash) = 32)
); -- owner homeward_owner
CREATE INDEX idempotency_made_at_idx ON platform.idempotency USING btree (made_at);
alter table platform.idempotency enable row level security, force row level security;
create policy definer on platform.idempotency for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on platform.idempotency to homeward_definer;

create table platform.installation (
  only_one boolean not null default true,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  country text not null,
  created_at timestamp with time zone not null default now(),
  pack_sha256 text,
  constraint installation_pkey PRIMARY KEY (only_one),
  constraint installation_kind_check CHECK (kind = ANY (ARRAY['real'::text, 'demo'::text])),
  constraint installation_only_one_check CHECK (only_one),
  constraint installation_pack_sha256_check CHECK (pack_sha256 ~ '^[0-9a-f]{64}$'::text)
); -- owner homeward_owner
alter table platform.installation enable row level security, force row level security;
create policy definer on platform.installation for all to homeward_definer
  using (true)
  with check (true);
create policy everybody_reads on platform.installation for select to homeward_admin, homeward_app, homeward_jobs, homeward_oversight, homeward_public, homeward_sequencer, homeward_signin, homeward_vault
  using (true);
grant select on platform.installation to homeward_admin, homeward_app, homeward_jobs, homeward_oversight, homeward_public, homeward_sequencer, homeward_signin, homeward_vault;
grant delete, insert, select, update on platform.installation to homeward_definer;

create table platform.migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name),
  constraint migration_checksum_check CHECK (checksum ~ '^[0-9a-f]{64}$'::text)
); -- owner homeward_owner
alter table platform.migration enable row level security, force row level security;
create policy admin_reads on platform.migration for select to homeward_admin
  using (true);
create policy migrator on platform.migration for all to homeward_owner
  using (true)
  with check (true);
grant select on platform.migration to homeward_admin;

function platform.claim_key(k uuid, body_hash bytea) returns platform.idempotency
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function platform.claim_key(uuid,bytea) to homeward_app;

procedure platform.definer(IN f regprocedure, VARIADIC callers text[] DEFAULT '{}'::text[])
  language plpgsql volatile set search_path=pg_catalog; -- owner postgres

function platform.found_installation(as_kind text, in_country text) returns platform.installation
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function platform.found_installation(text,text) to homeward_admin;

procedure platform.guard(IN guarded regclass)
  language plpgsql volatile set search_path=pg_catalog; -- owner postgres

function platform.keep_answer(k uuid, with_status smallint, with_answer jsonb) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function platform.keep_answer(uuid,smallint,jsonb) to homeward_app;

function platform.note_pack(sha256_hex text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function platform.note_pack(text) to homeward_admin;

procedure platform.owner_view(IN v regclass, VARIADIC readers text[])
  language plpgsql volatile set search_path=pg_catalog; -- owner postgres

-- ── reports ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
create schema reports authorization homeward_owner;
grant usage on schema reports to homeward_app, homeward_definer, homeward_jobs, homeward_public, homeward_vault;

create table reports.attachments (
  id uuid not null default uuidv7(),
  report_id uuid not null,
  jurisdiction_id uuid not null,
  file_id uuid not null,
  added_at timestamp with time zone not null default statement_timestamp(),
  first_opened_at timestamp with time zone,
  constraint attachments_pkey PRIMARY KEY (id),
  constraint attachments_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.file(id),
  constraint attachments_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.reports(id)
); -- owner homeward_owner
CREATE INDEX attachments_report_id_idx ON reports.attachments USING btree (report_id);
alter table reports.attachments enable row level security, force row level security;
create policy definer on reports.attachments for all to homeward_definer
  using (true)
  with check (true);
create policy first_look on reports.attachments for update to homeward_app
  using ((EXISTS ( SELECT
   FROM reports.reports r
  WHERE r.id = attachments.report_id
 OFFSET 0)));
create policy with_report on reports.attachments for select to homeward_app
  using ((EXISTS ( SELECT
   FROM reports.reports r
  WHERE r.id = attachments.report_id
 OFFSET 0)));
grant select on reports.attachments to homeward_app;
grant delete, insert, select, update on reports.attachments to homeward_definer;
grant update (first_opened_at) on reports.attachments to homeward_app;

create table reports.history (
  id uuid not null default uuidv7(),
  report_id uuid not null,
  jurisdiction_id uuid not null,
  at timestamp with time zone not null default statement_timestamp(),
  by_worker uuid,
  act text not null,
  codes jsonb not null default '{}'::jsonb,
  sealed bytea,
  constraint history_pkey PRIMARY KEY (id),
  constraint history_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.reports(id)
); -- owner homeward_owner
CREATE INDEX history_report_id_at_idx ON reports.history USING btree (report_id, at);
alter table reports.history enable row level security, force row level security;
create policy definer on reports.history for all to homeward_definer
  using (true)
  with check (true);
create policy with_report on reports.history for select to homeward_app
  using ((EXISTS ( SELECT
   FROM reports.reports r
  WHERE r.id = history.report_id
 OFFSET 0)));
create policy with_report_adds on reports.history for insert to homeward_app
  with check (by_worker = (( SELECT access.actor() AS actor)) AND (EXISTS ( SELECT
   FROM reports.reports r
  WHERE r.id = history.report_id
 OFFSET 0)));
grant insert, select on reports.history to homeward_app;
grant delete, insert, select, update on reports.history to homeward_definer;

create table reports.messages (
  id uuid not null default uuidv7(),
  report_id uuid not null,
  jurisdiction_id uuid not null,
  from_us boolean not null,
  sent_at timestamp with time zone not null default statement_timestamp(),
  sent_by uuid,
  token_hash bytea,
  sealed bytea not null,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_check CHECK (from_us = (sent_by IS NOT NULL)),
  constraint messages_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.reports(id),
  constraint messages_token_hash_check CHECK (length(token_hash) = 32),
  constraint messages_token_hash_key UNIQUE (token_hash)
); -- owner homeward_owner
CREATE INDEX messages_report_id_sent_at_idx ON reports.messages USING btree (report_id, sent_at);
alter table reports.messages enable row level security, force row level security;
create policy answer on reports.messages for insert to homeward_app
  with check (from_us AND sent_by = (( SELECT access.actor() AS actor)) AND (EXISTS ( SELECT
   FROM reports.reports r
  WHERE r.id = messages.report_id
 OFFSET 0)));
create policy definer on reports.messages for all to homeward_definer
  using (true)
  with check (true);
create policy with_report on reports.messages for select to homeward_app
  using ((EXISTS ( SELECT
   FROM reports.reports r
  WHERE r.id = messages.report_id
 OFFSET 0)));
CREATE TRIGGER tell AFTER INSERT ON reports.messages FOR EACH ROW EXECUTE FUNCTION reports.tell('report_id');
grant insert, select on reports.messages to homeward_app;
grant delete, insert, select, update on reports.messages to homeward_definer;

create table reports.reports (
  id uuid not null default uuidv7(),
  jurisdiction_id uuid not null,
  channel smallint not null,
  language text not null default 'en'::text,
  received_at timestamp with time zone not null default statement_timestamp(),
  entered_at timestamp with time zone not null default statement_timestamp(),
  desk_id integer not null,
  supervisors_id integer not null,
  danger smallint not null default 2,
  is_draft boolean not null default false,
  status smallint not null default 1,
  codes jsonb not null default '{}'::jsonb,
  district text,
  situation text,
  about_agency uuid,
  sealed bytea,
  token_hash bytea,
  body_hash bytea,
  receipt_hash bytea,
  place_key bytea,
  caller_key bytea,
  taken_by uuid,
  claimed_by uuid,
  claimed_at timestamp with time zone,
  first_read_at timestamp with time zone,
  merged_into uuid,
  case_id uuid,
  where_to text,
  reopened_at timestamp with time zone,
  version integer not null default 1,
  constraint reports_pkey PRIMARY KEY (id),
  constraint reports_body_hash_check CHECK (length(body_hash) = 32),
  constraint reports_caller_key_check CHECK (length(caller_key) = 16),
  constraint reports_channel_check CHECK (channel = ANY (ARRAY[1, 2, 3])),
  constraint reports_check CHECK (merged_into IS DISTINCT FROM id),
  constraint reports_danger_check CHECK (danger = ANY (ARRAY[0, 1, 2])),
  constraint reports_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES access.principal(id),
  constraint reports_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES agencies.jurisdiction(id),
  constraint reports_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES reports.reports(id),
  constraint reports_place_key_check CHECK (length(place_key) = 16),
  constraint reports_receipt_hash_check CHECK (length(receipt_hash) = 32),
  constraint reports_receipt_hash_key UNIQUE (receipt_hash),
  constraint reports_status_check CHECK (status >= 1 AND status <= 8),
  constraint reports_supervisors_id_fkey FOREIGN KEY (supervisors_id) REFERENCES access.principal(id),
  constraint reports_token_hash_check CHECK (length(token_hash) = 32),
  constraint reports_token_hash_key UNIQUE (token_hash)
); -- owner homeward_owner
CREATE INDEX reports_all ON reports.reports USING btree (desk_id, received_at DESC, id DESC);
CREATE INDEX reports_by_danger ON reports.reports USING btree (desk_id, danger, received_at DESC, id DESC);
CREATE INDEX reports_by_district ON reports.reports USING btree (desk_id, district, danger, received_at DESC, id DESC) WHERE (district IS NOT NULL);
CREATE INDEX reports_caller_key_idx ON reports.reports USING btree (caller_key) WHERE (caller_key IS NOT NULL);
CREATE INDEX reports_in_order ON reports.reports USING btree (desk_id, (
CASE danger
    WHEN 0 THEN 0
    WHEN 2 THEN 1
    ELSE 2
END), received_at DESC, id DESC) WHERE ((status = ANY (ARRAY[1, 2])) AND (NOT is_draft));
CREATE INDEX reports_in_order_all ON reports.reports USING btree (desk_id, (
CASE danger
    WHEN 0 THEN 0
    WHEN 2 THEN 1
    ELSE 2
END), received_at DESC, id DESC);
CREATE INDEX reports_jurisdiction_id_id_idx ON reports.reports USING btree (jurisdiction_id, id);
CREATE INDEX reports_merged_into_idx ON reports.reports USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX reports_place_key_idx ON reports.reports USING btree (place_key) WHERE (place_key IS NOT NULL);
CREATE INDEX reports_supervisors_id_received_at_id_idx ON reports.reports USING btree (supervisors_id, received_at DESC, id DESC);
CREATE INDEX reports_unfinished ON reports.reports USING btree (taken_by, received_at DESC) WHERE is_draft;
alter table reports.reports enable row level security, force row level security;
create policy definer on reports.reports for all to homeward_definer
  using (true)
  with check (true);
create policy desk_changes on reports.reports for update to homeward_app
  using ((desk_id = ANY ((( SELECT access.principals() AS principals))::integer[])) OR (supervisors_id = ANY ((( SELECT access.principals() AS principals))::integer[])));
create policy desk_sees on reports.reports for select to homeward_app
  using ((desk_id = ANY ((( SELECT access.principals() AS principals))::integer[])) OR (supervisors_id = ANY ((( SELECT access.principals() AS principals))::integer[])) OR (EXISTS ( SELECT
   FROM reports.second_reads s
  WHERE s.report_id = reports.id AND s.reader = (( SELECT access.actor() AS actor)) AND s.verdict IS NULL
 OFFSET 0)));
create policy never_to_its_subject on reports.reports as restrictive for all to homeward_app
  using (about_agency IS NULL OR about_agency IS DISTINCT FROM (( SELECT s.agency_id
   FROM access.actor_snapshot() s(worker_id, session_id, agency_id, unit_id, jurisdiction_id, roles, language, level, level_age_seconds, is_oversight, agency_kind))));
create policy not_recused on reports.reports as restrictive for all to homeward_app
  using (case_id IS NULL OR (case_id <> ALL ((ARRAY( SELECT my_recusal.case_id
   FROM access.my_recusal)))));
CREATE TRIGGER tell AFTER UPDATE ON reports.reports FOR EACH ROW WHEN (NOT new.is_draft) EXECUTE FUNCTION reports.tell('id');
CREATE TRIGGER tell_new AFTER INSERT ON reports.reports FOR EACH ROW WHEN (NOT new.is_draft AND new.channel <> 1) EXECUTE FUNCTION reports.tell('id');
grant select on reports.reports to homeward_app;
grant delete, insert, select, update on reports.reports to homeward_definer;
grant update (danger, is_draft, status, codes, district, situation, sealed, place_key, caller_key, claimed_by, claimed_at, first_read_at, case_id, version) on reports.reports to homeward_app;

create table reports.screenings (
  id uuid not null default uuidv7(),
  report_id uuid not null,
  jurisdiction_id uuid not null,
  made_at timestamp with time zone not null default now(),
  made_by uuid not null,
  made_agency uuid not null,
  rules jsonb not null,
  answers jsonb not null,
  advice jsonb not null,
  sealed bytea,
  decision text,
  decided_by uuid,
  decided_agency uuid,
  decided_at timestamp with time zone,
  decision_sealed bytea,
  review_on date,
  countersigned_by uuid,
  countersigned_agency uuid,
  countersigned_at timestamp with time zone,
  constraint screenings_pkey PRIMARY KEY (id),
  constraint decided_by_somebody CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decision_sealed IS NULL)),
  constraint screenings_decision_check CHECK (decision = ANY (ARRAY['trafficking'::text, 'not-trafficking'::text, 'not-yet'::text])),
  constraint screenings_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.reports(id),
  constraint signed_by_another CHECK (countersigned_by IS NULL OR decision IS NOT NULL AND countersigned_by <> decided_by)
); -- owner homeward_owner
CREATE INDEX screenings_report_id_made_at_idx ON reports.screenings USING btree (report_id, made_at DESC);
alter table reports.screenings enable row level security, force row level security;
create policy definer on reports.screenings for all to homeward_definer
  using (true)
  with check (true);
create policy with_report on reports.screenings for select to homeward_app
  using ((EXISTS ( SELECT
   FROM reports.reports r
  WHERE r.id = screenings.report_id
 OFFSET 0)));
create policy with_report_adds on reports.screenings for insert to homeward_app
  with check (made_by = (( SELECT access.actor() AS actor)) AND (EXISTS ( SELECT
   FROM reports.reports r
  WHERE r.id = screenings.report_id
 OFFSET 0)));
create policy with_report_decides on reports.screenings for update to homeward_app
  using (countersigned_at IS NULL AND (EXISTS ( SELECT
   FROM reports.reports r
  WHERE r.id = screenings.report_id
 OFFSET 0)))
  with check (((( SELECT access.actor() AS actor)) = decided_by OR (( SELECT access.actor() AS actor)) = countersigned_by) AND (EXISTS ( SELECT
   FROM reports.reports r
  WHERE r.id = screenings.report_id
 OFFSET 0)));
grant select on reports.screenings to homeward_app;
grant delete, insert, select, update on reports.screenings to homeward_definer;
grant insert (id, report_id, jurisdiction_id, made_at, made_by, made_agency, rules, answers, advice, sealed) on reports.screenings to homeward_app;
grant update (decision, decided_by, decided_agency, decided_at, decision_sealed, review_on, countersigned_by, countersigned_agency, countersigned_at) on reports.screenings to homeward_app;

create table reports.second_reads (
  id uuid not null default uuidv7(),
  report_id uuid not null,
  jurisdiction_id uuid not null,
  act text not null,
  acted_by uuid not null,
  acted_at timestamp with time zone not null default statement_timestamp(),
  reader uuid not null,
  due_at timestamp with time zone not null,
  verdict text,
  read_at timestamp with time zone,
  missed_by uuid[] not null default '{}'::uuid[],
  constraint second_reads_pkey PRIMARY KEY (id),
  constraint second_reads_act_check CHECK (act = ANY (ARRAY['merged'::text, 'forwarded'::text, 'not-for-us'::text, 'spam'::text, 'blocked'::text])),
  constraint second_reads_check CHECK (reader <> acted_by),
  constraint second_reads_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.reports(id),
  constraint second_reads_verdict_check CHECK (verdict = ANY (ARRAY['agree'::text, 'reopen'::text]))
); -- owner homeward_owner
CREATE INDEX second_reads_reader_due_at_idx ON reports.second_reads USING btree (reader, due_at) WHERE (verdict IS NULL);
CREATE INDEX second_reads_report_id_idx ON reports.second_reads USING btree (report_id);
alter table reports.second_reads enable row level security, force row level security;
create policy definer on reports.second_reads for all to homeward_definer
  using (true)
  with check (true);
create policy reader_sees on reports.second_reads for select to homeward_app
  using (reader = (( SELECT access.actor() AS actor)) AND reports.sees(report_id));
CREATE TRIGGER tell_reader AFTER INSERT OR UPDATE OF reader ON reports.second_reads FOR EACH ROW EXECUTE FUNCTION reports.tell_reader();
grant select on reports.second_reads to homeward_app;
grant delete, insert, select, update on reports.second_reads to homeward_definer;

function reports.accept(token bytea, body bytea, receipt bytea, in_language text, in_danger smallint, in_district text, in_situation text, in_codes jsonb, box bytea, files uuid[]) returns text
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.accept(bytea,bytea,bytea,text,smallint,text,text,jsonb,bytea,uuid[]) to homeward_public;

function reports.add(receipt bytea, token bytea, box bytea, files uuid[]) returns boolean
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.add(bytea,bytea,bytea,uuid[]) to homeward_public;

function reports.announce(token bytea) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.announce(bytea) to homeward_public;

function reports.block_file(which uuid, of_report uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.block_file(uuid,uuid) to homeward_app;

function reports.by_receipt(receipt bytea) returns TABLE(report_id uuid, state text, about text, instead text, message_id uuid, from_us boolean, sent_at timestamp with time zone, sealed bytea)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.by_receipt(bytea) to homeward_vault;

function reports.carry_screenings(which uuid, ids uuid[], notes bytea[], reasons bytea[]) returns SETOF timestamp with time zone
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.carry_screenings(uuid,uuid[],bytea[],bytea[]) to homeward_app;

function reports.desk_for(in_district text, OUT desk integer, OUT supervisors integer, OUT jurisdiction uuid) returns record
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function reports.files_of(of_report uuid) returns TABLE(file_id uuid, kind text, bytes bigint, added_at timestamp with time zone, first_opened_at timestamp with time zone, blocked boolean)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.files_of(uuid) to homeward_app;

function reports.keep_desk_open() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function reports.keep_file(made uuid, of_kind text, n bigint, digest bytea, sealed bytea) returns void
  language sql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.keep_file(uuid,text,bigint,bytea,bytea) to homeward_app, homeward_public;

function reports.keep_place(which uuid, place bytea) returns integer
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.keep_place(uuid,bytea) to homeward_vault;

function reports.listed(wanted text, dangers smallint[], in_district text, from_channel smallint, by_what text, after_rank smallint, after_at timestamp with time zone, after_id uuid, at_most integer) returns TABLE(id uuid, channel smallint, language text, received_at timestamp with time zone, danger smallint, status smallint, codes jsonb, district text, situation text, claimed_by uuid, first_read_at timestamp with time zone, case_id uuid, reopened_at timestamp with time zone, version integer, is_draft boolean, files bigint, mine boolean, desk_id integer)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.listed(text,smallint[],text,smallint,text,smallint,timestamp with time zone,uuid,integer) to homeward_app;

function reports.may_open(which uuid) returns boolean
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.may_open(uuid) to homeward_vault;

function reports.my_calls() returns TABLE(id uuid, received_at timestamp with time zone, danger smallint, version integer)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.my_calls() to homeward_app;

function reports.open_file(which uuid, of_report uuid) returns TABLE(kind text, bytes bigint, sealed_key bytea)
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.open_file(uuid,uuid) to homeward_vault;

function reports.put_back() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function reports.read_again(which uuid, says text, why bytea) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.read_again(uuid,text,bytea) to homeward_app;

function reports.redraw_second_reads() returns jsonb
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.redraw_second_reads() to homeward_jobs;

function reports.sees(which uuid) returns boolean
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.sees(uuid) to homeward_app;

function reports.set_aside(which uuid, how text, into_report uuid, to_unit uuid, instead text, why bytea) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.set_aside(uuid,text,uuid,uuid,text,bytea) to homeward_app;

function reports.take(new_id uuid, in_channel smallint, draft boolean, in_language text, in_danger smallint, in_district text, in_situation text, in_codes jsonb, box bytea, came_at timestamp with time zone, about uuid) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.take(uuid,smallint,boolean,text,smallint,text,text,jsonb,bytea,timestamp with time zone,uuid) to homeward_app;

function reports.tell() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function reports.tell_reader() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function reports.tie_case(which uuid, to_case uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.tie_case(uuid,uuid) to homeward_app;

function reports.unfiled() returns TABLE(unread bigint, unread_over_4h bigint, drafts bigint, second_reads_late bigint, oldest timestamp with time zone)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function reports.unfiled() to homeward_app;

-- ── sessions ────────────────────────────────────────────────────────────────────────────────────────────────────────────
create schema sessions authorization homeward_owner;
grant usage on schema sessions to homeward_admin, homeward_app, homeward_definer, homeward_signin, homeward_vault;

create table sessions.challenge (
  id uuid not null default gen_random_uuid(),
  worker_id uuid,
  kind text not null,
  secret bytea not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  session_id uuid,
  constraint challenge_pkey PRIMARY KEY (id),
  constraint challenge_kind_check CHECK (kind = ANY (ARRAY['passkey-register'::text, 'passkey-sign-in'::text, 'passkey-step-up'::text]))
); -- owner homeward_owner
CREATE INDEX challenge_expires_at_idx ON sessions.challenge USING btree (expires_at);
alter table sessions.challenge enable row level security, force row level security;
create policy definer on sessions.challenge for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on sessions.challenge to homeward_definer;

create table sessions.credential (
  worker_id uuid not null,
  login text not null,
  password_hash text not null,
  totp_sealed bytea,
  totp_last_step bigint not null default 0,
  failures integer not null default 0,
  wait_until timestamp with time zone not null default '-infinity'::timestamp with time zone,
  disabled_at timestamp with time zone,
  changed_at timestamp with time zone not null default now(),
  constraint credential_pkey PRIMARY KEY (worker_id),
  constraint credential_login_check CHECK (login = lower(login) AND login ~ '^[a-z0-9][a-z0-9._-]{1,63}$'::text),
  constraint credential_login_key UNIQUE (login)
); -- owner homeward_owner
alter table sessions.credential enable row level security, force row level security;
create policy definer on sessions.credential for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on sessions.credential to homeward_definer;

create table sessions.passkey (
  credential_id bytea not null,
  worker_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  label text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (credential_id)
); -- owner homeward_owner
CREATE INDEX passkey_worker_id_idx ON sessions.passkey USING btree (worker_id);
alter table sessions.passkey enable row level security, force row level security;
create policy definer on sessions.passkey for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on sessions.passkey to homeward_definer;

create table sessions.recovery (
  id uuid not null default uuidv7(),
  worker_id uuid not null,
  asked_at timestamp with time zone not null default now(),
  vouched_by uuid,
  vouched_at timestamp with time zone,
  code_hash bytea,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  ratified_by uuid,
  ratified_at timestamp with time zone,
  totp_sealed bytea,
  totp_last_step bigint not null default 0,
  second uuid,
  agency_id uuid,
  declined_by uuid,
  declined_at timestamp with time zone,
  lost text not null default 'factor'::text,
  password_hash text,
  constraint recovery_pkey PRIMARY KEY (id),
  constraint recovery_check CHECK (vouched_by IS DISTINCT FROM worker_id AND ratified_by IS DISTINCT FROM worker_id),
  constraint recovery_decided_once CHECK (ratified_at IS NULL OR declined_at IS NULL),
  constraint recovery_lost_check CHECK (lost = ANY (ARRAY['factor'::text, 'password'::text])),
  constraint recovery_one_secret CHECK (password_hash IS NULL OR lost = 'password'::text),
  constraint recovery_ratified_in_time CHECK (ratified_at <= (used_at + '12:00:00'::interval)),
  constraint recovery_second_check CHECK (second IS DISTINCT FROM vouched_by OR second IS NULL),
  constraint recovery_second_person CHECK (ratified_by IS DISTINCT FROM vouched_by OR ratified_by IS NULL)
); -- owner homeward_owner
CREATE INDEX recovery_agency_id_asked_at_idx ON sessions.recovery USING btree (agency_id, asked_at DESC);
CREATE INDEX recovery_worker_id_asked_at_idx ON sessions.recovery USING btree (worker_id, asked_at DESC);
alter table sessions.recovery enable row level security, force row level security;
create policy definer on sessions.recovery for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on sessions.recovery to homeward_definer;

create table sessions.session (
  token_hash bytea not null,
  id uuid not null default gen_random_uuid(),
  worker_id uuid not null,
  label text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  level smallint not null,
  level_at timestamp with time zone,
  revoked_at timestamp with time zone,
  job_id uuid,
  recovery_id uuid,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_id_key UNIQUE (id),
  constraint session_level_check CHECK (level = ANY (ARRAY[0, 1, 2])),
  constraint session_token_hash_check CHECK (length(token_hash) = 32)
); -- owner homeward_owner
CREATE INDEX session_expires_at_idx ON sessions.session USING btree (expires_at);
CREATE INDEX session_job_id_idx ON sessions.session USING btree (job_id) WHERE (job_id IS NOT NULL);
CREATE INDEX session_worker_id_expires_at_idx ON sessions.session USING btree (worker_id, expires_at) WHERE (revoked_at IS NULL);
alter table sessions.session enable row level security, force row level security;
create policy definer on sessions.session for all to homeward_definer
  using (true)
  with check (true);
CREATE TRIGGER tell_ended AFTER UPDATE OF revoked_at ON sessions.session FOR EACH ROW WHEN (old.revoked_at IS NULL AND new.revoked_at IS NOT NULL) EXECUTE FUNCTION sessions.tell_ended();
grant delete, insert, select, update on sessions.session to homeward_definer;

create table sessions.setup_link (
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  worker_id uuid,
  made_by uuid,
  made_at timestamp with time zone not null default now(),
  constraint setup_link_pkey PRIMARY KEY (token_hash),
  constraint setup_link_token_hash_check CHECK (length(token_hash) = 32)
); -- owner homeward_owner
CREATE INDEX setup_link_worker_id_idx ON sessions.setup_link USING btree (worker_id) WHERE (used_at IS NULL);
alter table sessions.setup_link enable row level security, force row level security;
create policy definer on sessions.setup_link for all to homeward_definer
  using (true)
  with check (true);
grant delete, insert, select, update on sessions.setup_link to homeward_definer;

function sessions.ask_recovery(as_login text, what text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.ask_recovery(text,text) to homeward_signin;

function sessions.begin(who uuid, hash bytea, lasts interval, at_level smallint, named text) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.begin(uuid,bytea,interval,smallint,text) to homeward_vault;

function sessions.begin_by_passkey(credential bytea, new_counter bigint, hash bytea, named text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.begin_by_passkey(bytea,bigint,bytea,text) to homeward_vault;

function sessions.begin_demo(who uuid, hash bytea, named text) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.begin_demo(uuid,bytea,text) to homeward_signin;

function sessions.begin_owing(who uuid, hash bytea, named text) returns uuid
  language sql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.begin_owing(uuid,bytea,text) to homeward_signin;

function sessions.can_sign_in(who uuid) returns boolean
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.change_password(compared text, hash text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.change_password(text,text) to homeward_app;

function sessions.count_passkey(credential bytea, new_counter bigint) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.credential_for(as_login text) returns TABLE(worker_id uuid, password_hash text, wait_seconds integer, has_totp boolean, has_passkey boolean)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.credential_for(text) to homeward_signin;

function sessions.credential_of_session() returns TABLE(worker_id uuid, login text, names jsonb, password_hash text, wait_seconds integer)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.credential_of_session() to homeward_signin;

function sessions.decide_recovery(which uuid, says text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.decide_recovery(uuid,text) to homeward_app;

function sessions.demo_seeds() returns TABLE(worker_id uuid, totp_sealed bytea)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.demo_seeds() to homeward_vault;

function sessions.end_all(why text) returns integer
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.end_all(text) to homeward_admin;

function sessions.factors_of(who uuid, OUT totp_sealed bytea, OUT totp_last_step bigint, OUT has_passkey boolean, OUT recovery_id uuid, OUT falls_at timestamp with time zone) returns record
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.failed(who uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.failed(uuid) to homeward_signin, homeward_vault;

function sessions.give_demo_credential(who uuid, as_login text, hash text, sealed bytea) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.give_demo_credential(uuid,text,text,bytea) to homeward_admin;

function sessions.keep_passkey(credential bytea, key bytea, begins bigint, by_transports text[], called text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.keep_passkey(bytea,bytea,bigint,text[],text) to homeward_vault;

function sessions.keep_totp(sealed bytea, step bigint) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.keep_totp(bytea,bigint) to homeward_vault;

function sessions.make_credential(who uuid, as_login text, hash text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.may_enrol() returns void
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.may_enrol() to homeward_vault;

function sessions.may_vouch(who uuid) returns boolean
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.mine() returns TABLE(id uuid, label text, created_at timestamp with time zone, expires_at timestamp with time zone, is_this boolean)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.mine() to homeward_app, homeward_oversight;

function sessions.must_be_fresh(s sessions.session) returns void
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.must_be_settled(who uuid) returns void
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.must_stand_alone(who uuid, what text) returns void
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.my_events() returns TABLE(at timestamp with time zone, verb text, outcome text, label text, factor text)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.my_events() to homeward_app;

function sessions.my_passkeys() returns TABLE(credential_id bytea, label text, created_at timestamp with time zone, last_used_at timestamp with time zone)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.my_passkeys() to homeward_app;

function sessions.my_ways() returns TABLE(login text, has_code boolean, falls_at timestamp with time zone)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.my_ways() to homeward_app;

function sessions.name_passkey(credential bytea, called text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.name_passkey(bytea,text) to homeward_app;

function sessions.note(of_verb text, who uuid, in_session uuid, of_outcome text DEFAULT 'done'::text, with_details jsonb DEFAULT '{}'::jsonb) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.offer_challenge(of_kind text, secret bytea) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.offer_challenge(text,bytea) to homeward_vault;

function sessions.offer_link(to_worker uuid, hash bytea) returns timestamp with time zone
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.offer_link(uuid,bytea) to homeward_app;

function sessions.offer_setup(hash bytea) returns boolean
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.offer_setup(bytea) to homeward_admin;

function sessions.passkey_failed(credential bytea) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.passkey_failed(bytea) to homeward_vault;

function sessions.passkey_for(credential bytea) returns TABLE(worker_id uuid, public_key bytea, counter bigint, transports text[])
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.passkey_for(bytea) to homeward_vault;

function sessions.passkeys_of_session() returns TABLE(credential_id bytea, transports text[])
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.passkeys_of_session() to homeward_vault;

function sessions.password_of(who uuid) returns text
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.password_recovery_of(as_login text) returns TABLE(worker_id uuid, wait_seconds integer, id uuid, code_hash bytea)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.password_recovery_of(text) to homeward_vault;

function sessions.present() returns sessions.session
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.raise_level(s sessions.session, by_factor text) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.read_link(hash bytea) returns TABLE(is_first boolean, names jsonb, agency_names jsonb, language text, expires_at timestamp with time zone)
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.read_link(bytea) to homeward_signin;

function sessions.recoveries_for_me() returns TABLE(id uuid, step text, lost text, worker_names jsonb, unit_names jsonb, agency_names jsonb, other_agency boolean, asked_at timestamp with time zone, vouched_at timestamp with time zone, voucher_names jsonb, used_at timestamp with time zone, until timestamp with time zone, by_me boolean)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.recoveries_for_me() to homeward_app;

function sessions.recovery_to_use() returns TABLE(id uuid, code_hash bytea)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.recovery_to_use() to homeward_vault;

function sessions.remove_passkey(credential bytea) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.remove_passkey(bytea) to homeward_app;

function sessions.revoke(which uuid) returns integer
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.revoke(uuid) to homeward_app, homeward_oversight;

function sessions.second_factor_of() returns TABLE(worker_id uuid, login text, session_id uuid, level smallint, totp_sealed bytea, totp_last_step bigint, has_passkey boolean, recovery_id uuid, wait_seconds integer)
  language plpgsql stable security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.second_factor_of() to homeward_vault;

function sessions.set_up(hash bytea, agency_names jsonb, agency_kind text, kind_is_home boolean, kind_is_oversight boolean, in_jurisdiction text, unit_names jsonb, names jsonb, speaks text, as_login text, password text) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.set_up(bytea,jsonb,text,boolean,boolean,text,jsonb,jsonb,text,text,text) to homeward_signin;

function sessions.sign_out() returns void
  language sql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.sign_out() to homeward_app, homeward_oversight, homeward_signin;

function sessions.sign_up(hash bytea, as_login text, password text) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.sign_up(bytea,text,text) to homeward_signin;

function sessions.spend_link(hash bytea, first boolean) returns uuid
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.standing_recovery(who uuid) returns SETOF sessions.recovery
  language sql stable security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.step_up(step bigint) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.step_up(bigint) to homeward_vault;

function sessions.step_up_by_passkey(credential bytea, new_counter bigint) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.step_up_by_passkey(bytea,bigint) to homeward_vault;

function sessions.take_challenge(which uuid, of_kind text) returns bytea
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.take_challenge(uuid,text) to homeward_vault;

function sessions.tell_ended() returns trigger
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer

function sessions.use_password_recovery(which uuid, new_password text, token bytea, named text) returns TABLE(has_totp boolean, has_passkey boolean)
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.use_password_recovery(uuid,text,bytea,text) to homeward_vault;

function sessions.use_recovery(which uuid) returns void
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.use_recovery(uuid) to homeward_vault;

function sessions.vouch(which uuid, hash bytea) returns text
  language plpgsql volatile security definer set search_path=pg_catalog; -- owner homeward_definer
grant execute on function sessions.vouch(uuid,bytea) to homeward_app;
