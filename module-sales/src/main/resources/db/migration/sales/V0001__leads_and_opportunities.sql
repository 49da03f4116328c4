grant usage on schema sales to ${app};

create table sales.lead_status (
  like platform.catalogue_entry,
  category text not null check (category in ('NEW', 'OPEN', 'QUALIFIED', 'DISQUALIFIED')),
  colour text,
  system boolean not null default false,
  primary key (tenant_id, id)
);
create unique index lead_status_system on sales.lead_status (tenant_id, category) where system;
select platform.catalogue_table('sales.lead_status');

create table sales.lead (
  like platform.owned_record,
  name text not null,
  first_name text,
  last_name text,
  company text,
  job_title text,
  email text,
  phone text,
  status_id uuid not null,
  source text,
  channel text,
  score int check (score between 0 and 100),
  other_email text,
  mobile text,
  website text,
  street text,
  postal_code text,
  city text,
  region text,
  country text,
  industry text,
  employees int,
  budget_amount numeric(19, 4),
  budget_currency char(3),
  budget_base numeric(19, 4),
  need text,
  notes text,
  disqualify_reason text,
  disqualify_note text,
  disqualified_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, status_id) references sales.lead_status deferrable initially deferred
);
create index lead_created on sales.lead (tenant_id, created_at desc nulls last, id desc) where deleted_at is null;
create index lead_name on sales.lead (tenant_id, name, id) where deleted_at is null;
create index lead_title on sales.lead (tenant_id, lower(name));
create index lead_owner on sales.lead (tenant_id, owner_id, created_at desc nulls last);
create index lead_team on sales.lead (tenant_id, team_id);
create index lead_status_of on sales.lead (tenant_id, status_id, created_at desc nulls last);
create index lead_email on sales.lead (tenant_id, lower(email));
create index lead_missing on sales.lead (tenant_id, id) where missing is not null;
select platform.record_table('sales.lead');

create table sales.opportunity_status (
  like platform.catalogue_entry,
  category text not null check (category in ('OPEN', 'WON', 'LOST')),
  probability int not null check (probability between 0 and 100),
  colour text,
  system boolean not null default false,
  primary key (tenant_id, id)
);
create unique index opportunity_status_system on sales.opportunity_status (tenant_id, category) where system;
select platform.catalogue_table('sales.opportunity_status');

create table sales.loss_reason (
  like platform.catalogue_entry,
  needs_note boolean not null default false,
  competitor boolean not null default false,
  primary key (tenant_id, id)
);
select platform.catalogue_table('sales.loss_reason');

create table sales.opportunity (
  like platform.owned_record,
  name text not null,
  account_id uuid,
  contact_id uuid,
  amount_amount numeric(19, 4),
  amount_currency char(3),
  amount_base numeric(19, 4),
  status_id uuid not null,
  probability int not null check (probability between 0 and 100),
  probability_typed boolean not null default false,
  outcome text not null check (outcome in ('IN_PROGRESS', 'WON', 'LOST')),
  closed boolean not null default false,
  expected_close date,
  push_count int not null default 0,
  product_id uuid,
  next_step text,
  next_step_on date,
  need text,
  proposed_solution text,
  comment text,
  channel text,
  source text,
  engaged_on date,
  external_id text,
  actual_close date,
  close_revenue_amount numeric(19, 4),
  close_revenue_currency char(3),
  close_revenue_base numeric(19, 4),
  loss_reason_id uuid,
  loss_note text,
  primary key (tenant_id, id),
  -- Closed only when won or lost (S-CLOSE-05).
  check (not closed or outcome <> 'IN_PROGRESS'),
  foreign key (tenant_id, account_id) references core.account deferrable initially deferred,
  foreign key (tenant_id, contact_id) references core.contact deferrable initially deferred,
  foreign key (tenant_id, product_id) references core.product deferrable initially deferred,
  foreign key (tenant_id, status_id) references sales.opportunity_status deferrable initially deferred,
  foreign key (tenant_id, loss_reason_id) references sales.loss_reason deferrable initially deferred
);
create index opportunity_created on sales.opportunity (tenant_id, created_at desc nulls last, id desc)
  where deleted_at is null;
create index opportunity_amount on sales.opportunity (tenant_id, amount_base desc nulls last, id desc)
  where deleted_at is null;
create index opportunity_name on sales.opportunity (tenant_id, name, id) where deleted_at is null;
create index opportunity_title on sales.opportunity (tenant_id, lower(name));
create index opportunity_expected_close on sales.opportunity (tenant_id, expected_close, id) where deleted_at is null;
create index opportunity_owner on sales.opportunity (tenant_id, owner_id, created_at desc nulls last);
create index opportunity_team on sales.opportunity (tenant_id, team_id);
create index opportunity_status_of on sales.opportunity (tenant_id, status_id, created_at desc nulls last);
create index opportunity_account on sales.opportunity (tenant_id, account_id);
create index opportunity_contact on sales.opportunity (tenant_id, contact_id);
create index opportunity_product on sales.opportunity (tenant_id, product_id);
create index opportunity_outcome on sales.opportunity (tenant_id, outcome);
create index opportunity_missing on sales.opportunity (tenant_id, id) where missing is not null;
create unique index opportunity_external_id on sales.opportunity (tenant_id, lower(external_id))
  where deleted_at is null;
select platform.record_table('sales.opportunity');
