create table core.sample_record (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  subject text not null,
  record_id uuid not null,
  primary key (tenant_id, subject, record_id)
);
select platform.tenant_table('core.sample_record');
