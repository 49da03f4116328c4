create table sales.unmet_reason (
  like platform.catalogue_entry,
  primary key (tenant_id, id)
);
select platform.catalogue_table('sales.unmet_reason');

create table sales.demand_line (
  like platform.record,
  position int not null,
  description text not null,
  opportunity_id uuid not null,
  product_id uuid,
  quantity numeric(19, 4),
  amount_amount numeric(19, 4),
  amount_currency char(3),
  amount_base numeric(19, 4),
  comment text,
  fulfilment int not null default 0 check (fulfilment between 0 and 100),
  reason_id uuid,
  unmet_amount_amount numeric(19, 4),
  unmet_amount_currency char(3),
  unmet_amount_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, opportunity_id) references sales.opportunity deferrable initially deferred,
  foreign key (tenant_id, product_id) references core.product deferrable initially deferred,
  foreign key (tenant_id, reason_id) references sales.unmet_reason deferrable initially deferred
);
create index demand_line_opportunity on sales.demand_line (tenant_id, opportunity_id, position);
create index demand_line_created on sales.demand_line (tenant_id, created_at desc nulls last, id desc)
  where deleted_at is null;
create index demand_line_product on sales.demand_line (tenant_id, product_id);
create index demand_line_reason on sales.demand_line (tenant_id, reason_id);
select platform.record_table('sales.demand_line');

-- What was asked for at each posting; written once.
create table sales.posted_demand_line (
  like platform.record,
  position int not null,
  description text not null,
  opportunity_id uuid not null,
  demand_version int not null,
  product_id uuid,
  quantity numeric(19, 4),
  amount_amount numeric(19, 4),
  amount_currency char(3),
  amount_base numeric(19, 4),
  comment text,
  posted_at timestamptz not null,
  posted_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, opportunity_id) references sales.opportunity deferrable initially deferred,
  foreign key (tenant_id, product_id) references core.product deferrable initially deferred,
  foreign key (tenant_id, posted_by) references core.member deferrable initially deferred
);
create index posted_demand_line_opportunity on sales.posted_demand_line (tenant_id, opportunity_id, demand_version);
create index posted_demand_line_product on sales.posted_demand_line (tenant_id, product_id);
create index posted_demand_line_posted_by on sales.posted_demand_line (tenant_id, posted_by);
select platform.record_table('sales.posted_demand_line');

create table sales.opportunity_line (
  like platform.record,
  position int not null,
  description text not null,
  opportunity_id uuid not null,
  product_id uuid,
  quantity numeric(19, 4) not null,
  unit_price_amount numeric(19, 4),
  unit_price_currency char(3),
  unit_price_base numeric(19, 4),
  discount numeric(7, 4),
  net_amount numeric(19, 4),
  net_currency char(3),
  net_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, opportunity_id) references sales.opportunity deferrable initially deferred,
  foreign key (tenant_id, product_id) references core.product deferrable initially deferred
);
create index opportunity_line_opportunity on sales.opportunity_line (tenant_id, opportunity_id, position);
create index opportunity_line_product on sales.opportunity_line (tenant_id, product_id);
select platform.record_table('sales.opportunity_line');

create table sales.credit_split (
  like platform.record,
  position int not null,
  member_id uuid not null,
  opportunity_id uuid not null,
  role text,
  share int not null check (share between 1 and 100),
  credited_amount numeric(19, 4),
  credited_currency char(3),
  credited_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, opportunity_id) references sales.opportunity deferrable initially deferred,
  foreign key (tenant_id, member_id) references core.member deferrable initially deferred
);
create index credit_split_opportunity on sales.credit_split (tenant_id, opportunity_id, position);
create index credit_split_member on sales.credit_split (tenant_id, member_id);
select platform.record_table('sales.credit_split');

alter table sales.opportunity
  add amount_mode text not null default 'MANUAL',
  add lines_total_amount numeric(19, 4),
  add lines_total_currency char(3),
  add lines_total_base numeric(19, 4),
  add recurring_amount_amount numeric(19, 4),
  add recurring_amount_currency char(3),
  add recurring_amount_base numeric(19, 4),
  add recurring_period text,
  add monthly_amount_amount numeric(19, 4),
  add monthly_amount_currency char(3),
  add monthly_amount_base numeric(19, 4),
  add demand_total_amount numeric(19, 4),
  add demand_total_currency char(3),
  add demand_total_base numeric(19, 4),
  add demand_difference_amount numeric(19, 4),
  add demand_difference_currency char(3),
  add demand_difference_base numeric(19, 4),
  add demand_unpriced int,
  add demand_fulfilment int,
  add demand_version int,
  add demand_posted boolean not null default false,
  add demand_posted_at timestamptz,
  add demand_posted_by uuid;
select platform.reference('sales.opportunity', 'demand_posted_by', 'core.member');
create index opportunity_demand_posted_by on sales.opportunity (tenant_id, demand_posted_by);
