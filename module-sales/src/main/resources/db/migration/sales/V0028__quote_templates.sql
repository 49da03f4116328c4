create table sales.quote_template (
  like platform.record,
  name text not null,
  active boolean not null default true,
  language text,
  currency char(3),
  days_valid int,
  introduction text,
  conditions text,
  primary key (tenant_id, id)
);
create index quote_template_name on sales.quote_template (tenant_id, name, id);
select platform.record_table('sales.quote_template');

create table sales.quote_template_line (
  like platform.record,
  position int not null,
  template_id uuid not null,
  description text,
  product_id uuid,
  quantity numeric(19, 4),
  unit_price numeric(19, 4),
  discount numeric(7, 4),
  optional boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, template_id) references sales.quote_template deferrable initially deferred
);
create index quote_template_line_template on sales.quote_template_line (tenant_id, template_id, position);
create index quote_template_line_product on sales.quote_template_line (tenant_id, product_id);
select platform.record_table('sales.quote_template_line');
select platform.reference('sales.quote_template_line', 'product_id', 'core.product');

alter table sales.quote add template_id uuid;
create index quote_of_template on sales.quote (tenant_id, template_id);
select platform.reference('sales.quote', 'template_id', 'sales.quote_template');
