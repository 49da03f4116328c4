alter table sales.task_rule drop constraint task_rule_occasion_check;
alter table sales.task_rule add constraint task_rule_occasion_check check (occasion in ('STAGE', 'WON', 'DELIVERED'));
