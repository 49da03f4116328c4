-- What was paid on the paid invoices of accounts, told by the module that has them.
alter table core.account
  add column paid_value_amount numeric(19, 4),
  add column paid_value_currency char(3),
  add column paid_value_base numeric(19, 4);
