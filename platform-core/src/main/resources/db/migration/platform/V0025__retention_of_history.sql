create table core.retention (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  subject text not null,
  days int not null check (days >= 30),
  primary key (tenant_id, subject)
);
select platform.tenant_table('core.retention');

-- The application may not delete history; this is the one way some of it goes.
create function platform.expire_history() returns bigint
language sql security definer set search_path = pg_catalog as $$
  with gone as (
    delete from core.history h using core.retention r
    where r.tenant_id = pg_catalog.current_setting('pipewright.tenant')::uuid
      and h.tenant_id = r.tenant_id and h.subject = r.subject
      and h.at < pg_catalog.now() - pg_catalog.make_interval(days => r.days)
    returning 1)
  select count(*) from gone
$$;
revoke execute on function platform.expire_history() from public;
grant execute on function platform.expire_history() to ${app};
