-- Assessments: dated, kept, never changed. A health or counselling assessment is there only for who holds the section; a finding stands in
-- its domain's section, so that police read that home is safe and not what the counsellor found.
set local check_function_bodies = off;

call access.guard_case_table('cases.assessments', true);
grant select, insert on cases.assessments to homeward_app;
call access.guard_case_table('cases.findings', true);
grant select, insert on cases.findings to homeward_app;
