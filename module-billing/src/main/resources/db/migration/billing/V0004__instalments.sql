alter table billing.payment_term add on_workday boolean not null default false;

create table billing.term_instalment (
  like platform.record,
  position int not null,
  term_id uuid not null,
  name text not null,
  share numeric(5, 2) not null check (share > 0 and share <= 100),
  days int not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, term_id) references billing.payment_term deferrable initially deferred
);
create index term_instalment_term on billing.term_instalment (tenant_id, term_id, position);
select platform.record_table('billing.term_instalment');

create table billing.instalment (
  like platform.record,
  position int not null,
  invoice_id uuid not null,
  name text not null,
  due_on date not null,
  amount_amount numeric(19, 4) not null,
  amount_currency char(3) not null,
  amount_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, invoice_id) references billing.invoice deferrable initially deferred
);
create index instalment_invoice on billing.instalment (tenant_id, invoice_id, position);
select platform.record_table('billing.instalment');

-- The day by which the next of what is open has to come: of the first instalment that settlements do not cover.
create function billing.next_due(invoice uuid, last date, remaining numeric, paid numeric, credited numeric)
  returns date
language sql stable as $$
  select case when remaining > 0 then coalesce(
    (select min(due_on) from (
      select due_on, sum(amount_amount) over (order by due_on, position) as asked from billing.instalment
        where tenant_id = current_setting('pipewright.tenant')::uuid and invoice_id = invoice and deleted_at is null) i
      where asked > paid + credited),
    last) end
$$;

-- Paid or not is never kept: overdue would be wrong after midnight (S-INV-03).
create function billing.payment_status(
  invoice uuid, kind text, status text, last date, remaining numeric, paid numeric, credited numeric)
  returns text
language sql stable as $$
  select case
    when status = 'DRAFT' or kind <> 'INVOICE' then null
    when remaining = 0 then case when paid > 0 or status <> 'CREDITED' then 'PAID' end
    when billing.next_due(invoice, last, remaining, paid, credited) < platform.today() then 'OVERDUE'
    when paid > 0 then 'PARTLY_PAID'
    else 'UNPAID' end
$$;
