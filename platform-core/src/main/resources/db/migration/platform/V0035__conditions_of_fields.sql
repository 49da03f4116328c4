-- When a field that a tenant added is required, shown or read-only (S-CF-03).
alter table core.own_field add column conditions jsonb not null default '{}';
