-- A second person's word is needed for some acts on no case, such as naming an overseer.
alter table access.approval alter column case_id drop not null;
create index on access.approval (asked_by, asked_at desc) where case_id is null;

-- A supervisor's list of closed cases starts from its own index, as that of open ones does.
create index on cases.cases (supervisors_id, opened_at desc, id) where not is_open;
