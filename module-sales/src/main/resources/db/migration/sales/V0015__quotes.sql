create table sales.quote (
  like platform.owned_record,
  like platform.document,
  name text not null,
  status text not null,
  account_id uuid not null,
  contact_id uuid,
  opportunity_id uuid,
  is_leading boolean not null default false,
  quoted_on date not null,
  valid_until date not null,
  delivery_on date,
  terms_id uuid,
  introduction text,
  conditions text,
  note text,
  revision int not null default 1,
  revises_id uuid,
  sent_at timestamptz,
  sent_to text,
  viewed_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  decision_note text,
  changes_asked text,
  primary key (tenant_id, id),
  foreign key (tenant_id, opportunity_id) references sales.opportunity deferrable initially deferred,
  foreign key (tenant_id, terms_id) references sales.terms_of_sale deferrable initially deferred,
  foreign key (tenant_id, revises_id) references sales.quote deferrable initially deferred
);
create unique index quote_number on sales.quote (tenant_id, number) where number is not null and deleted_at is null;
create index quote_created on sales.quote (tenant_id, created_at desc nulls last, id desc) where deleted_at is null;
create index quote_owner on sales.quote (tenant_id, owner_id);
create index quote_account on sales.quote (tenant_id, account_id);
create index quote_contact on sales.quote (tenant_id, contact_id);
create index quote_opportunity on sales.quote (tenant_id, opportunity_id);
create index quote_terms on sales.quote (tenant_id, terms_id);
create index quote_revises on sales.quote (tenant_id, revises_id);
create index quote_valid on sales.quote (tenant_id, status, valid_until);
select platform.document_table('sales.quote');
select platform.record_table('sales.quote');
select platform.reference('sales.quote', 'account_id', 'core.account');
select platform.reference('sales.quote', 'contact_id', 'core.contact');

create table sales.quote_line (
  like platform.record,
  like platform.document_line,
  quote_id uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, quote_id) references sales.quote deferrable initially deferred
);
create index quote_line_quote on sales.quote_line (tenant_id, quote_id, position);
create index quote_line_created on sales.quote_line (tenant_id, created_at desc nulls last, id desc)
  where deleted_at is null;
select platform.document_line_table('sales.quote_line');
select platform.record_table('sales.quote_line');

-- What customers answered; written once.
create table sales.quote_decision (
  like platform.record,
  position int not null,
  quote_id uuid not null,
  at timestamptz not null,
  kind text not null,
  by_name text not null,
  words text,
  address text,
  program text,
  digest text,
  primary key (tenant_id, id),
  foreign key (tenant_id, quote_id) references sales.quote deferrable initially deferred
);
create index quote_decision_quote on sales.quote_decision (tenant_id, quote_id, position);
select platform.record_table('sales.quote_decision');
