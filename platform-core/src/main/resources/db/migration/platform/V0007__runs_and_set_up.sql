-- The run that has the job now: one that was taken over by another node must not report any more.
alter table platform.job add run_id uuid;

-- Which modules have set themselves up in a tenant; one that arrives later has no row yet.
create table platform.module_set_up (
  tenant_id uuid not null references platform.tenant,
  module text not null,
  done_at timestamptz not null default now(),
  primary key (tenant_id, module)
);
grant select, insert, update, delete on platform.module_set_up to ${app};
