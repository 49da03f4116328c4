alter table billing.invoice
  add announced_for date,
  add fees_amount numeric(19, 4),
  add fees_currency char(3),
  add fees_base numeric(19, 4);

create table billing.dunning_notice (
  like platform.record,
  position int not null,
  invoice_id uuid not null,
  level_id uuid not null,
  sent_on date not null,
  sent_to text,
  fee_amount numeric(19, 4),
  fee_currency char(3),
  fee_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, invoice_id) references billing.invoice deferrable initially deferred,
  foreign key (tenant_id, level_id) references billing.dunning_level deferrable initially deferred
);
create index dunning_notice_invoice on billing.dunning_notice (tenant_id, invoice_id, position);
create index dunning_notice_level on billing.dunning_notice (tenant_id, level_id);
select platform.record_table('billing.dunning_notice');
