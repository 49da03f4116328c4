alter table territories.territory
  add column valid_from date,
  add column valid_until date,
  add column inherits boolean not null default false;

create table territories.territory_member (
  like platform.record,
  position int not null,
  territory_id uuid not null,
  member_id uuid not null,
  task text,
  primary key (tenant_id, id),
  foreign key (tenant_id, territory_id) references territories.territory deferrable initially deferred,
  foreign key (tenant_id, member_id) references core.member deferrable initially deferred
);
create index territory_member_territory on territories.territory_member (tenant_id, territory_id, position);
create index territory_member_member on territories.territory_member (tenant_id, member_id);
select platform.record_table('territories.territory_member');

create table territories.territory_rule (
  like platform.record,
  position int not null,
  territory_id uuid not null,
  record_type text not null,
  criteria text not null,
  broken boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, territory_id) references territories.territory deferrable initially deferred
);
create index territory_rule_territory on territories.territory_rule (tenant_id, territory_id, position);
select platform.record_table('territories.territory_rule');

-- In which territory a record is. Records of any type of any module stand here, so there is no reference to them; one
-- that is in no territory has no row.
create table territories.assignment (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  record_id uuid not null,
  record_type text not null,
  territory_id uuid not null,
  since timestamptz not null default now(),
  primary key (tenant_id, record_id),
  foreign key (tenant_id, territory_id) references territories.territory deferrable initially deferred
);
create index assignment_territory on territories.assignment (tenant_id, territory_id, record_type, record_id);
create index assignment_type on territories.assignment (tenant_id, record_type);
select platform.tenant_table('territories.assignment');

-- Every move of a record from one territory to another, out of all or into the first one; written once (S-TERR-15).
create table territories.move (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null default gen_random_uuid(),
  record_id uuid not null,
  record_type text not null,
  from_id uuid,
  to_id uuid,
  cause text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, from_id) references territories.territory deferrable initially deferred,
  foreign key (tenant_id, to_id) references territories.territory deferrable initially deferred
);
create index move_record on territories.move (tenant_id, record_id, at);
create index move_from on territories.move (tenant_id, from_id);
create index move_to on territories.move (tenant_id, to_id);
select platform.tenant_table('territories.move');
revoke update, delete on territories.move from ${app};
