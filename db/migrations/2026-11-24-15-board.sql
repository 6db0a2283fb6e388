-- The board counts an agency's cases by state and risk, not by unit: a large agency has hundreds of units, and its board must cost the same
-- few pages as a small one's. One row an agency; a place for each risk and a sixth for "not set".
drop trigger if exists on_board on cases.cases;
drop function if exists cases.count_on_board();
drop function if exists cases.my_board();   -- its columns change; access.sql makes it anew
drop table cases.board;

create table cases.board (
  supervisors_id int primary key,
  open_by_risk   int[] not null check (cardinality(open_by_risk) = 6),
  closed_by_risk int[] not null check (cardinality(closed_by_risk) = 6)
) with (fillfactor = 50);                                                   -- an update stays on its page
alter table cases.board owner to homeward_owner;

insert into cases.board (supervisors_id, open_by_risk, closed_by_risk)
select k.supervisors_id,
       array(select count(c.id) filter (where c.is_open)::int from generate_series(0, 5) r
              left join cases.cases c on c.supervisors_id = k.supervisors_id and coalesce(c.risk, 5) = r group by r order by r),
       array(select count(c.id) filter (where not c.is_open)::int from generate_series(0, 5) r
              left join cases.cases c on c.supervisors_id = k.supervisors_id and coalesce(c.risk, 5) = r group by r order by r)
  from (select distinct supervisors_id from cases.cases) k;

-- A case is looked up by its id fifty times for one list, and once for nearly everything else. A hash answers in one page however many cases
-- there are, where the key's tree costs a page more with each hundredfold.
create index cases_by_id on cases.cases using hash (id);
create index door_by_case on access.door using hash (case_id);
