alter table sales.stage
  add needs_own text,
  add least_demand int,
  add needed_role_id uuid;
create index stage_needed_role on sales.stage (tenant_id, needed_role_id);
select platform.reference('sales.stage', 'needed_role_id', 'sales.party_role');
