grant usage on schema territories to ${app};

create table territories.territory (
  like platform.owned_record,
  name text not null,
  parent_id uuid,
  priority int,
  description text,
  active boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references territories.territory deferrable initially deferred
);
create unique index territory_name on territories.territory (tenant_id, lower(name)) where deleted_at is null;
create index territory_sorted on territories.territory (tenant_id, name, id) where deleted_at is null;
create index territory_owner on territories.territory (tenant_id, owner_id);
create index territory_parent on territories.territory (tenant_id, parent_id);
select platform.record_table('territories.territory');
