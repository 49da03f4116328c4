-- Records that somebody put into a territory, or out of all, whatever the rules say (S-TERR-06).
create table territories.pin (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  record_id uuid not null,
  record_type text not null,
  territory_id uuid,
  reason text not null,
  until date,
  pinned_by uuid,
  pinned_at timestamptz not null default now(),
  primary key (tenant_id, record_id),
  foreign key (tenant_id, territory_id) references territories.territory deferrable initially deferred,
  foreign key (tenant_id, pinned_by) references core.member deferrable initially deferred
);
create index pin_territory on territories.pin (tenant_id, territory_id);
create index pin_member on territories.pin (tenant_id, pinned_by);
select platform.tenant_table('territories.pin');

-- The day on which all records were looked at last because a new day had begun.
create table territories.last_look (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  day date not null,
  primary key (tenant_id)
);
select platform.tenant_table('territories.last_look');
