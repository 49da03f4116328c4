-- Invoices that the tenant writes in the name of suppliers (S-EINV-06), and what allows it.
create table billing.self_billing_agreement (
  like platform.record,
  name text,
  supplier_id uuid not null,
  agreed_on date not null,
  ends_on date,
  registration_number text,
  iban text,
  bic text,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, supplier_id) references core.account deferrable initially deferred
);
create index self_billing_agreement_supplier on billing.self_billing_agreement (tenant_id, supplier_id, agreed_on);
create index self_billing_agreement_agreed
  on billing.self_billing_agreement (tenant_id, agreed_on desc nulls last, id desc) where deleted_at is null;
select platform.record_table('billing.self_billing_agreement');

create table billing.self_billed_invoice (
  like platform.owned_record,
  like platform.document,
  name text,
  subject text,
  kind text not null,
  status text not null,
  supplier_id uuid not null,
  contact_id uuid,
  issued_on date,
  delivered_on date,
  term_id uuid,
  due_on date,
  buyer_reference text,
  order_reference text,
  credited_id uuid,
  agreement_id uuid,
  note text,
  language text,
  e_invoice text,
  seller text,
  buyer text,
  paper_id uuid,
  paper_hash text,
  paid_amount numeric(19, 4),
  paid_currency char(3),
  paid_base numeric(19, 4),
  settled_amount numeric(19, 4),
  settled_currency char(3),
  settled_base numeric(19, 4),
  credited_total_amount numeric(19, 4),
  credited_total_currency char(3),
  credited_total_base numeric(19, 4),
  paid_on date,
  open_amount numeric(19, 4),
  open_currency char(3),
  open_base numeric(19, 4),
  sent_at timestamptz,
  sent_to text,
  primary key (tenant_id, id),
  foreign key (tenant_id, supplier_id) references core.account deferrable initially deferred,
  foreign key (tenant_id, contact_id) references core.contact deferrable initially deferred,
  foreign key (tenant_id, term_id) references billing.payment_term deferrable initially deferred,
  foreign key (tenant_id, credited_id) references billing.self_billed_invoice deferrable initially deferred,
  foreign key (tenant_id, agreement_id) references billing.self_billing_agreement deferrable initially deferred,
  check (status = 'DRAFT' or (number is not null and issued_on is not null and paper_hash is not null
    and agreement_id is not null))
);
create unique index self_billed_invoice_number on billing.self_billed_invoice (tenant_id, number);
create index self_billed_invoice_supplier on billing.self_billed_invoice (tenant_id, supplier_id);
create index self_billed_invoice_contact on billing.self_billed_invoice (tenant_id, contact_id);
create index self_billed_invoice_term on billing.self_billed_invoice (tenant_id, term_id);
create index self_billed_invoice_credited on billing.self_billed_invoice (tenant_id, credited_id);
create index self_billed_invoice_agreement on billing.self_billed_invoice (tenant_id, agreement_id);
create index self_billed_invoice_due on billing.self_billed_invoice (tenant_id, status, due_on)
  where deleted_at is null;
select platform.document_table('billing.self_billed_invoice');
select platform.record_table('billing.self_billed_invoice');

create table billing.self_billed_line (
  like platform.record,
  like platform.document_line,
  self_billed_invoice_id uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, self_billed_invoice_id) references billing.self_billed_invoice deferrable initially deferred
);
create index self_billed_line_host on billing.self_billed_line (tenant_id, self_billed_invoice_id, position);
select platform.document_line_table('billing.self_billed_line');
select platform.record_table('billing.self_billed_line');

-- Input tax, apart from the tax of what customers get.
create table billing.self_billed_tax (
  like platform.record,
  position int not null,
  self_billed_invoice_id uuid not null,
  taxed_on date not null,
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
  foreign key (tenant_id, self_billed_invoice_id) references billing.self_billed_invoice deferrable initially deferred
);
create index self_billed_tax_host on billing.self_billed_tax (tenant_id, self_billed_invoice_id, position);
create index self_billed_tax_day on billing.self_billed_tax (tenant_id, taxed_on) where deleted_at is null;
select platform.record_table('billing.self_billed_tax');

-- Money that went out for them, apart from what customers pay.
create table billing.self_billed_payment (
  like platform.record,
  position int not null,
  self_billed_invoice_id uuid not null,
  paid_on date not null,
  amount numeric(19, 4) not null,
  method text not null,
  reference text,
  primary key (tenant_id, id),
  foreign key (tenant_id, self_billed_invoice_id) references billing.self_billed_invoice deferrable initially deferred
);
create index self_billed_payment_host on billing.self_billed_payment (tenant_id, self_billed_invoice_id, position);
create index self_billed_payment_day on billing.self_billed_payment (tenant_id, paid_on) where deleted_at is null;
select platform.record_table('billing.self_billed_payment');
