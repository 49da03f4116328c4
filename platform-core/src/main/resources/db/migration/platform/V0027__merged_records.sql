-- Where the addresses of merged records lead.
create table core.merged_record (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  subject text not null,
  record_id uuid not null,
  winner_id uuid not null,
  at timestamptz not null default now(),
  primary key (tenant_id, subject, record_id)
);
create index merged_record_winner on core.merged_record (tenant_id, winner_id);
select platform.tenant_table('core.merged_record');
