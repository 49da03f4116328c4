create table core.tax_rule (
  like platform.catalogue_entry,
  place text,
  country char(2),
  tax_number text,
  product_type text,
  tax_class_id uuid,
  tax_code_id uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, tax_class_id) references core.tax_class deferrable initially deferred,
  foreign key (tenant_id, tax_code_id) references core.tax_code deferrable initially deferred
);
create index tax_rule_class on core.tax_rule (tenant_id, tax_class_id);
create index tax_rule_code on core.tax_rule (tenant_id, tax_code_id);
select platform.catalogue_table('core.tax_rule');
