-- Words of every record in one place, so that one index per tenant and type serves the global search and each list.
-- Operators of pg_trgm are not leakproof, so under row-level security no index would be used: the look-up is a
-- SECURITY DEFINER function of a role of its own that names the tenant in its WHERE.
create table core.search_entry (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  subject text not null,
  record_id uuid not null,
  words text not null,
  primary key (tenant_id, subject, record_id)
);
create index search_entry_words on core.search_entry using gin (tenant_id, subject, words gin_trgm_ops);
select platform.tenant_table('core.search_entry');
create policy search on core.search_entry to ${search} using (true);
grant usage on schema core, platform to ${search};
grant select on core.search_entry to ${search};

create function platform.fold(input text) returns text language sql immutable parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, input));

create function platform.search(for_subject text, wanted text[]) returns setof uuid
language plpgsql stable security definer rows 200 set search_path = pg_catalog, public as $$
declare
  bound uuid := pg_catalog.current_setting('pipewright.tenant')::uuid;
begin
  return query execute
    'select record_id from core.search_entry where tenant_id = $1 and subject = $2'
    || (select coalesce(string_agg(format(' and words like %L', '%' || replace(replace(replace(platform.fold(w), '\', '\\'), '%', '\%'), '_', '\_') || '%'), ''), '')
        from unnest(wanted) w)
    using bound, for_subject;
end $$;
grant create on schema platform to ${search};
alter function platform.search(text, text[]) owner to ${search};
revoke create on schema platform from ${search};
revoke execute on function platform.search(text, text[]) from public;
grant execute on function platform.search(text, text[]) to ${app};
grant execute on function platform.fold(text) to ${app}, ${search};
