-- Workflows that tenants define over record types, and where records stand in them (S-WF-01, S-WF-05).
create table core.workflow (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  version int not null default 1,
  record_type text not null,
  name text not null,
  -- Of workflows of the same group only one is active; null for one beside all others.
  exclusive_group text,
  active boolean not null default false,
  -- What is being worked on; records only ever follow a published version.
  draft jsonb not null,
  -- Number of the latest published version.
  published int,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index workflow_name on core.workflow (tenant_id, record_type, lower(name));
create unique index workflow_exclusive on core.workflow (tenant_id, record_type, lower(exclusive_group)) where active;
select platform.tenant_table('core.workflow');

-- Never changed: records go on in the version in which they began.
create table core.workflow_version (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  workflow_id uuid not null,
  number int not null,
  definition jsonb not null,
  published_at timestamptz not null default now(),
  published_by uuid,
  primary key (tenant_id, workflow_id, number),
  foreign key (tenant_id, workflow_id) references core.workflow on delete cascade
);
select platform.tenant_table('core.workflow_version');

-- Where a record stands; one without a row stands where the latest version begins.
create table core.workflow_item (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  workflow_id uuid not null,
  record_id uuid not null,
  number int not null,
  step text not null,
  since timestamptz not null default now(),
  primary key (tenant_id, record_id, workflow_id),
  foreign key (tenant_id, workflow_id, number) references core.workflow_version
);
create index workflow_item_version on core.workflow_item (tenant_id, workflow_id, number);
select platform.tenant_table('core.workflow_item');

-- The way a record took.
create table core.workflow_passage (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  workflow_id uuid not null,
  record_id uuid not null,
  number int not null,
  -- Null where somebody put the record there, with a reason.
  transition text,
  from_step text not null,
  to_step text not null,
  -- When the record had come to the step it left; null where it had stood there from the beginning.
  since timestamptz,
  at timestamptz not null default now(),
  member_id uuid,
  reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, workflow_id) references core.workflow on delete cascade
);
create index workflow_passage_record on core.workflow_passage (tenant_id, record_id, workflow_id, id);
create index workflow_passage_workflow on core.workflow_passage (tenant_id, workflow_id);
select platform.tenant_table('core.workflow_passage');
