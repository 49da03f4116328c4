-- A contact belongs to several accounts, now or before; at most once to one at a time.
create table core.affiliation (
  like platform.owned_record,
  name text,
  contact_id uuid not null,
  account_id uuid not null,
  role text,
  active boolean not null default true,
  since date,
  until date,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references core.contact deferrable initially deferred,
  foreign key (tenant_id, account_id) references core.account deferrable initially deferred
);
create unique index affiliation_active on core.affiliation (tenant_id, contact_id, account_id)
  where active and deleted_at is null;
create index affiliation_account on core.affiliation (tenant_id, account_id);
create index affiliation_owner on core.affiliation (tenant_id, owner_id);
select platform.record_table('core.affiliation');

create table core.customer (
  like platform.owned_record,
  name text not null,
  account_id uuid,
  contact_id uuid,
  emails jsonb,
  phones jsonb,
  addresses jsonb,
  notes text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references core.account deferrable initially deferred,
  foreign key (tenant_id, contact_id) references core.contact deferrable initially deferred
);
create index customer_name on core.customer (tenant_id, name, id);
create index customer_account on core.customer (tenant_id, account_id);
create index customer_contact on core.customer (tenant_id, contact_id);
create index customer_owner on core.customer (tenant_id, owner_id);
select platform.record_table('core.customer');

alter table core.account
  add column main_contact_id uuid,
  add column lifetime_value_amount numeric(19, 4),
  add column lifetime_value_currency char(3),
  add column lifetime_value_base numeric(19, 4);
-- Adding a reference reads both tables, whose policies ask for a tenant; no tenant has this id.
select set_config('pipewright.tenant', '00000000-0000-0000-0000-000000000000', true);
alter table core.account
  add foreign key (tenant_id, main_contact_id) references core.contact deferrable initially deferred;
select set_config('pipewright.tenant', '', true);
create index account_main_contact on core.account (tenant_id, main_contact_id);
