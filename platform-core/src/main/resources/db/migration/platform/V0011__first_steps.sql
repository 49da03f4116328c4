-- How far a tenant has come with its first steps, and who does not want to see them any more.
create table core.first_step (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  step text not null,
  done_by uuid,
  done_at timestamptz not null default now(),
  primary key (tenant_id, step)
);
select platform.tenant_table('core.first_step');

create table core.first_steps_dismissal (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  member_id uuid not null,
  primary key (tenant_id, member_id),
  foreign key (tenant_id, member_id) references core.member on delete cascade
);
select platform.tenant_table('core.first_steps_dismissal');
