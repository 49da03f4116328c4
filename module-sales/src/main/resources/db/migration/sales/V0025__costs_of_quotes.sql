alter table sales.quote
  add cost_amount numeric(19, 4),
  add cost_currency char(3),
  add cost_base numeric(19, 4),
  add margin_amount numeric(19, 4),
  add margin_currency char(3),
  add margin_base numeric(19, 4),
  add margin_percent numeric(19, 2);
alter table sales.quote_line
  add unit_cost numeric(19, 4),
  add margin numeric(19, 2);
