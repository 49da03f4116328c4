-- Tax by what is paid and settled (S-TAX-07); written once.
create table billing.tax_receipt (
  like platform.record,
  position int not null,
  invoice_id uuid not null,
  entry_id uuid not null,
  source uuid not null,
  received_on date not null,
  code text not null,
  category text not null,
  rate numeric(9, 4) not null,
  country text,
  base_amount numeric(19, 4) not null,
  base_currency char(3) not null,
  base_base numeric(19, 4),
  tax_amount numeric(19, 4) not null,
  tax_currency char(3) not null,
  tax_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, invoice_id) references billing.invoice deferrable initially deferred,
  foreign key (tenant_id, entry_id) references billing.tax_entry deferrable initially deferred
);
create index tax_receipt_invoice on billing.tax_receipt (tenant_id, invoice_id, position);
create index tax_receipt_entry on billing.tax_receipt (tenant_id, entry_id);
create index tax_receipt_day on billing.tax_receipt (tenant_id, received_on) where deleted_at is null;
select platform.record_table('billing.tax_receipt');

-- The tax in each thing that was paid or settled on an invoice or credit note: its part of what the document comes to,
-- reckoned in the order of days, so that the last one takes what rounding left over and all together are the whole tax.
-- Fees of reminders are paid last and have none; what is written off has none, because nobody pays it.
create function billing.received(invoice uuid, decimals int)
  returns table (entry uuid, source uuid, day date, base numeric, tax numeric)
language sql stable as $$
  with source as (
    select a.id, p.paid_on as day, a.taken_amount as amount
      from billing.allocation a
      join billing.payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id
      where a.invoice_id = $1 and a.deleted_at is null
    union all
    select s.id, greatest(i.issued_on, n.issued_on), s.amount
      from billing.credit_settlement s
      join billing.invoice i on i.tenant_id = s.tenant_id and i.id = s.invoice_id
      join billing.invoice n on n.tenant_id = s.tenant_id and n.id = s.credit_note_id
      where (s.invoice_id = $1 or s.credit_note_id = $1) and s.deleted_at is null
  ), reached as (
    select o.id, o.day, least(sum(o.amount) over (order by o.day, o.id), i.payable_amount) / i.payable_amount as share
      from source o, billing.invoice i where i.id = $1 and i.payable_amount > 0
  ), sums as (
    select e.id as entry, r.id as source, r.day, r.share, round(e.base_amount * r.share, $2) as base,
        round(e.tax_amount * r.share, $2) as tax
      from reached r, billing.tax_entry e where e.invoice_id = $1 and e.deleted_at is null
  )
  select s.entry, s.source, s.day, s.base - lag(s.base, 1, 0) over ways, s.tax - lag(s.tax, 1, 0) over ways
    from sums s window ways as (partition by s.entry order by s.day, s.source)
$$;

-- What is entered of it too little or too much.
create function billing.unreceived(invoice uuid, decimals int)
  returns table (entry uuid, source uuid, day date, base numeric, tax numeric)
language sql stable as $$
  select entry, source, day, sum(base), sum(tax) from (
    select entry, source, day, base, tax from billing.received($1, $2)
    union all
    select entry_id, r.source, received_on, -base_amount, -tax_amount from billing.tax_receipt r
      where r.invoice_id = $1 and r.deleted_at is null) d
    group by entry, source, day
    having sum(base) <> 0 or sum(tax) <> 0
$$;
