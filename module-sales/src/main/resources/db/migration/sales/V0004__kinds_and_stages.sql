create table sales.stage (
  like platform.catalogue_entry,
  details text,
  status_id uuid not null,
  probability int not null check (probability between 0 and 100),
  forecast_category text not null check (forecast_category in ('PIPELINE', 'BEST_CASE', 'COMMIT', 'OMITTED')),
  needs_amount boolean not null default false,
  needs_expected_close boolean not null default false,
  needs_contact boolean not null default false,
  needs_product boolean not null default false,
  needs_need boolean not null default false,
  needs_proposed_solution boolean not null default false,
  needs_next_step boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, status_id) references sales.opportunity_status deferrable initially deferred
);
create index stage_status on sales.stage (tenant_id, status_id);
select platform.catalogue_table('sales.stage');

create table sales.kind (
  like platform.record,
  name text not null,
  details text,
  type text not null check (type in ('STANDARD', 'CUSTOM', 'OTHER')),
  allowed boolean not null default false,
  preferred boolean not null default false,
  primary_demand boolean not null default false,
  team_id uuid,
  position int not null,
  stale_after_days int,
  forbid_skipping boolean not null default false,
  forbid_back boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, team_id) references core.team deferrable initially deferred
);
create unique index kind_name on sales.kind (tenant_id, lower(name)) where deleted_at is null;
create index kind_team on sales.kind (tenant_id, team_id);
select platform.record_table('sales.kind');

create table sales.kind_stage (
  like platform.record,
  name text not null,
  kind_id uuid not null,
  stage_id uuid not null,
  position int not null,
  start boolean not null default false,
  roles text,
  stale_after_days int,
  primary key (tenant_id, id),
  foreign key (tenant_id, kind_id) references sales.kind deferrable initially deferred,
  foreign key (tenant_id, stage_id) references sales.stage deferrable initially deferred
);
create unique index kind_stage_once on sales.kind_stage (tenant_id, kind_id, stage_id) where deleted_at is null;
create index kind_stage_stage on sales.kind_stage (tenant_id, stage_id);
select platform.record_table('sales.kind_stage');

create table sales.win_reason (
  like platform.catalogue_entry,
  primary key (tenant_id, id)
);
select platform.catalogue_table('sales.win_reason');

alter table sales.opportunity
  add kind_id uuid,
  add stage_id uuid,
  add stage_since timestamptz,
  add stale_on date,
  add fall_off_stage_id uuid,
  add win_reason_id uuid,
  add decided_at timestamptz,
  add open_status_id uuid,
  add open_probability int,
  add correction_reason text,
  add reopened_from_id uuid,
  add reopened_as_id uuid,
  add copied_from_id uuid;
-- Adding a reference reads both tables, whose policies ask for a tenant; no tenant has this id.
select set_config('pipewright.tenant', '00000000-0000-0000-0000-000000000000', true);
alter table sales.opportunity
  add foreign key (tenant_id, kind_id) references sales.kind deferrable initially deferred,
  add foreign key (tenant_id, stage_id) references sales.stage deferrable initially deferred,
  add foreign key (tenant_id, fall_off_stage_id) references sales.stage deferrable initially deferred,
  add foreign key (tenant_id, win_reason_id) references sales.win_reason deferrable initially deferred,
  add foreign key (tenant_id, open_status_id) references sales.opportunity_status deferrable initially deferred,
  add foreign key (tenant_id, reopened_from_id) references sales.opportunity deferrable initially deferred,
  add foreign key (tenant_id, reopened_as_id) references sales.opportunity deferrable initially deferred,
  add foreign key (tenant_id, copied_from_id) references sales.opportunity deferrable initially deferred;
select set_config('pipewright.tenant', '', true);
create index opportunity_kind on sales.opportunity (tenant_id, kind_id, stage_id);
create index opportunity_stage on sales.opportunity (tenant_id, stage_id);
create index opportunity_stale on sales.opportunity (tenant_id, stale_on) where outcome = 'IN_PROGRESS';
create index opportunity_copied_from on sales.opportunity (tenant_id, copied_from_id);
create index opportunity_reopened_from on sales.opportunity (tenant_id, reopened_from_id);

-- Every stage an opportunity passed, with what is needed to reckon times and where deals fall off (S-KIND-12).
create table sales.stage_visit (
  like platform.owned_record,
  name text not null,
  opportunity_id uuid not null,
  kind_id uuid,
  stage_id uuid not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  duration_seconds bigint,
  working_seconds bigint,
  skipped int not null default 0,
  back boolean not null default false,
  deviation boolean not null default false,
  fell_off boolean not null default false,
  reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, opportunity_id) references sales.opportunity deferrable initially deferred,
  foreign key (tenant_id, kind_id) references sales.kind deferrable initially deferred,
  foreign key (tenant_id, stage_id) references sales.stage deferrable initially deferred
);
create index stage_visit_opportunity on sales.stage_visit (tenant_id, opportunity_id, entered_at);
create index stage_visit_owner on sales.stage_visit (tenant_id, owner_id);
create index stage_visit_team on sales.stage_visit (tenant_id, team_id);
create index stage_visit_stage on sales.stage_visit (tenant_id, stage_id, entered_at);
create unique index stage_visit_running on sales.stage_visit (tenant_id, opportunity_id) where left_at is null;
select platform.record_table('sales.stage_visit');
