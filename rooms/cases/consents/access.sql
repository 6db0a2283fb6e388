-- What the child and others agreed to, and whom it is safe to contact.
set local check_function_bodies = off;

call access.guard_case_table('cases.consents', false);
grant select, insert on cases.consents to homeward_app;
grant update (withdrawn_at) on cases.consents to homeward_app;
call access.guard_case_table('cases.contact_rules', true);
grant select, insert on cases.contact_rules to homeward_app;
grant update (ended_at) on cases.contact_rules to homeward_app;
