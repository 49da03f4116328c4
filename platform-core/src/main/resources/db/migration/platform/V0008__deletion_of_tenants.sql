-- What is left of a deleted tenant: what was removed, when and on whose demand. It outlives the tenant.
create table platform.deletion (
  tenant_id uuid primary key,
  slug text not null,
  name text not null,
  requested_at timestamptz not null default now(),
  requested_by text not null,
  purged_at timestamptz,
  rows jsonb,
  accounts_removed int
);
grant select, insert, update, delete on platform.deletion to ${app};

-- The application may not delete history; of a tenant that is gone for good everything goes, here and in tables of
-- modules that are not there any more. Policies bind the owner too, so only rows of the bound tenant are in reach.
create function platform.purge_table(target regclass, wanted uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone bigint;
begin
  if not exists (select 1 from platform.tenant where id = wanted and status = 'DELETED') then
    raise exception 'tenant % is not to be purged', wanted;
  end if;
  execute format('delete from %s where tenant_id = $1', target) using wanted;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function platform.purge_table(regclass, uuid) from public;
grant execute on function platform.purge_table(regclass, uuid) to ${app};
