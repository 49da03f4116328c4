-- How a customer gets e-invoices, and under what they find it.
alter table core.account
  add e_invoice text,
  add buyer_reference text,
  add electronic_scheme text,
  add electronic_address text;
