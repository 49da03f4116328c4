alter table sales.customer_order
  add revision int not null default 1,
  add revises_id uuid;
create index customer_order_revises on sales.customer_order (tenant_id, revises_id);
select platform.reference('sales.customer_order', 'revises_id', 'sales.customer_order');
