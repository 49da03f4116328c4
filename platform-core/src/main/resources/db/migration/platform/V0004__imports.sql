create table core.import (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  record_type text not null,
  member_id uuid,
  file_name text,
  state text not null check (state in
    ('UPLOADED', 'MAPPED', 'VALIDATED', 'RUNNING', 'DONE', 'DONE_WITH_ERRORS', 'FAILED', 'CANCELLED', 'UNDONE')),
  encoding text not null,
  delimiter text not null,
  columns text[] not null,
  header_key text not null,
  mapping jsonb not null,
  remembered boolean not null default false,
  row_count int not null default 0,
  work text check (work in ('VALIDATE', 'RUN', 'UNDO')),
  done int not null default 0,
  cancel_requested boolean not null default false,
  reason text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references core.member
);
create index import_created on core.import (tenant_id, created_at);
select platform.tenant_table('core.import');

create table core.import_row (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  import_id uuid not null,
  n int not null,
  cells text[] not null,
  state text not null default 'NEW' check (state in
    ('NEW', 'VALID', 'ERROR', 'CREATED', 'UPDATED', 'SKIPPED', 'FAILED', 'UNDONE', 'KEPT')),
  action text,
  incomplete text,
  title text,
  errors jsonb,
  changes jsonb,
  before jsonb,
  deferred jsonb,
  duplicate_of uuid,
  record_id uuid,
  version int,
  primary key (tenant_id, import_id, n),
  foreign key (tenant_id, import_id) references core.import on delete cascade
);
create index import_row_state on core.import_row (tenant_id, import_id, state, n);
select platform.tenant_table('core.import_row');

-- Records that an import made besides its rows, because a row referred to them.
create table core.import_side_record (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  import_id uuid not null,
  record_type text not null,
  record_id uuid not null,
  version int not null,
  primary key (tenant_id, import_id, record_type, record_id),
  foreign key (tenant_id, import_id) references core.import on delete cascade
);
select platform.tenant_table('core.import_side_record');

-- The mapping last used for files of the same header.
create table core.import_mapping (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  record_type text not null,
  header_key text not null,
  mapping jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, record_type, header_key)
);
select platform.tenant_table('core.import_mapping');
