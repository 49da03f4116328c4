create table billing.tax_entry (
  like platform.record,
  position int not null,
  invoice_id uuid not null,
  taxed_on date not null,
  code text not null,
  category text not null,
  rate numeric(9, 4) not null,
  country text,
  base_amount numeric(19, 4) not null,
  base_currency char(3) not null,
  base_base numeric(19, 4),
  tax_amount numeric(19, 4) not null,
  tax_currency char(3) not null,
  tax_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, invoice_id) references billing.invoice deferrable initially deferred
);
create index tax_entry_invoice on billing.tax_entry (tenant_id, invoice_id, position);
create index tax_entry_day on billing.tax_entry (tenant_id, taxed_on) where deleted_at is null;
select platform.record_table('billing.tax_entry');
