alter table core.account
  add credit_limit_amount numeric(19, 4),
  add credit_limit_currency char(3),
  add credit_limit_base numeric(19, 4);
