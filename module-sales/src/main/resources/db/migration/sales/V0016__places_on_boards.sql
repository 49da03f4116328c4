-- Where a deal stands in its column of a board: the least on top, new ones above all others (S-PIPE-03).
alter table sales.opportunity
  add column place numeric not null default -round(extract(epoch from clock_timestamp()) * 1000000);
create index opportunity_place on sales.opportunity (tenant_id, place);
