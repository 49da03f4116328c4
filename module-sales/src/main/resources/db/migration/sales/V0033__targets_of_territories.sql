-- A target may be for what modules divide deals up into; no key of ours leads into a table of another module.
alter table sales.target add column territory_id uuid;
create index target_territory on sales.target (tenant_id, territory_id);
