-- Oversight: reads without names. No tables of its own yet; views with explicit columns.
create schema oversight authorization homeward_owner;
grant usage on schema oversight to homeward_definer, homeward_oversight;
