-- The core keeps turns for every module. What was given by rules so far counts on; of which lead it was is not known.
alter table sales.assignment_turn no force row level security;
alter table core.turn no force row level security;
insert into core.turn (tenant_id, rule_id, record_id, record_type, member_id, at)
  select tenant_id, rule_id, gen_random_uuid(), 'sales.lead', member_id, at from sales.assignment_turn;
alter table core.turn force row level security;
drop table sales.assignment_turn;
