create table sales.assignment_rule (
  like platform.catalogue_entry,
  method text not null check (method in ('ROUND_ROBIN', 'LEAST_BUSY')),
  channel_id uuid,
  country text,
  team_id uuid,
  roles text,
  capacity int,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_id) references sales.channel deferrable initially deferred,
  foreign key (tenant_id, team_id) references core.team deferrable initially deferred
);
create index assignment_rule_channel on sales.assignment_rule (tenant_id, channel_id);
create index assignment_rule_team on sales.assignment_rule (tenant_id, team_id);
select platform.catalogue_table('sales.assignment_rule');

-- Every lead a rule gave to somebody, so that the next one is another's turn and nobody gets more than they can take.
create table sales.assignment_turn (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  member_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  rule_id uuid not null,
  primary key (tenant_id, member_id, at, rule_id),
  foreign key (tenant_id, member_id) references core.member,
  foreign key (tenant_id, rule_id) references sales.assignment_rule
);
create index assignment_turn_rule on sales.assignment_turn (tenant_id, rule_id, member_id, at);
select platform.tenant_table('sales.assignment_turn');

alter table sales.lead
  add answer_by timestamptz,
  add responded_at timestamptz;
create index lead_answer_by on sales.lead (tenant_id, answer_by) where responded_at is null and deleted_at is null;

alter table sales.opportunity
  add activity_planned boolean not null default false,
  add next_activity_at timestamptz;
create index opportunity_unplanned on sales.opportunity (tenant_id, created_at desc nulls last, id desc)
  where not activity_planned and outcome = 'IN_PROGRESS' and deleted_at is null;
