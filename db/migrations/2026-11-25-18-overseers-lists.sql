-- An overseer's lists, page by page: each order stands in an index, so that a page costs the same from a thousand entries and from a million.
-- Cases by State: an overseer of a small one must not walk the whole nation for a page.
create index cases_of_state on cases.cases (jurisdiction_id, opened_at desc, oversight_ref desc) include (id);
create index detail_openings on log.detail (at desc, entry_id desc) where verb = 'identity-opened';
create index detail_refusals on log.detail (at desc, entry_id desc) where outcome in ('refused', 'not-visible', 'failed');
create index openings_of_case on identities.opening (case_id);

-- It gains a key of its own; access.sql makes it again.
drop view if exists oversight.unread;
