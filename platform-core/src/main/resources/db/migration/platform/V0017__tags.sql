-- Tags (S-REC-03): shared with everybody, or seen by their owner only.
create table core.tag (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  version int not null default 1,
  name text not null,
  colour text not null,
  shared boolean not null,
  owner_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references core.member
);
create unique index tag_shared_name on core.tag (tenant_id, lower(name)) where shared;
create unique index tag_own_name on core.tag (tenant_id, owner_id, lower(name)) where not shared;
select platform.tenant_table('core.tag');

-- The records of a tag, of whatever type.
create table core.tagged (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  tag_id uuid not null,
  subject text not null,
  record_id uuid not null,
  primary key (tenant_id, tag_id, record_id),
  foreign key (tenant_id, tag_id) references core.tag on delete cascade
);
create index tagged_record on core.tagged (tenant_id, record_id);
select platform.tenant_table('core.tagged');
