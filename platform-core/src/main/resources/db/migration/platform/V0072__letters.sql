-- What became of letters that the platform mails for a tenant where somebody asks, such as those with quotes (S-QUO-06). While
-- one is on its way, its row of the outbox tells; here stands what happened since.
create table core.letter (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  recipient text not null,
  message_key text,
  handed_over_at timestamptz,
  returned_at timestamptz,
  problem text,
  primary key (tenant_id, id)
);
create index letter_message on core.letter (tenant_id, message_key);
select platform.tenant_table('core.letter');

create function platform.letter_state(wanted uuid) returns text language sql stable as $$
  select case
    when l.returned_at is not null then 'RETURNED'
    when l.handed_over_at is not null then 'SENT'
    when exists (select from platform.outbox o
      where o.tenant_id = l.tenant_id and o.record_id = l.id and o.failed_at is null) then 'WAITING'
    else 'FAILED' end
  from core.letter l where l.id = wanted
$$;

create function platform.letter_handed_over(wanted uuid) returns timestamptz language sql stable as $$
  select handed_over_at from core.letter where id = wanted
$$;

-- Why it did not arrive, or has not gone out yet; the outbox names the class of the failure first.
create function platform.letter_problem(wanted uuid) returns text language sql stable as $$
  select coalesce(
    l.problem,
    (select regexp_replace(o.last_error, '^[A-Za-z0-9.$_]+: ', '') from platform.outbox o
      where o.tenant_id = l.tenant_id and o.record_id = l.id and o.failed_at is null limit 1),
    (select regexp_replace(o.last_error, '^[A-Za-z0-9.$_]+: ', '') from platform.outbox o
      where o.tenant_id = l.tenant_id and o.record_id = l.id and o.failed_at is not null limit 1))
  from core.letter l where l.id = wanted
$$;
