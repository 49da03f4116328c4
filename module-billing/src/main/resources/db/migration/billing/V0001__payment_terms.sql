grant usage on schema billing to ${app};

create table billing.payment_term (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  version int not null default 1,
  name text not null,
  days int not null check (days between 0 and 365),
  standard boolean not null default false,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  missing text,
  primary key (tenant_id, id)
);
create unique index payment_term_name on billing.payment_term (tenant_id, lower(name)) where deleted_at is null;
create unique index payment_term_standard on billing.payment_term (tenant_id) where standard;
create index payment_term_days on billing.payment_term (tenant_id, days, id) where deleted_at is null;
select platform.tenant_table('billing.payment_term');
