-- Files that jobs made for who started them, such as long lists (S-PLAT-15): kept in parts, as nodes hold no files, until
-- their time is over.
create table core.job_file (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  job_id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  expires_at timestamptz not null,
  primary key (tenant_id, job_id)
);
select platform.tenant_table('core.job_file');

create table core.job_file_part (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  job_id uuid not null,
  n int not null,
  bytes bytea not null,
  primary key (tenant_id, job_id, n),
  foreign key (tenant_id, job_id) references core.job_file on delete cascade
);
select platform.tenant_table('core.job_file_part');

-- What jobs were asked is removed a day after their end: the few that still know it are looked for every half hour.
create index job_told on platform.job (finished_at) where payload <> '{}';
