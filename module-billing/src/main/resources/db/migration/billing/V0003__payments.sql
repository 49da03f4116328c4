create table billing.payment (
  like platform.record,
  name text,
  account_id uuid not null,
  direction text not null,
  paid_on date not null,
  amount_amount numeric(19, 4) not null check (amount_amount > 0),
  amount_currency char(3) not null,
  amount_base numeric(19, 4),
  free_amount numeric(19, 4),
  free_currency char(3),
  free_base numeric(19, 4),
  method text not null,
  reference text,
  payer text,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references core.account deferrable initially deferred
);
create index payment_account on billing.payment (tenant_id, account_id);
create index payment_day on billing.payment (tenant_id, paid_on, id) where deleted_at is null;
select platform.record_table('billing.payment');

create table billing.allocation (
  like platform.record,
  position int not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  amount numeric(19, 4) not null check (amount > 0),
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, payment_id) references billing.payment deferrable initially deferred,
  foreign key (tenant_id, invoice_id) references billing.invoice deferrable initially deferred
);
create index allocation_payment on billing.allocation (tenant_id, payment_id, position);
create index allocation_invoice on billing.allocation (tenant_id, invoice_id);
select platform.record_table('billing.allocation');
