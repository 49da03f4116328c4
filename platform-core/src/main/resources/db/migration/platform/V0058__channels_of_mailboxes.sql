-- The channel of leads that mails become is chosen, and no longer written by its name (S-MAIL-02). There is no reference in
-- the database, as it leads to a module.
alter table core.mailbox add source_id uuid;
do $$
declare
  known record;
begin
  if to_regclass('sales.channel') is not null then
    for known in select id from platform.tenant loop
      perform set_config('pipewright.tenant', known.id::text, true);
      execute 'update core.mailbox m set source_id = c.id from sales.channel c where c.tenant_id = m.tenant_id'
        ' and c.deleted_at is null and lower(c.name) = lower(m.source)';
    end loop;
    perform set_config('pipewright.tenant', '', true);
  end if;
end $$;
alter table core.mailbox drop column source;
create index mailbox_source on core.mailbox (tenant_id, source_id);
