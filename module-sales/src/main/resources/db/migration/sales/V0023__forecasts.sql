alter table sales.opportunity
  add forecast_as text,
  add forecast_category text,
  add forecast_of_stage text;

create table sales.target (
  like platform.record,
  name text not null,
  person_id uuid,
  team_id uuid,
  kind_id uuid,
  first_day date not null,
  last_day date not null,
  goal_amount numeric(19, 4),
  goal_currency char(3),
  goal_base numeric(19, 4),
  won_amount numeric(19, 4),
  won_currency char(3),
  won_base numeric(19, 4),
  weighted_amount numeric(19, 4),
  weighted_currency char(3),
  weighted_base numeric(19, 4),
  attained numeric(12, 2),
  coverage numeric(12, 2),
  primary key (tenant_id, id),
  foreign key (tenant_id, kind_id) references sales.kind deferrable initially deferred
);
create index target_days on sales.target (tenant_id, first_day, last_day);
create index target_name on sales.target (tenant_id, name, id);
create index target_person on sales.target (tenant_id, person_id);
create index target_team on sales.target (tenant_id, team_id);
create index target_kind on sales.target (tenant_id, kind_id);
select platform.record_table('sales.target');
select platform.reference('sales.target', 'person_id', 'core.member');
select platform.reference('sales.target', 'team_id', 'core.team');
