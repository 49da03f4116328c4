alter table billing.invoice
  add paper_id uuid,
  add sent_at timestamptz,
  add sent_to text,
  add viewed_at timestamptz;

create or replace function billing.payment_status(
  invoice uuid, kind text, status text, last date, remaining numeric, paid numeric, credited numeric)
  returns text
language sql stable as $$
  select case
    when status = 'DRAFT' or kind <> 'INVOICE' then null
    when remaining = 0 then case when paid > 0 or status not in ('CREDITED', 'CANCELLED') then 'PAID' end
    when billing.next_due(invoice, last, remaining, paid, credited) < platform.today() then 'OVERDUE'
    when paid > 0 then 'PARTLY_PAID'
    else 'UNPAID' end
$$;

-- How long the oldest of what is open is overdue (S-INV-13).
create function billing.open_age(
  invoice uuid, kind text, status text, last date, remaining numeric, paid numeric, credited numeric)
  returns text
language sql stable as $$
  select case
    when status = 'DRAFT' or kind <> 'INVOICE' or remaining <= 0 then null
    when days <= 0 then 'NOT_DUE'
    when days <= 30 then 'UP_TO_30'
    when days <= 60 then 'UP_TO_60'
    when days <= 90 then 'UP_TO_90'
    else 'OVER_90' end
  from (select platform.today() - billing.next_due(invoice, last, remaining, paid, credited) as days) late
$$;
