grant usage on schema billing to ${app};

create table billing.payment_term (
  like platform.record,
  name text not null,
  days int not null check (days between 0 and 365),
  standard boolean not null default false,
  primary key (tenant_id, id)
);
create unique index payment_term_name on billing.payment_term (tenant_id, lower(name)) where deleted_at is null;
create unique index payment_term_standard on billing.payment_term (tenant_id) where standard;
create index payment_term_days on billing.payment_term (tenant_id, days, id) where deleted_at is null;
select platform.record_table('billing.payment_term');
