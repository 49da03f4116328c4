-- Submissions of public forms: each token counts once; what waits for the confirmation by mail waits here.
create table core.form_submission (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  form_id uuid not null,
  nonce text not null,
  state text not null check (state in ('WAITING', 'TAKEN')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  email text,
  link_hash bytea,
  content jsonb,
  record_id uuid,
  primary key (tenant_id, id),
  check (state = 'WAITING' or content is null)
);
create unique index form_submission_nonce on core.form_submission (tenant_id, form_id, nonce);
create index form_submission_link on core.form_submission (tenant_id, form_id, link_hash) where link_hash is not null;
create index form_submission_email on core.form_submission (tenant_id, form_id, email) where email is not null;
create index form_submission_expiry on core.form_submission (tenant_id, expires_at);
select platform.tenant_table('core.form_submission');
