create table billing.bank_file (
  like platform.record,
  name text,
  account text,
  entries int,
  known int,
  note text,
  primary key (tenant_id, id)
);
select platform.record_table('billing.bank_file');

-- The key tells an entry from all others of its account, so that a file taken in twice books nothing twice.
create table billing.bank_entry (
  like platform.record,
  name text,
  file_id uuid not null,
  entry_key text not null,
  account text,
  booked_on date not null,
  direction text not null,
  amount_amount numeric(19, 4) not null check (amount_amount > 0),
  amount_currency char(3) not null,
  amount_base numeric(19, 4),
  payer text,
  iban text,
  reference text,
  text text,
  reversal boolean not null default false,
  status text not null,
  reason text,
  suggested_id uuid,
  customer_id uuid,
  payment_id uuid,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references billing.bank_file deferrable initially deferred,
  foreign key (tenant_id, suggested_id) references billing.invoice deferrable initially deferred,
  foreign key (tenant_id, customer_id) references core.account deferrable initially deferred,
  foreign key (tenant_id, payment_id) references billing.payment deferrable initially deferred,
  check ((status = 'BOOKED') = (payment_id is not null))
);
create unique index bank_entry_key on billing.bank_entry (tenant_id, entry_key);
create index bank_entry_file on billing.bank_entry (tenant_id, file_id);
create index bank_entry_status on billing.bank_entry (tenant_id, status, booked_on, id) where deleted_at is null;
create index bank_entry_iban on billing.bank_entry (tenant_id, iban) where status = 'BOOKED';
create index bank_entry_payment on billing.bank_entry (tenant_id, payment_id);
create index bank_entry_suggested on billing.bank_entry (tenant_id, suggested_id);
create index bank_entry_customer on billing.bank_entry (tenant_id, customer_id);
select platform.record_table('billing.bank_entry');
