create table billing.dunning_level (
  like platform.record,
  name text not null,
  days int not null check (days between 0 and 3650),
  fee_amount numeric(19, 4),
  fee_currency char(3),
  fee_base numeric(19, 4),
  text text not null,
  primary key (tenant_id, id)
);
create index dunning_level_days on billing.dunning_level (tenant_id, days, id) where deleted_at is null;
select platform.record_table('billing.dunning_level');

alter table billing.invoice
  add dunning_level_id uuid,
  add dunned_on date,
  add dunning_stopped boolean not null default false;
select platform.reference('billing.invoice', 'dunning_level_id', 'billing.dunning_level');
create index invoice_dunning_level on billing.invoice (tenant_id, dunning_level_id);
