create table billing.ledger_check (
  like platform.record,
  name text,
  checked_on date not null,
  nightly boolean not null,
  differences int,
  note text,
  primary key (tenant_id, id)
);
create index ledger_check_created on billing.ledger_check (tenant_id, created_at desc nulls last, id desc)
  where deleted_at is null;
-- Two nodes check once.
create unique index ledger_check_night on billing.ledger_check (tenant_id, checked_on) where nightly;
select platform.record_table('billing.ledger_check');

create table billing.ledger_difference (
  like platform.record,
  position int not null,
  check_id uuid not null,
  kind text not null,
  reference text,
  invoice_id uuid,
  payment_id uuid,
  difference_amount numeric(19, 4) not null,
  difference_currency char(3) not null,
  difference_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, check_id) references billing.ledger_check deferrable initially deferred
);
create index ledger_difference_check on billing.ledger_difference (tenant_id, check_id, position);
create index ledger_difference_invoice on billing.ledger_difference (tenant_id, invoice_id);
create index ledger_difference_payment on billing.ledger_difference (tenant_id, payment_id);
select platform.record_table('billing.ledger_difference');

-- What is kept with documents and does not follow from what it is reckoned from (S-INV-14).
create function billing.misreckoned()
  returns table (document uuid, kind text, amount numeric, currency char(3))
language sql stable as $$
  select id, 'OPEN', open_amount
      - (payable_amount - paid_amount - settled_amount - written_off_amount + fees_amount), currency
    from billing.invoice where status <> 'DRAFT' and deleted_at is null
      and open_amount <> payable_amount - paid_amount - settled_amount - written_off_amount + fees_amount
  union all
  select i.id, 'PAID', i.paid_amount - coalesce(a.taken, 0), i.currency
    from billing.invoice i left join (
      select tenant_id, invoice_id, sum(taken_amount) as taken from billing.allocation
        where deleted_at is null group by tenant_id, invoice_id) a on a.tenant_id = i.tenant_id and a.invoice_id = i.id
    where i.status <> 'DRAFT' and i.deleted_at is null and i.paid_amount <> coalesce(a.taken, 0)
  union all
  select i.id, 'SETTLED', i.settled_amount - coalesce(s.given, 0), i.currency
    from billing.invoice i left join (
      select tenant_id, id, sum(amount) as given from (
        select tenant_id, invoice_id as id, amount from billing.credit_settlement where deleted_at is null
        union all
        select tenant_id, credit_note_id, amount from billing.credit_settlement where deleted_at is null) each
        group by tenant_id, id) s on s.tenant_id = i.tenant_id and s.id = i.id
    where i.status <> 'DRAFT' and i.deleted_at is null and i.settled_amount <> coalesce(s.given, 0)
  union all
  select p.id, 'FREE', p.free_amount - (p.amount_amount - coalesce(a.taken, 0)), p.amount_currency
    from billing.payment p left join (
      select tenant_id, payment_id, sum(amount) as taken from billing.allocation
        where deleted_at is null group by tenant_id, payment_id) a on a.tenant_id = p.tenant_id and a.payment_id = p.id
    where p.deleted_at is null and p.free_amount <> p.amount_amount - coalesce(a.taken, 0)
  union all
  select i.id, 'TAX', i.tax_amount - coalesce(e.tax, 0), i.currency
    from billing.invoice i left join (
      select tenant_id, invoice_id, abs(sum(tax_amount)) as tax from billing.tax_entry
        where deleted_at is null group by tenant_id, invoice_id) e on e.tenant_id = i.tenant_id and e.invoice_id = i.id
    where i.status <> 'DRAFT' and i.deleted_at is null and abs(i.tax_amount) <> coalesce(e.tax, 0)
$$;
