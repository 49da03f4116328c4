-- What was agreed on with the order: within how many days it is paid, and where its invoices go.
alter table billing.invoice
  add payment_days int,
  add billing_address text;
