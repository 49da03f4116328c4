alter table core.contact add column lawful_basis text;

create table core.consent (
  like platform.owned_record,
  name text,
  note text,
  contact_id uuid not null,
  channel text not null,
  given boolean not null default false,
  lawful_basis text,
  source text not null,
  decided_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references core.contact deferrable initially deferred
);
create index consent_contact on core.consent (tenant_id, contact_id, channel, created_at);
create index consent_owner on core.consent (tenant_id, owner_id);
select platform.record_table('core.consent');

-- The application may only add to the history. Erasing somebody's data is the one exception: it takes values out of
-- entries of one record, in the bound tenant, and leaves the entries.
create function platform.erase_history(for_subject text, for_record uuid, fields text[], new_title text) returns void
language sql security definer set search_path = pg_catalog as $$
  update core.history h
  set title = coalesce(new_title, h.title),
      changes = coalesce((
        select jsonb_agg(case when c ->> 'field' = any(fields)
          then jsonb_build_object('field', c -> 'field', 'old', null, 'new', null) else c end)
        from jsonb_array_elements(h.changes) as e(c)), '[]')
  where h.tenant_id = pg_catalog.current_setting('pipewright.tenant')::uuid
    and h.subject = for_subject and h.record_id = for_record
$$;
revoke execute on function platform.erase_history(text, uuid, text[], text) from public;
grant execute on function platform.erase_history(text, uuid, text[], text) to ${app};
