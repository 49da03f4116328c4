-- What customers pay for again and again (S-INV-10).
create table billing.subscription (
  like platform.owned_record,
  like platform.document,
  name text not null,
  status text not null,
  account_id uuid not null,
  contact_id uuid,
  starts_on date not null,
  trial_days int not null check (trial_days >= 0),
  every int not null check (every > 0),
  unit text not null,
  counted_from date,
  billed text not null,
  issued_at_once boolean not null,
  ends_on date,
  end_reason text,
  charged_from date,
  paused_on date,
  next_on date,
  term_id uuid,
  buyer_reference text,
  order_reference text,
  language text not null,
  e_invoice text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references core.account deferrable initially deferred,
  foreign key (tenant_id, contact_id) references core.contact deferrable initially deferred,
  foreign key (tenant_id, term_id) references billing.payment_term deferrable initially deferred,
  check ((status = 'DRAFT') = (charged_from is null))
);
create index subscription_account on billing.subscription (tenant_id, account_id);
create index subscription_contact on billing.subscription (tenant_id, contact_id);
create index subscription_term on billing.subscription (tenant_id, term_id);
create index subscription_next on billing.subscription (tenant_id, next_on, id) where deleted_at is null;
select platform.document_table('billing.subscription');
select platform.record_table('billing.subscription');

create table billing.subscription_line (
  like platform.record,
  like platform.document_line,
  subscription_id uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, subscription_id) references billing.subscription deferrable initially deferred
);
create index subscription_line_subscription on billing.subscription_line (tenant_id, subscription_id, position);
select platform.document_line_table('billing.subscription_line');
select platform.record_table('billing.subscription_line');

alter table billing.invoice
  add subscription_id uuid,
  add period_from date,
  add period_to date,
  add issues_itself boolean not null default false;
select platform.reference('billing.invoice', 'subscription_id', 'billing.subscription');
-- No period is invoiced twice, whoever makes invoices however often; drafts in the bin count.
create unique index invoice_period on billing.invoice (tenant_id, subscription_id, period_from);
create index invoice_issues_itself on billing.invoice (tenant_id, period_to)
  where issues_itself and status = 'DRAFT' and deleted_at is null;

-- What is going to be invoiced, as it was asked (S-INV-11).
create table billing.invoice_preview (
  like platform.record,
  name text,
  until_day date not null,
  subscription_id uuid,
  invoices int,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, subscription_id) references billing.subscription deferrable initially deferred
);
create index invoice_preview_created on billing.invoice_preview (tenant_id, created_at desc nulls last, id desc)
  where deleted_at is null;
create index invoice_preview_subscription on billing.invoice_preview (tenant_id, subscription_id);
select platform.record_table('billing.invoice_preview');

create table billing.invoice_preview_line (
  like platform.record,
  position int not null,
  preview_id uuid not null,
  name text,
  subscription_id uuid not null,
  account_id uuid not null,
  made_on date not null,
  period_from date not null,
  period_to date not null,
  net_amount numeric(19, 4) not null,
  net_currency char(3) not null,
  net_base numeric(19, 4),
  tax_amount numeric(19, 4) not null,
  tax_currency char(3) not null,
  tax_base numeric(19, 4),
  payable_amount numeric(19, 4) not null,
  payable_currency char(3) not null,
  payable_base numeric(19, 4),
  primary key (tenant_id, id),
  foreign key (tenant_id, preview_id) references billing.invoice_preview deferrable initially deferred,
  foreign key (tenant_id, subscription_id) references billing.subscription deferrable initially deferred,
  foreign key (tenant_id, account_id) references core.account deferrable initially deferred
);
create index invoice_preview_line_preview on billing.invoice_preview_line (tenant_id, preview_id, position);
create index invoice_preview_line_subscription on billing.invoice_preview_line (tenant_id, subscription_id);
create index invoice_preview_line_account on billing.invoice_preview_line (tenant_id, account_id);
select platform.record_table('billing.invoice_preview_line');
