alter table sales.opportunity
  add quote_total_amount numeric(19, 4),
  add quote_total_currency char(3),
  add quote_total_base numeric(19, 4);
