-- Issued documents go on showing the logo they were issued with, so former ones stay.
create table core.logo (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  content bytea not null,
  media_type text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
select platform.tenant_table('core.logo');
alter table core.organisation
  add logo_id uuid,
  -- ISO numbers of the weekdays, Monday first.
  add working_days int[] not null default '{1,2,3,4,5}';
select platform.reference('core.organisation', 'logo_id', 'core.logo');
