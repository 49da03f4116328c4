-- Columns that documents and their lines have besides those of every record: a table takes them by a second "like".
create type platform.document as (
  number text,
  currency char(3),
  prices text,
  tax_rounding text,
  discount_percent numeric(7, 4),
  discount_amount numeric(19, 4),
  lines_total_amount numeric(19, 4),
  lines_total_currency char(3),
  lines_total_base numeric(19, 4),
  discount_total_amount numeric(19, 4),
  discount_total_currency char(3),
  discount_total_base numeric(19, 4),
  net_amount numeric(19, 4),
  net_currency char(3),
  net_base numeric(19, 4),
  tax_amount numeric(19, 4),
  tax_currency char(3),
  tax_base numeric(19, 4),
  total_amount numeric(19, 4),
  total_currency char(3),
  total_base numeric(19, 4),
  rounding_amount numeric(19, 4),
  rounding_currency char(3),
  rounding_base numeric(19, 4),
  payable_amount numeric(19, 4),
  payable_currency char(3),
  payable_base numeric(19, 4),
  taxes jsonb
);
create type platform.document_line as (
  position int,
  description text,
  details text,
  product_id uuid,
  quantity numeric(19, 4),
  unit text,
  unit_price numeric(19, 4),
  price_source text,
  discount numeric(7, 4),
  tax_code_id uuid,
  tax_rule text,
  tax_category text,
  tax_rate numeric(7, 4),
  exemption text,
  optional boolean,
  amount_amount numeric(19, 4),
  amount_currency char(3),
  amount_base numeric(19, 4)
);

create function platform.document_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s alter currency set not null, alter prices set not null, '
    'alter tax_rounding set not null', target);
end $$;

create function platform.document_line_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s alter position set not null, alter quantity set not null, '
    'alter tax_category set not null, alter tax_rate set not null, '
    'alter optional set default false, alter optional set not null', target);
  execute format('create index on %s (tenant_id, product_id)', target);
  execute format('create index on %s (tenant_id, tax_code_id)', target);
  perform platform.reference(target, 'product_id', 'core.product');
  perform platform.reference(target, 'tax_code_id', 'core.tax_code');
end $$;

create table core.tax_code (
  like platform.catalogue_entry,
  category text not null,
  country char(2),
  exemption text,
  reporting_key text,
  primary key (tenant_id, id)
);
select platform.catalogue_table('core.tax_code');

create table core.tax_rate (
  like platform.record,
  position int not null,
  valid_from date not null,
  code_id uuid not null,
  rate numeric(7, 4) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, code_id) references core.tax_code deferrable initially deferred
);
create index tax_rate_code on core.tax_rate (tenant_id, code_id, position);
create unique index tax_rate_day on core.tax_rate (tenant_id, code_id, valid_from) where deleted_at is null;
select platform.record_table('core.tax_rate');

-- What a tenant chose for a series of numbers; no row means what the module declares.
create table core.number_series (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  series text not null,
  pattern text not null,
  reset text not null check (reset in ('NEVER', 'YEAR', 'FISCAL_YEAR', 'MONTH')),
  primary key (tenant_id, series)
);
select platform.tenant_table('core.number_series');

-- The last number of a series and period. Its row is the lock under which numbers are taken.
create table core.number_counter (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  series text not null,
  period text not null,
  last bigint not null check (last >= 0),
  primary key (tenant_id, series, period)
);
select platform.tenant_table('core.number_counter');

-- Every number that was taken; written once.
create table core.taken_number (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  series text not null,
  number text not null,
  period text not null,
  value bigint not null,
  day date not null,
  taken_at timestamptz not null default now(),
  primary key (tenant_id, series, number)
);
create index taken_number_value on core.taken_number (tenant_id, series, period, value);
create index taken_number_day on core.taken_number (tenant_id, series, day);
select platform.tenant_table('core.taken_number');
revoke update, delete on core.taken_number from ${app};
