-- How forms, pages and lists of a record type are laid out for a role and for a kind of record (S-CF-07).
create table core.layout (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  version int not null default 1,
  record_type text not null,
  -- For whose holders; null for everybody.
  role_id uuid,
  -- For records with that value in that field; null for all.
  kind_field text,
  kind_value text,
  sections jsonb not null,
  columns jsonb not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, record_type, role_id, kind_field, kind_value),
  foreign key (tenant_id, role_id) references core.role on delete cascade,
  check ((kind_field is null) = (kind_value is null))
);
select platform.tenant_table('core.layout');
