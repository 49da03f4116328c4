-- What entries of catalogues, kinds and roles are called in languages other than the tenant's own.
create table core.translation (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  record_id uuid not null,
  language text not null,
  text text not null check (text <> ''),
  primary key (tenant_id, record_id, language)
);
select platform.tenant_table('core.translation');
