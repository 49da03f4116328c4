-- Global tables (schema platform) are the only ones without row-level security: work across tenants needs them.
create extension if not exists pg_trgm schema public;
create extension if not exists btree_gin schema public;
create extension if not exists unaccent schema public;

create schema core;
grant usage on schema platform, core to ${app};

create function platform.tenant_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (tenant_id = current_setting(''pipewright.tenant'')::uuid) '
    'with check (tenant_id = current_setting(''pipewright.tenant'')::uuid)', target);
  execute format('grant select, insert, update, delete on %s to ${app}', target);
end $$;

-- Columns that every record has. A table takes them by "like platform.record" or, with owner and team, "like
-- platform.owned_record"; platform.record_table then gives them their defaults, references and row-level security.
-- Entries of a list the tenant keeps take "like platform.catalogue_entry" and platform.catalogue_table.
create type platform.record as (
  tenant_id uuid,
  id uuid,
  version int,
  created_at timestamptz,
  created_by uuid,
  updated_at timestamptz,
  updated_by uuid,
  deleted_at timestamptz,
  missing text
);
create type platform.owned_record as (
  tenant_id uuid,
  id uuid,
  version int,
  owner_id uuid,
  team_id uuid,
  created_at timestamptz,
  created_by uuid,
  updated_at timestamptz,
  updated_by uuid,
  deleted_at timestamptz,
  missing text
);
create type platform.catalogue_entry as (
  tenant_id uuid,
  id uuid,
  version int,
  created_at timestamptz,
  created_by uuid,
  updated_at timestamptz,
  updated_by uuid,
  deleted_at timestamptz,
  missing text,
  name text,
  position int,
  active boolean
);

-- A reference added to a table that is there. Adding one reads both tables, whose policies ask for a tenant; no tenant
-- has the id that is bound meanwhile.
create function platform.reference(target regclass, field text, referenced regclass) returns void
language plpgsql as $$
begin
  perform set_config('pipewright.tenant', '00000000-0000-0000-0000-000000000000', true);
  execute format(
    'alter table %s add foreign key (tenant_id, %I) references %s deferrable initially deferred',
    target, field, referenced);
  perform set_config('pipewright.tenant', '', true);
end $$;

create function platform.record_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s '
    'alter tenant_id set default current_setting(''pipewright.tenant'')::uuid, '
    'alter version set default 1, alter version set not null, '
    'alter created_at set default now(), alter created_at set not null, '
    'alter updated_at set default now(), alter updated_at set not null', target);
  if exists (select from pg_attribute where attrelid = target and attname = 'owner_id') then
    perform platform.reference(target, 'owner_id', 'core.member');
    perform platform.reference(target, 'team_id', 'core.team');
  end if;
  perform platform.tenant_table(target);
end $$;

-- A table like platform.catalogue_entry: each entry of a tenant's list is named once.
create function platform.catalogue_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s alter name set not null, alter position set not null, '
    'alter active set default true, alter active set not null', target);
  execute format('create unique index on %s (tenant_id, lower(name)) where deleted_at is null', target);
  perform platform.record_table(target);
end $$;

create table platform.tenant (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
  name text not null,
  status text not null check (status in ('PENDING_VERIFICATION', 'ACTIVE', 'SUSPENDED', 'PENDING_DELETION', 'DELETED')),
  country char(2) not null,
  time_zone text not null,
  language text not null,
  currency char(3) not null,
  status_reason text,
  status_since timestamptz not null default now(),
  previous_status text,
  created_at timestamptz not null default now()
);

create table platform.person (
  id uuid primary key,
  subject text unique,
  email text not null,
  name text not null,
  language text,
  time_zone text,
  created_at timestamptz not null default now(),
  last_login_at timestamptz
);
create unique index person_email on platform.person (lower(email));

create table platform.membership (
  person_id uuid not null references platform.person,
  tenant_id uuid not null references platform.tenant,
  member_id uuid not null,
  active boolean not null default true,
  primary key (person_id, tenant_id)
);
create unique index membership_member on platform.membership (tenant_id, member_id);
create index membership_tenant on platform.membership (tenant_id);

create table platform.session (
  id_hash bytea primary key,
  person_id uuid not null references platform.person on delete cascade,
  issuer_session text,
  id_token text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  user_agent text
);
create index session_person on platform.session (person_id);
create index session_issuer_session on platform.session (issuer_session);

create table platform.login_attempt (
  state_hash bytea primary key,
  nonce text not null,
  code_verifier text not null,
  browser_hash bytea not null,
  return_to text not null,
  created_at timestamptz not null default now()
);

create table platform.signup (
  id uuid primary key,
  token_hash bytea not null unique,
  tenant_id uuid not null references platform.tenant,
  admin_name text not null,
  admin_email text not null,
  terms text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  -- One confirmation at a time: two clicks on the same link must not provision and undo each other.
  claimed_until timestamptz
);
create index signup_tenant on platform.signup (tenant_id);

create table platform.invitation_token (
  token_hash bytea primary key,
  tenant_id uuid not null references platform.tenant,
  invitation_id uuid not null,
  replaced boolean not null default false
);
create index invitation_token_invitation on platform.invitation_token (tenant_id, invitation_id);

-- What the operator grants; no row means granted.
create table platform.entitlement (
  tenant_id uuid not null references platform.tenant,
  module text not null,
  granted boolean not null,
  primary key (tenant_id, module)
);

create table platform.outbox (
  id bigint generated always as identity primary key,
  tenant_id uuid not null references platform.tenant,
  kind text not null,
  consumer text,
  record_id uuid,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  attempts int not null default 0,
  next_attempt_at timestamptz not null default now(),
  failed_at timestamptz,
  last_error text
);
create index outbox_due on platform.outbox (next_attempt_at, id) where failed_at is null;
-- Rows of one record and consumer are delivered in order: each look asks for an earlier one.
create index outbox_order on platform.outbox (tenant_id, record_id, kind, consumer, id) where failed_at is null;
create index outbox_failed on platform.outbox (tenant_id, id) where failed_at is not null;

create table platform.job (
  id uuid primary key,
  tenant_id uuid not null references platform.tenant,
  member_id uuid,
  kind text not null,
  payload jsonb not null default '{}',
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done int not null default 0,
  total int,
  result jsonb,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  cancel_requested boolean not null default false
);
create index job_tenant on platform.job (tenant_id, created_at);
create index job_open on platform.job (state, created_at) where state in ('WAITING', 'RUNNING');

-- Queue of the scheduler library, in its own documented form.
create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on platform.scheduled_tasks (last_heartbeat);

grant select, insert, update, delete on all tables in schema platform to ${app};
revoke insert, update, delete on platform.flyway_history from ${app};

create table core.team (
  like platform.record,
  name text not null,
  parent_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references core.team deferrable initially deferred
);
create unique index team_name on core.team (tenant_id, lower(name)) where deleted_at is null;
select platform.record_table('core.team');

create table core.member (
  like platform.record,
  name text not null,
  email text,
  job_title text,
  phone text,
  status text not null default 'NO_LOGIN' check (status in ('NO_LOGIN', 'INVITED', 'ACTIVE', 'INACTIVE')),
  team_id uuid,
  manager_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, team_id) references core.team deferrable initially deferred,
  foreign key (tenant_id, manager_id) references core.member deferrable initially deferred
);
create unique index member_email on core.member (tenant_id, lower(email)) where deleted_at is null;
create index member_name on core.member (tenant_id, lower(name));
select platform.record_table('core.member');

create table core.member_team (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  member_id uuid not null,
  team_id uuid not null,
  primary key (tenant_id, member_id, team_id),
  foreign key (tenant_id, member_id) references core.member,
  foreign key (tenant_id, team_id) references core.team
);
select platform.tenant_table('core.member_team');

-- Built-in roles have a row so that members can hold them; what they may do comes from the modules' descriptors.
create table core.role (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  version int not null default 1,
  key text,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index role_key on core.role (tenant_id, key);
create unique index role_name on core.role (tenant_id, lower(name));
select platform.tenant_table('core.role');

create table core.member_role (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  member_id uuid not null,
  role_id uuid not null,
  primary key (tenant_id, member_id, role_id),
  foreign key (tenant_id, member_id) references core.member,
  foreign key (tenant_id, role_id) references core.role
);
create index member_role_role on core.member_role (tenant_id, role_id);
select platform.tenant_table('core.member_role');

create table core.role_grant (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  role_id uuid not null,
  subject text not null,
  action text not null,
  level text not null check (level in ('NONE', 'OWN', 'TEAM', 'TEAM_AND_BELOW', 'TENANT')),
  primary key (tenant_id, role_id, subject, action),
  foreign key (tenant_id, role_id) references core.role on delete cascade
);
select platform.tenant_table('core.role_grant');

create table core.role_field (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  role_id uuid not null,
  record_type text not null,
  field text not null,
  access text not null check (access in ('NONE', 'VIEW', 'EDIT')),
  primary key (tenant_id, role_id, record_type, field),
  foreign key (tenant_id, role_id) references core.role on delete cascade
);
select platform.tenant_table('core.role_field');

create table core.role_feature (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  role_id uuid not null,
  feature text not null,
  enabled boolean not null,
  primary key (tenant_id, role_id, feature),
  foreign key (tenant_id, role_id) references core.role on delete cascade
);
select platform.tenant_table('core.role_feature');

create table core.feature_switch (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  feature text not null,
  enabled boolean not null,
  primary key (tenant_id, feature)
);
select platform.tenant_table('core.feature_switch');

create table core.setting (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  key text not null,
  value text not null,
  primary key (tenant_id, key)
);
select platform.tenant_table('core.setting');

create table core.invitation (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  member_id uuid not null,
  email text not null,
  status text not null check (status in ('PENDING', 'ACCEPTED', 'REVOKED')),
  created_at timestamptz not null default now(),
  created_by uuid,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references core.member
);
select platform.tenant_table('core.invitation');

create table core.organisation (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  legal_name text,
  street text,
  postal_code text,
  city text,
  country char(2),
  tax_number text,
  registration_number text,
  phone text,
  email text,
  website text,
  iban text,
  bic text,
  fiscal_year_start int not null default 1 check (fiscal_year_start between 1 and 12),
  first_weekday int not null default 1 check (first_weekday between 1 and 7),
  version int not null default 1,
  primary key (tenant_id)
);
select platform.tenant_table('core.organisation');

create table core.history (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  member_id uuid,
  via text not null,
  action text not null,
  subject text not null,
  record_id uuid,
  title text,
  changes jsonb not null default '[]',
  primary key (tenant_id, id)
);
create index history_record on core.history (tenant_id, record_id, id);
-- The audit page reads newest first, mostly of one subject or one member.
create index history_subject on core.history (tenant_id, subject, id);
create index history_member on core.history (tenant_id, member_id, id);
select platform.tenant_table('core.history');
revoke update, delete on core.history from ${app};

create table core.idempotency (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  member_id uuid not null,
  key text not null,
  fingerprint text not null,
  status int,
  headers jsonb,
  body text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, member_id, key)
);
select platform.tenant_table('core.idempotency');

create table core.saved_view (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  version int not null default 1,
  record_type text not null,
  name text not null,
  visibility text not null check (visibility in ('private', 'team', 'tenant')),
  owner_id uuid not null,
  team_id uuid,
  filter text,
  sort text,
  columns text,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references core.member
);
create index saved_view_type on core.saved_view (tenant_id, record_type);
select platform.tenant_table('core.saved_view');

create table core.exchange_rate (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  currency char(3) not null,
  valid_from date not null,
  rate numeric(19, 9) not null check (rate > 0),
  source text not null default 'manual',
  primary key (tenant_id, currency, valid_from)
);
select platform.tenant_table('core.exchange_rate');
