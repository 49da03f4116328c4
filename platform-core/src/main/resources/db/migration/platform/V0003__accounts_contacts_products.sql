create table core.account (
  like platform.owned_record,
  name text not null,
  legal_name text,
  kind text,
  industry text,
  employees int,
  annual_revenue_amount numeric(19, 4),
  annual_revenue_currency char(3),
  annual_revenue_base numeric(19, 4),
  founded_year int,
  parent_id uuid,
  website text,
  phone text,
  email text,
  billing_street text,
  billing_postal_code text,
  billing_city text,
  country text,
  shipping_street text,
  shipping_postal_code text,
  shipping_city text,
  shipping_country text,
  tax_number text,
  notes text,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references core.account deferrable initially deferred
);
create index account_name on core.account (tenant_id, name, id);
create index account_title on core.account (tenant_id, lower(name));
create index account_owner on core.account (tenant_id, owner_id);
create index account_parent on core.account (tenant_id, parent_id);
select platform.record_table('core.account');

create table core.contact (
  like platform.owned_record,
  name text not null,
  first_name text,
  last_name text,
  salutation text,
  job_title text,
  account_id uuid,
  email text,
  phone text,
  mobile text,
  birthday date,
  street text,
  postal_code text,
  city text,
  country text,
  linkedin text,
  do_not_call boolean not null default false,
  do_not_mail boolean not null default false,
  notes text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references core.account deferrable initially deferred
);
create index contact_name on core.contact (tenant_id, name, id);
create index contact_owner on core.contact (tenant_id, owner_id);
create index contact_account on core.contact (tenant_id, account_id);
create index contact_email on core.contact (tenant_id, lower(email));
select platform.record_table('core.contact');

create table core.product (
  like platform.record,
  name text not null,
  code text,
  category text,
  unit text,
  price_amount numeric(19, 4),
  price_currency char(3),
  price_base numeric(19, 4),
  description text,
  active boolean not null default true,
  primary key (tenant_id, id)
);
create index product_name on core.product (tenant_id, name, id);
create unique index product_code on core.product (tenant_id, lower(code)) where deleted_at is null;
select platform.record_table('core.product');
