-- The agency that set the installation up keeps the list of agencies; and the way back for a forgotten password.
alter table agencies.agency add column is_founding boolean not null default false;
create unique index one_founding_agency on agencies.agency (is_founding) where is_founding;
