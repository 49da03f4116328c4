-- Activities that ask to be reminded of. Read across tenants, so that delivering them costs one look.
create table platform.reminder (
  tenant_id uuid not null references platform.tenant,
  activity_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, activity_id)
);
create index reminder_at on platform.reminder (at);
grant select, insert, update, delete on platform.reminder to ${app};

-- What members are told inside the product.
create table core.notice (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  record_type text not null,
  record_id uuid not null,
  at timestamptz not null default now(),
  read_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references core.member
);
create index notice_member on core.notice (tenant_id, member_id, id);
create index notice_unread on core.notice (tenant_id, member_id) where read_at is null;
select platform.tenant_table('core.notice');
