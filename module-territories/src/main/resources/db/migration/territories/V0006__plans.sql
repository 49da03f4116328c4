-- Plans of a whole tree of territories (S-TERR-08). Trees are documents: what is planned is no territory yet, and what
-- was is none any more, so nothing else can refer to them.
create table territories.territory_plan (
  like platform.record,
  name text not null,
  description text,
  status text not null default 'PLANNING',
  activate_on date,
  changes int not null default 0,
  edition int not null default 1,
  activated_at timestamptz,
  base text not null,
  draft text not null,
  former text,
  displaced_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, displaced_id) references territories.territory_plan deferrable initially deferred
);
create index territory_plan_sorted on territories.territory_plan (tenant_id, name, id) where deleted_at is null;
create index territory_plan_displaced on territories.territory_plan (tenant_id, displaced_id);
create unique index territory_plan_active on territories.territory_plan (tenant_id)
  where status = 'ACTIVE' and deleted_at is null;
select platform.record_table('territories.territory_plan');

-- Moves stand in the order in which they were made, also those of transactions that waited for each other; and tell
-- whether the record needed nobody any more when it was moved, for a plan that is rolled back.
alter table territories.move
  alter column at set default clock_timestamp(),
  add column settled boolean not null default false;
