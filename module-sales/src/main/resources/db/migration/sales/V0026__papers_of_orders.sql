alter table sales.customer_order
  add language text,
  add payment_days int,
  add sent_at timestamptz,
  add sent_to text;
