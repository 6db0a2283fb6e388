-- Lists that people narrow and sort. Each order stands in an index that begins with what drives it: the desk, the agency, the caseload;
-- so a page of fifty costs the same from a thousand rows and from a million.
create index reports_by_danger on reports.reports (desk_id, danger, received_at desc, id desc);
create index reports_by_district on reports.reports (desk_id, district, danger, received_at desc, id desc) where district is not null;
create index reports_unfinished on reports.reports (taken_by, received_at desc) where is_draft;

create index cases_by_situation on cases.cases (supervisors_id, is_open, situation, opened_at desc, id desc);
create index cases_by_district on cases.cases (supervisors_id, is_open, district, opened_at desc, id desc);
create index cases_by_risk on cases.cases (supervisors_id, is_open, (coalesce(risk, 5::smallint)), opened_at desc, id desc);
create index cases_by_time on cases.cases (supervisors_id, is_open, opened_at desc, id desc);
create index membership_closed on access.membership (principal_id, sort_at desc, case_id desc) include (valid_until, valid_from) where not is_open;

-- access.sql has one function for all orders now.
drop function if exists reports.inbox(text, smallint, text, smallint, timestamptz, uuid, int);
drop function if exists cases.of_my_agency(boolean, timestamptz, uuid, int);
