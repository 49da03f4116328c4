-- Files of records of any type. Their content stands in parts, here because nodes hold no files, under the same
-- separation of tenants as every row.
create table core.file (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  record_type text not null,
  record_id uuid not null,
  name text not null,
  latest int not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index file_record on core.file (tenant_id, record_id, id);
select platform.tenant_table('core.file');

create table core.file_version (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  file_id uuid not null,
  n int not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  author_id uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, file_id, n),
  foreign key (tenant_id, file_id) references core.file on delete cascade,
  foreign key (tenant_id, author_id) references core.member
);
create index file_version_recent on core.file_version (tenant_id, created_at);
select platform.tenant_table('core.file_version');

create table core.file_part (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  file_id uuid not null,
  n int not null,
  part int not null,
  bytes bytea not null,
  primary key (tenant_id, file_id, n, part),
  foreign key (tenant_id, file_id, n) references core.file_version on delete cascade
);
select platform.tenant_table('core.file_part');

-- Links to fetch a file with, each for one member and a few minutes.
create table core.file_link (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  token_hash bytea not null,
  file_id uuid not null,
  n int not null,
  member_id uuid not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, file_id, n) references core.file_version on delete cascade,
  foreign key (tenant_id, member_id) references core.member
);
create index file_link_expiry on core.file_link (tenant_id, expires_at);
select platform.tenant_table('core.file_link');
