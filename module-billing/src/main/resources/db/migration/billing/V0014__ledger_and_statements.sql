-- What customers owe, entry by entry; written once (S-INV-14).
create table billing.ledger_entry (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null default gen_random_uuid(),
  document uuid not null,
  kind text not null,
  day date not null,
  amount numeric(19, 4) not null,
  currency char(3) not null,
  written_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index ledger_entry_document on billing.ledger_entry (tenant_id, document);
select platform.tenant_table('billing.ledger_entry');
revoke update, delete on billing.ledger_entry from ${app};

-- What the documents say that is owed; more than nothing where the customer owes. Kinds without a day of their own count
-- from when they are seen first.
create function billing.owed()
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
$$;

-- What the ledger lacks, or has too much of, to say the same as the documents.
create function billing.unbooked()
  returns table (document uuid, kind text, own_day date, amount numeric, currency char(3))
language sql stable as $$
  select document, kind, own_day, sum(amount), currency from (
    select document, kind, own_day, amount, currency from billing.owed()
    union all
    select document, kind, case when kind in ('WRITE_OFF', 'FEE', 'EXCHANGE') then null else day end, -amount, currency
      from billing.ledger_entry) d
    group by document, kind, own_day, currency
    having sum(amount) <> 0
$$;

create table billing.statement (
  like platform.record,
  name text,
  account_id uuid not null,
  from_day date not null,
  to_day date not null,
  currency char(3) not null,
  language text not null,
  opening_amount numeric(19, 4),
  opening_currency char(3),
  opening_base numeric(19, 4),
  closing_amount numeric(19, 4),
  closing_currency char(3),
  closing_base numeric(19, 4),
  note text,
  paper_id uuid,
  sent_at timestamptz,
  sent_to text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references core.account deferrable initially deferred
);
create index statement_account on billing.statement (tenant_id, account_id);
create index statement_created on billing.statement (tenant_id, created_at desc nulls last, id desc)
  where deleted_at is null;
select platform.record_table('billing.statement');

create table billing.statement_line (
  like platform.record,
  position int not null,
  statement_id uuid not null,
  day date not null,
  kind text not null,
  reference text,
  amount_amount numeric(19, 4) not null,
  amount_currency char(3) not null,
  amount_base numeric(19, 4),
  balance_amount numeric(19, 4) not null,
  balance_currency char(3) not null,
  balance_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, statement_id) references billing.statement deferrable initially deferred
);
create index statement_line_statement on billing.statement_line (tenant_id, statement_id, position);
select platform.record_table('billing.statement_line');
