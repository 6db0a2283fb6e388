-- A named worker decides on a report's screening as on a case's: with a reason, once; a later screening stands beside it. A "no" for a child waits
-- for a second person. When a case is opened the decision goes along.
alter table reports.screenings
  add column decision             text check (decision in ('trafficking', 'not-trafficking', 'not-yet')),
  add column decided_by           uuid,
  add column decided_agency       uuid,
  add column decided_at           timestamptz,
  add column decision_sealed      bytea,                     -- the reason, to the intake key
  add column review_on            date,
  add column countersigned_by     uuid,
  add column countersigned_agency uuid,
  add column countersigned_at     timestamptz,
  add constraint decided_by_somebody check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)
    and (decision is null) = (decision_sealed is null)),
  add constraint signed_by_another check (countersigned_by is null or (decision is not null and countersigned_by <> decided_by));
