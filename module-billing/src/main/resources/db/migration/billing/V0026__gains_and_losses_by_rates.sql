-- What rates changed between an invoice and its payment is entered too, in the tenant's currency, on the day of the payment
-- (S-PAY-04). It adds to what accounting posts, and to no balance of a customer.
create or replace function billing.owed()
  returns table (document uuid, kind text, own_day date, amount numeric, currency char(3))
language sql stable as $$
  select id, kind, issued_on, case kind when 'CREDIT_NOTE' then -payable_amount else payable_amount end, currency
    from billing.invoice where status <> 'DRAFT' and deleted_at is null
  union all
  select id, 'WRITE_OFF', null, case kind when 'CREDIT_NOTE' then written_off_amount else -written_off_amount end, currency
    from billing.invoice where status <> 'DRAFT' and deleted_at is null
  union all
  select id, 'FEE', null, fees_amount, currency
    from billing.invoice where status <> 'DRAFT' and deleted_at is null
  union all
  select id, case direction when 'IN' then 'PAYMENT' else 'REFUND' end, paid_on,
      case direction when 'IN' then -amount_amount else amount_amount end, amount_currency
    from billing.payment where deleted_at is null
  union all
  select i.id, 'EXCHANGE', null, case i.kind when 'CREDIT_NOTE' then a.taken_amount else -a.taken_amount end, i.currency
    from billing.allocation a
    join billing.payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id
    join billing.invoice i on i.tenant_id = a.tenant_id and i.id = a.invoice_id
    where a.deleted_at is null and i.currency <> p.amount_currency
  union all
  select p.id, 'EXCHANGE', null, case p.direction when 'IN' then a.amount else -a.amount end, p.amount_currency
    from billing.allocation a
    join billing.payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id
    join billing.invoice i on i.tenant_id = a.tenant_id and i.id = a.invoice_id
    where a.deleted_at is null and i.currency <> p.amount_currency
  union all
  select a.invoice_id, case when a.difference_amount > 0 then 'EXCHANGE_GAIN' else 'EXCHANGE_LOSS' end, p.paid_on,
      a.difference_amount, a.difference_currency
    from billing.allocation a
    join billing.payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id
    where a.deleted_at is null and a.difference_amount <> 0
$$;

-- What came before this is entered now, so that the books agree with themselves and accounting gets it once.
alter table billing.allocation no force row level security;
alter table billing.payment no force row level security;
alter table billing.ledger_entry no force row level security;
insert into billing.ledger_entry (tenant_id, document, kind, day, amount, currency)
  select a.tenant_id, a.invoice_id, case when a.difference_amount > 0 then 'EXCHANGE_GAIN' else 'EXCHANGE_LOSS' end,
      p.paid_on, sum(a.difference_amount), a.difference_currency
    from billing.allocation a
    join billing.payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id
    where a.deleted_at is null and a.difference_amount <> 0
    group by a.tenant_id, a.invoice_id, 3, p.paid_on, a.difference_currency;
alter table billing.allocation force row level security;
alter table billing.payment force row level security;
alter table billing.ledger_entry force row level security;
