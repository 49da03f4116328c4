alter table sales.customer_order
  add invoicing text not null default 'NOT',
  add invoiced_amount numeric(19, 4),
  add invoiced_currency char(3),
  add invoiced_base numeric(19, 4),
  add credit_warning text;
alter table sales.order_line add invoiced numeric(19, 4) not null default 0;
