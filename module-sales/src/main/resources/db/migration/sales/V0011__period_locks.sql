create table sales.period_lock (
  like platform.record,
  name text not null,
  through date not null,
  note text,
  primary key (tenant_id, id)
);
create index period_lock_through on sales.period_lock (tenant_id, through);
select platform.record_table('sales.period_lock');
