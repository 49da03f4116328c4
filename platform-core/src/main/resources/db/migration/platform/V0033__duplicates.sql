-- What is compared of records to tell which are the same, in the form in which it is compared. Comparing text is
-- leakproof, so its indexes serve under row-level security; likeness is only asked of names beside the same place.
create table core.match_key (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  subject text not null,
  record_id uuid not null,
  rule text not null,
  form text not null,
  near text not null,
  primary key (tenant_id, subject, record_id, rule, form, near)
);
create index match_key_form on core.match_key (tenant_id, subject, rule, form, near);
create index match_key_near on core.match_key (tenant_id, subject, rule, near) where near <> '';
select platform.tenant_table('core.match_key');

-- Pairs of records that may be the same; one that somebody dismissed stays, so that it does not come back.
create table core.duplicate (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  subject text not null,
  first_id uuid not null,
  second_id uuid not null,
  score int not null,
  reasons text[] not null,
  found_at timestamptz not null default now(),
  dismissed_at timestamptz,
  dismissed_by uuid,
  primary key (tenant_id, subject, first_id, second_id),
  check (first_id < second_id)
);
create index duplicate_open on core.duplicate (tenant_id, subject, score desc, first_id, second_id)
  where dismissed_at is null;
select platform.tenant_table('core.duplicate');
