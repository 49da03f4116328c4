create table billing.accounting_export (
  like platform.record,
  name text,
  form text not null,
  from_day date not null,
  to_day date not null,
  again boolean not null,
  documents int,
  note text,
  primary key (tenant_id, id)
);
create index accounting_export_created on billing.accounting_export (tenant_id, created_at desc nulls last, id desc)
  where deleted_at is null;
select platform.record_table('billing.accounting_export');

-- What accounting has got: each document by one export, however many run at once.
create table billing.exported (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  document uuid not null,
  export_id uuid not null,
  primary key (tenant_id, document),
  foreign key (tenant_id, export_id) references billing.accounting_export deferrable initially deferred
);
create index exported_export on billing.exported (tenant_id, export_id);
select platform.tenant_table('billing.exported');
