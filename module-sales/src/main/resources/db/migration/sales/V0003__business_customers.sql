-- Deals may be made with a business customer of the account.
alter table sales.opportunity add column customer_id uuid;
-- Adding a reference reads both tables, whose policies ask for a tenant; no tenant has this id.
select set_config('pipewright.tenant', '00000000-0000-0000-0000-000000000000', true);
alter table sales.opportunity
  add foreign key (tenant_id, customer_id) references core.customer deferrable initially deferred;
select set_config('pipewright.tenant', '', true);
create index opportunity_customer on sales.opportunity (tenant_id, customer_id);
