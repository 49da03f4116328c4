-- Fields that tenants add to record types (S-CF-01). Their values stand in the column "own" of each record.
alter type platform.record add attribute own jsonb;
alter type platform.owned_record add attribute own jsonb;
alter type platform.catalogue_entry add attribute own jsonb;

-- Tables of records that are there already.
do $$
declare
  target regclass;
begin
  for target in
    select c.oid from pg_class c
    where c.relkind = 'r'
      and (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
        and a.attname in ('tenant_id', 'id', 'version', 'created_by', 'updated_by', 'deleted_at', 'missing')) = 7
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'own')
  loop
    execute format('alter table %s add column own jsonb', target);
  end loop;
end $$;

create table core.own_field (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  version int not null default 1,
  record_type text not null,
  name text not null,
  kind text not null,
  refers_to text not null,
  -- Texts by language.
  labels jsonb not null,
  help jsonb not null,
  section text not null,
  required boolean not null,
  sole boolean not null,
  indexed boolean not null,
  searchable boolean not null,
  -- Values of a list with their labels by language.
  choices jsonb not null,
  preset text,
  created_at timestamptz not null default now(),
  -- Hidden first; a month later it goes with its values.
  hidden_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, record_type, name)
);
select platform.tenant_table('core.own_field');

-- Values of fields that are unique or looked up by an index. Comparisons of text may be made by the index in spite of
-- row-level security, so every value has a form in text that is ordered as the values are.
create table core.own_value (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  field_id uuid not null,
  form text collate "C" not null,
  record_id uuid not null,
  sole boolean not null,
  primary key (tenant_id, field_id, form, record_id),
  foreign key (tenant_id, field_id) references core.own_field on delete cascade
);
create unique index own_value_sole on core.own_value (tenant_id, field_id, form) where sole;
create index own_value_record on core.own_value (tenant_id, record_id);
select platform.tenant_table('core.own_value');
