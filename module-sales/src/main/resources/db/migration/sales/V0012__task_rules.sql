create table sales.task_rule (
  like platform.record,
  name text not null,
  occasion text not null check (occasion in ('STAGE', 'WON')),
  stage_id uuid,
  kind_id uuid,
  days int,
  role text,
  mandatory boolean not null default false,
  active boolean not null default true,
  details text,
  primary key (tenant_id, id),
  foreign key (tenant_id, stage_id) references sales.stage deferrable initially deferred,
  foreign key (tenant_id, kind_id) references sales.kind deferrable initially deferred
);
create index task_rule_stage on sales.task_rule (tenant_id, stage_id);
create index task_rule_kind on sales.task_rule (tenant_id, kind_id);
select platform.record_table('sales.task_rule');
