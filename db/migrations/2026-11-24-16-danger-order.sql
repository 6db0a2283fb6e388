-- Danger as people order it (now, not sure, no) in one index, so that a page of the inbox is one walk and reads no more rows than it shows.
create index reports_in_order on reports.reports (desk_id, (case danger when 0 then 0 when 2 then 1 else 2 end), received_at desc, id desc)
  where status in (1, 2) and not is_draft;
drop index reports.reports_inbox;
create index reports_in_order_all on reports.reports (desk_id, (case danger when 0 then 0 when 2 then 1 else 2 end), received_at desc, id desc);
