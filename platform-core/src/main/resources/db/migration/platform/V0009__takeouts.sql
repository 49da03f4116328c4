-- Exports of everything a tenant has. The archive is kept in parts, here because nodes hold no files.
create table core.takeout (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  state text not null check (state in ('WAITING', 'RUNNING', 'READY', 'FAILED', 'EXPIRED')),
  requested_by text not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  expires_at timestamptz,
  size bigint,
  sha256 text,
  manifest jsonb,
  primary key (tenant_id, id)
);
select platform.tenant_table('core.takeout');

create table core.takeout_part (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  takeout_id uuid not null,
  n int not null,
  bytes bytea not null,
  primary key (tenant_id, takeout_id, n),
  foreign key (tenant_id, takeout_id) references core.takeout on delete cascade
);
select platform.tenant_table('core.takeout_part');
