alter table core.tax_code
  add revenue_account text,
  add tax_account text;
