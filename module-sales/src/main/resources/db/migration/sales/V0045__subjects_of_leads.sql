alter table sales.lead add column subject text;
