-- A child who is placed in a home brings that home onto the case. Which home stands beside the sealed place, in the location section, so that the
-- end of the one is the end of the other.
alter table cases.places
  add column home_id   uuid references agencies.unit,
  add column review_at timestamptz,                       -- when the committee looks at the placement again: the home's membership ends then
  add constraint a_home_is_looked_at_again check ((home_id is null) = (review_at is null));
