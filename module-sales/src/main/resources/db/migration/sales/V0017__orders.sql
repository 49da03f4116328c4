create table sales.customer_order (
  like platform.owned_record,
  like platform.document,
  name text not null,
  status text not null,
  account_id uuid not null,
  contact_id uuid,
  opportunity_id uuid,
  quote_id uuid,
  ordered_on date not null,
  delivery_on date,
  percent_delivered numeric(7, 2),
  billing_address text,
  customer_reference text,
  delivery_terms text,
  provisioning text not null,
  note text,
  confirmed_at timestamptz,
  cancel_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, opportunity_id) references sales.opportunity deferrable initially deferred,
  foreign key (tenant_id, quote_id) references sales.quote deferrable initially deferred
);
create unique index customer_order_number on sales.customer_order (tenant_id, number)
  where number is not null and deleted_at is null;
-- A quote becomes one order, whoever asks for it at the same time.
create unique index customer_order_quote on sales.customer_order (tenant_id, quote_id)
  where status <> 'CANCELLED' and deleted_at is null;
create index customer_order_created on sales.customer_order (tenant_id, created_at desc nulls last, id desc)
  where deleted_at is null;
create index customer_order_owner on sales.customer_order (tenant_id, owner_id);
create index customer_order_account on sales.customer_order (tenant_id, account_id);
create index customer_order_contact on sales.customer_order (tenant_id, contact_id);
create index customer_order_opportunity on sales.customer_order (tenant_id, opportunity_id);
create index customer_order_of_quote on sales.customer_order (tenant_id, quote_id);
select platform.document_table('sales.customer_order');
select platform.record_table('sales.customer_order');
select platform.reference('sales.customer_order', 'account_id', 'core.account');
select platform.reference('sales.customer_order', 'contact_id', 'core.contact');

create table sales.order_line (
  like platform.record,
  like platform.document_line,
  order_id uuid not null,
  delivered numeric(19, 4) not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references sales.customer_order deferrable initially deferred
);
create index order_line_order on sales.order_line (tenant_id, order_id, position);
create index order_line_created on sales.order_line (tenant_id, created_at desc nulls last, id desc)
  where deleted_at is null;
select platform.document_line_table('sales.order_line');
select platform.record_table('sales.order_line');

create table sales.delivery (
  like platform.record,
  position int not null,
  delivered_on date not null,
  order_id uuid not null,
  line_id uuid not null,
  quantity numeric(19, 4) not null,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references sales.customer_order deferrable initially deferred,
  foreign key (tenant_id, line_id) references sales.order_line deferrable initially deferred
);
create index delivery_order on sales.delivery (tenant_id, order_id, position);
create index delivery_line on sales.delivery (tenant_id, line_id);
select platform.record_table('sales.delivery');
