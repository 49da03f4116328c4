grant usage on schema events to ${app};

create table events.event (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  version int not null default 1,
  name text not null,
  place text,
  starts_on date not null,
  budget_amount numeric(19, 4),
  budget_currency char(3),
  budget_base numeric(19, 4),
  account uuid,
  cancelled boolean not null default false,
  cancel_reason text,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  missing text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account) references core.account deferrable initially deferred
);
create index event_starts_on on events.event (tenant_id, starts_on, id) where deleted_at is null;
select platform.tenant_table('events.event');
