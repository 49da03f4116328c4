-- Every record a rule gave to somebody, so that the next one is another's turn and nobody gets more than they can take.
create table core.turn (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  rule_id uuid not null,
  record_id uuid not null,
  record_type text not null,
  member_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, rule_id, record_id),
  foreign key (tenant_id, member_id) references core.member
);
create index turn_rule on core.turn (tenant_id, rule_id, member_id, at);
create index turn_member on core.turn (tenant_id, member_id, record_type, at);
select platform.tenant_table('core.turn');
