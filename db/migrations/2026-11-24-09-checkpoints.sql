-- Which country pack is in force, as SHA-256 of its files: it stands in every checkpoint of the log.
alter table platform.installation add column pack_sha256 text check (pack_sha256 ~ '^[0-9a-f]{64}$');
