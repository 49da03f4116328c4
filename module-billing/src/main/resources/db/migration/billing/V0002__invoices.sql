alter table billing.payment_term add end_of_month boolean not null default false;

create table billing.invoice (
  like platform.owned_record,
  like platform.document,
  name text,
  subject text,
  kind text not null,
  status text not null,
  account_id uuid not null,
  contact_id uuid,
  issued_on date,
  delivered_on date,
  term_id uuid,
  due_on date,
  buyer_reference text,
  order_reference text,
  credited_id uuid,
  note text,
  language text,
  e_invoice text,
  seller text,
  buyer text,
  paper_hash text,
  paid_amount numeric(19, 4),
  paid_currency char(3),
  paid_base numeric(19, 4),
  paid_on date,
  credited_total_amount numeric(19, 4),
  credited_total_currency char(3),
  credited_total_base numeric(19, 4),
  open_amount numeric(19, 4),
  open_currency char(3),
  open_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references core.account deferrable initially deferred,
  foreign key (tenant_id, contact_id) references core.contact deferrable initially deferred,
  foreign key (tenant_id, term_id) references billing.payment_term deferrable initially deferred,
  foreign key (tenant_id, credited_id) references billing.invoice deferrable initially deferred,
  check (status = 'DRAFT' or (number is not null and issued_on is not null and paper_hash is not null))
);
create unique index invoice_number on billing.invoice (tenant_id, number);
create index invoice_account on billing.invoice (tenant_id, account_id);
create index invoice_contact on billing.invoice (tenant_id, contact_id);
create index invoice_term on billing.invoice (tenant_id, term_id);
create index invoice_credited on billing.invoice (tenant_id, credited_id);
create index invoice_due on billing.invoice (tenant_id, status, due_on) where deleted_at is null;
select platform.document_table('billing.invoice');
select platform.record_table('billing.invoice');

create table billing.invoice_line (
  like platform.record,
  like platform.document_line,
  invoice_id uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, invoice_id) references billing.invoice deferrable initially deferred
);
create index invoice_line_invoice on billing.invoice_line (tenant_id, invoice_id, position);
select platform.document_line_table('billing.invoice_line');
select platform.record_table('billing.invoice_line');
