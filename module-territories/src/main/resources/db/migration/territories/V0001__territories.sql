grant usage on schema territories to ${app};

create table territories.territory (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  version int not null default 1,
  owner_id uuid,
  team_id uuid,
  name text not null,
  parent_id uuid,
  priority int,
  description text,
  active boolean not null default false,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  missing text,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references core.member deferrable initially deferred,
  foreign key (tenant_id, team_id) references core.team deferrable initially deferred,
  foreign key (tenant_id, parent_id) references territories.territory deferrable initially deferred
);
create unique index territory_name on territories.territory (tenant_id, lower(name)) where deleted_at is null;
create index territory_sorted on territories.territory (tenant_id, name, id) where deleted_at is null;
create index territory_owner on territories.territory (tenant_id, owner_id);
create index territory_parent on territories.territory (tenant_id, parent_id);
select platform.tenant_table('territories.territory');
