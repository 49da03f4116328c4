-- Currencies the tenant works in; rate is the one by which amounts that follow the rate stand at present (S-CUR-01,
-- S-CUR-04).
create table core.currency (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  code char(3) not null,
  active boolean not null default true,
  preferred boolean not null default false,
  rate numeric(19, 9),
  primary key (tenant_id, code)
);
create unique index currency_preferred on core.currency (tenant_id) where preferred;
select platform.tenant_table('core.currency');

drop table core.exchange_rate;
create table core.exchange_rate (
  like platform.record,
  name text not null,
  currency char(3) not null,
  base char(3) not null,
  valid_from date not null,
  rate numeric(19, 9) not null check (rate > 0),
  source text not null,
  primary key (tenant_id, id)
);
create unique index exchange_rate_day on core.exchange_rate (tenant_id, base, currency, valid_from)
  where deleted_at is null;
select platform.record_table('core.exchange_rate');

-- Tenants that were there before work in what new ones begin with.
do $$
declare
  known record;
begin
  for known in select id, currency from platform.tenant loop
    perform set_config('pipewright.tenant', known.id::text, true);
    insert into core.currency (code, preferred) values (known.currency, true);
    insert into core.currency (code)
      select unnest(array['EUR', 'USD', 'GBP', 'JPY', 'CHF']) on conflict do nothing;
  end loop;
  perform set_config('pipewright.tenant', '', true);
end $$;
