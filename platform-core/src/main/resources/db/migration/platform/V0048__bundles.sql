alter table core.product add bundle_price text;

create table core.bundle_item (
  like platform.record,
  position int not null,
  name text,
  bundle_id uuid not null,
  product_id uuid not null,
  quantity numeric(19, 4) not null,
  optional boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, bundle_id) references core.product deferrable initially deferred,
  foreign key (tenant_id, product_id) references core.product deferrable initially deferred
);
create index bundle_item_bundle on core.bundle_item (tenant_id, bundle_id, position);
create index bundle_item_product on core.bundle_item (tenant_id, product_id);
select platform.record_table('core.bundle_item');
