-- The day that settles what a quote or an order is worth in the tenant's currency (S-CUR-05).
alter table sales.quote add sent_on date;
alter table sales.customer_order add confirmed_on date;
alter table sales.quote no force row level security;
alter table sales.customer_order no force row level security;
update sales.quote q set sent_on = (q.sent_at at time zone t.time_zone)::date
  from platform.tenant t where t.id = q.tenant_id and q.sent_at is not null;
update sales.customer_order o set confirmed_on = (o.confirmed_at at time zone t.time_zone)::date
  from platform.tenant t where t.id = o.tenant_id and o.confirmed_at is not null;
alter table sales.quote force row level security;
alter table sales.customer_order force row level security;
