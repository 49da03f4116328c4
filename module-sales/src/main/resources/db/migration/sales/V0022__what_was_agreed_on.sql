alter table sales.terms_of_sale add price_list_id uuid;
create index terms_of_sale_price_list on sales.terms_of_sale (tenant_id, price_list_id);
select platform.reference('sales.terms_of_sale', 'price_list_id', 'core.price_list');

alter table sales.quote
  add price_list_id uuid,
  add payment_days int;
create index quote_price_list on sales.quote (tenant_id, price_list_id);
select platform.reference('sales.quote', 'price_list_id', 'core.price_list');
