-- Erasing somebody's data takes their addresses out of the whole trail of the bound tenant, wherever they were told:
-- in entries of other records, too. The entries stay (S-AUD-04).
create function platform.erase_from_history(addresses text[]) returns void
language sql security definer set search_path = pg_catalog as $$
  update core.history h
  set title = case when exists (select 1 from unnest(addresses) a where position(a in lower(h.title)) > 0)
        then '' else h.title end,
      changes = coalesce((
        select jsonb_agg(case when exists (select 1 from unnest(addresses) a where position(a in lower(c::text)) > 0)
          then jsonb_build_object('field', c -> 'field', 'old', null, 'new', null) else c end)
        from jsonb_array_elements(h.changes) as e(c)), '[]')
  where h.tenant_id = pg_catalog.current_setting('pipewright.tenant')::uuid
    and exists (select 1 from unnest(addresses) a
      where position(a in lower(coalesce(h.title, '') || ' ' || h.changes::text)) > 0)
$$;
revoke execute on function platform.erase_from_history(text[]) from public;
grant execute on function platform.erase_from_history(text[]) to ${app};
