create table core.tax_class (
  like platform.catalogue_entry,
  primary key (tenant_id, id)
);
select platform.catalogue_table('core.tax_class');

alter table core.product
  add type text default 'GOODS',
  add tax_class_id uuid,
  add cost_amount numeric(19, 4),
  add cost_currency char(3),
  add cost_base numeric(19, 4),
  add recurrence text;
create index product_tax_class on core.product (tenant_id, tax_class_id);
select platform.reference('core.product', 'tax_class_id', 'core.tax_class');

create table core.price_list (
  like platform.record,
  name text not null,
  currency char(3) not null,
  prices text not null,
  valid_from date,
  valid_until date,
  parent_id uuid,
  standard boolean not null default false,
  notes text,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references core.price_list deferrable initially deferred
);
create index price_list_name on core.price_list (tenant_id, name, id);
create index price_list_parent on core.price_list (tenant_id, parent_id);
create unique index price_list_standard on core.price_list (tenant_id, currency) where standard and deleted_at is null;
select platform.record_table('core.price_list');

create table core.price (
  like platform.record,
  name text,
  list_id uuid not null,
  product_id uuid not null,
  from_quantity numeric(19, 4) not null,
  unit_price numeric(19, 4) not null,
  valid_from date,
  valid_until date,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, list_id) references core.price_list deferrable initially deferred
);
create index price_name on core.price (tenant_id, name, id);
create index price_of_list on core.price (tenant_id, list_id, product_id);
create index price_product on core.price (tenant_id, product_id);
select platform.record_table('core.price');
select platform.reference('core.price', 'product_id', 'core.product');

create table core.price_adjustment (
  like platform.record,
  position int not null,
  list_id uuid not null,
  name text not null,
  category text,
  from_quantity numeric(19, 4),
  percent numeric(7, 4),
  amount numeric(19, 4),
  ending text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, list_id) references core.price_list deferrable initially deferred
);
create index price_adjustment_list on core.price_adjustment (tenant_id, list_id, position);
select platform.record_table('core.price_adjustment');

alter table core.account add price_list_id uuid;
create index account_price_list on core.account (tenant_id, price_list_id);
select platform.reference('core.account', 'price_list_id', 'core.price_list');

-- Lines of documents tell how often their price is due, also those of tables that were made before.
alter type platform.document_line add attribute recurrence text;
do $$
declare
  line record;
begin
  for line in
    select table_schema, table_name from information_schema.columns where column_name in ('price_source', 'tax_rule')
    group by table_schema, table_name having count(*) = 2
  loop
    execute format('alter table %I.%I add recurrence text', line.table_schema, line.table_name);
  end loop;
end $$;
