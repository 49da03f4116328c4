create table sales.terms_of_sale (
  like platform.record,
  name text not null,
  account_id uuid not null,
  currency char(3),
  payment_days int,
  discount_limit numeric(5, 2),
  valid_from date,
  valid_until date,
  notes text,
  primary key (tenant_id, id)
);
create index terms_of_sale_name on sales.terms_of_sale (tenant_id, lower(name));
create index terms_of_sale_account on sales.terms_of_sale (tenant_id, account_id);
select platform.record_table('sales.terms_of_sale');
select platform.reference('sales.terms_of_sale', 'account_id', 'core.account');

alter table sales.opportunity add terms_id uuid;
create index opportunity_terms on sales.opportunity (tenant_id, terms_id);
select platform.reference('sales.opportunity', 'terms_id', 'sales.terms_of_sale');
