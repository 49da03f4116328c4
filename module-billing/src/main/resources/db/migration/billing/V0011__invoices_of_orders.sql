-- Orders are another module's, so nothing here can hold on to their rows.
alter table billing.invoice add sales_order_id uuid;
create index invoice_sales_order on billing.invoice (tenant_id, sales_order_id);
alter table billing.invoice_line
  add order_line_id uuid,
  add advance boolean not null default false;
