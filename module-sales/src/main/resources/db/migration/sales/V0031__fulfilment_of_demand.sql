-- What quotes and orders say about lines of demand, and what somebody typed for those that none is about.
alter table sales.demand_line
  add offered_quantity numeric(19, 4),
  add offered_amount_amount numeric(19, 4),
  add offered_amount_currency char(3),
  add offered_amount_base numeric(19, 4),
  add ordered_quantity numeric(19, 4),
  add ordered_amount_amount numeric(19, 4),
  add ordered_amount_currency char(3),
  add ordered_amount_base numeric(19, 4),
  add delivered_quantity numeric(19, 4),
  add typed_fulfilment int not null default 0 check (typed_fulfilment between 0 and 100);
alter table sales.demand_line no force row level security;
update sales.demand_line set typed_fulfilment = fulfilment;
alter table sales.demand_line force row level security;

alter table sales.opportunity
  add demand_offered_amount numeric(19, 4),
  add demand_offered_currency char(3),
  add demand_offered_base numeric(19, 4),
  add demand_sold_amount numeric(19, 4),
  add demand_sold_currency char(3),
  add demand_sold_base numeric(19, 4);

alter table sales.quote_line add demand_line_id uuid;
select platform.reference('sales.quote_line', 'demand_line_id', 'sales.demand_line');
create index quote_line_demand_line on sales.quote_line (tenant_id, demand_line_id);

alter table sales.order_line add demand_line_id uuid;
select platform.reference('sales.order_line', 'demand_line_id', 'sales.demand_line');
create index order_line_demand_line on sales.order_line (tenant_id, demand_line_id);
