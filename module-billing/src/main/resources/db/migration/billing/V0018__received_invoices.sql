create table billing.received_invoice (
  like platform.record,
  name text,
  seller text,
  number text,
  kind text,
  issued_on date,
  delivered_on date,
  due_on date,
  net_amount numeric(19, 4),
  net_currency char(3),
  net_base numeric(19, 4),
  tax_amount numeric(19, 4),
  tax_currency char(3),
  tax_base numeric(19, 4),
  payable_amount numeric(19, 4),
  payable_currency char(3),
  payable_base numeric(19, 4),
  iban text,
  bic text,
  terms text,
  seller_address text,
  seller_tax_id text,
  buyer text,
  buyer_reference text,
  order_reference text,
  preceding text,
  message text,
  note text,
  primary key (tenant_id, id)
);
create index received_invoice_created on billing.received_invoice (tenant_id, created_at desc nulls last, id desc)
  where deleted_at is null;
-- Of two files with the same invoice that come at once, one stays.
create unique index received_invoice_once on billing.received_invoice (tenant_id, number, issued_on, lower(seller))
  where deleted_at is null;
select platform.record_table('billing.received_invoice');

create table billing.received_invoice_line (
  like platform.record,
  position int not null,
  received_invoice_id uuid not null,
  item text,
  description text,
  quantity numeric,
  unit text,
  price numeric,
  tax_category text,
  tax_rate numeric,
  net_amount numeric(19, 4),
  net_currency char(3),
  net_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, received_invoice_id) references billing.received_invoice deferrable initially deferred
);
create index received_invoice_line_host
  on billing.received_invoice_line (tenant_id, received_invoice_id, position);
select platform.record_table('billing.received_invoice_line');
