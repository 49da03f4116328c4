-- What the operator allows a tenant beyond or below the installation's defaults.
create table platform.tenant_limit (
  tenant_id uuid not null references platform.tenant,
  name text not null,
  most bigint not null check (most >= 0),
  primary key (tenant_id, name)
);

-- What a tenant used in a month, in UTC; records and storage as last measured in it.
create table platform.usage (
  tenant_id uuid not null references platform.tenant,
  month date not null,
  records bigint not null default 0,
  storage_bytes bigint not null default 0,
  api_calls bigint not null default 0,
  mails bigint not null default 0,
  jobs bigint not null default 0,
  measured_at timestamptz,
  primary key (tenant_id, month)
);

create table platform.usage_member (
  tenant_id uuid not null references platform.tenant,
  month date not null,
  member_id uuid not null,
  primary key (tenant_id, month, member_id)
);
grant select, insert, update, delete on platform.tenant_limit, platform.usage, platform.usage_member to ${app};
