-- To whom new records of a type are given when they come into a territory (S-TERR-12).
create table territories.territory_intake (
  like platform.record,
  position int not null,
  territory_id uuid not null,
  record_type text not null,
  give_to text not null check (give_to in ('OWNER', 'MEMBERS')),
  capacity int,
  primary key (tenant_id, id),
  foreign key (tenant_id, territory_id) references territories.territory deferrable initially deferred
);
create index territory_intake_territory on territories.territory_intake (tenant_id, territory_id, position);
select platform.record_table('territories.territory_intake');

-- What became of each new record that a territory had to give to somebody.
create table territories.handing (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  record_id uuid not null,
  record_type text not null,
  territory_id uuid not null,
  member_id uuid,
  result text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, record_id),
  foreign key (tenant_id, territory_id) references territories.territory deferrable initially deferred,
  foreign key (tenant_id, member_id) references core.member deferrable initially deferred
);
create index handing_territory on territories.handing (tenant_id, territory_id);
create index handing_member on territories.handing (tenant_id, member_id);
select platform.tenant_table('territories.handing');
