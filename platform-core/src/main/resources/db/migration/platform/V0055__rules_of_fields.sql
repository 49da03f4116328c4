-- What a tenant asks of fields of the product beyond what the product does (S-CF-03).
create table core.field_rule (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  record_type text not null,
  field text not null,
  conditions jsonb not null,
  primary key (tenant_id, record_type, field)
);
select platform.tenant_table('core.field_rule');
