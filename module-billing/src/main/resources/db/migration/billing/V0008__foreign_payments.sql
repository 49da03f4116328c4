alter table billing.allocation
  add rate numeric(19, 9),
  add taken_amount numeric(19, 4),
  add taken_currency char(3),
  add taken_base numeric(19, 4),
  add difference_amount numeric(19, 4),
  add difference_currency char(3),
  add difference_base numeric(19, 4);
