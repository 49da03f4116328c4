-- Who takes payments for the tenant and tells of them (S-PAY-09).
create table billing.payment_provider (
  like platform.record,
  name text not null,
  active boolean not null default true,
  system text not null,
  page text,
  callback_address text,
  secret_kept boolean not null default false,
  sealed_secret text,
  primary key (tenant_id, id)
);
create index payment_provider_name on billing.payment_provider (tenant_id, name, id) where deleted_at is null;
select platform.record_table('billing.payment_provider');

-- What a provider tells is an entry like what a bank tells: its key keeps it from being booked twice.
alter table billing.bank_entry
  alter file_id drop not null,
  add provider_id uuid,
  add check (num_nonnulls(file_id, provider_id) = 1);
create index bank_entry_provider on billing.bank_entry (tenant_id, provider_id);
select platform.reference('billing.bank_entry', 'provider_id', 'billing.payment_provider');
