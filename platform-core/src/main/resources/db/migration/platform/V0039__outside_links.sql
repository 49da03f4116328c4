-- Links under which people outside see a record. Only a digest of each is kept.
create table core.outside_link (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index outside_link_token on core.outside_link (tenant_id, token_hash);
create index outside_link_record on core.outside_link (tenant_id, record_id);
select platform.tenant_table('core.outside_link');
