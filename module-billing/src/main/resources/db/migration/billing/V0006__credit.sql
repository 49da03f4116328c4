alter table billing.invoice
  add settled_amount numeric(19, 4),
  add settled_currency char(3),
  add settled_base numeric(19, 4),
  add written_off_amount numeric(19, 4),
  add written_off_currency char(3),
  add written_off_base numeric(19, 4);

create table billing.credit_settlement (
  like platform.record,
  position int not null,
  credit_note_id uuid not null,
  invoice_id uuid not null,
  amount numeric(19, 4) not null check (amount > 0),
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, credit_note_id) references billing.invoice deferrable initially deferred,
  foreign key (tenant_id, invoice_id) references billing.invoice deferrable initially deferred
);
create index credit_settlement_note on billing.credit_settlement (tenant_id, credit_note_id, position);
create index credit_settlement_invoice on billing.credit_settlement (tenant_id, invoice_id);
select platform.record_table('billing.credit_settlement');
