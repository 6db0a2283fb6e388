-- At its start an installation compares the length of its log with what this machine has seen of it (cli/machine-memory.ts).
grant usage on schema log to homeward_admin;
