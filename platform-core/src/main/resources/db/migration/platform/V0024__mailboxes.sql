create table core.mailbox (
  like platform.record,
  name text not null,
  address text not null,
  active boolean not null default true,
  last_read_at timestamptz,
  problem text,
  host text not null,
  port int not null,
  protection text not null check (protection in ('TLS', 'STARTTLS', 'NONE')),
  user_name text not null,
  password_kept boolean not null default false,
  sealed_password text,
  folder text not null,
  assignee_id uuid,
  record_team_id uuid,
  source text,
  own_domains text,
  uid_validity bigint,
  last_uid bigint,
  primary key (tenant_id, id)
);
create unique index mailbox_name on core.mailbox (tenant_id, lower(name)) where deleted_at is null;
create index mailbox_assignee on core.mailbox (tenant_id, assignee_id);
create index mailbox_record_team on core.mailbox (tenant_id, record_team_id);
select platform.record_table('core.mailbox');
select platform.reference('core.mailbox', 'assignee_id', 'core.member');
select platform.reference('core.mailbox', 'record_team_id', 'core.team');

-- Which mails were taken, so that each is taken once by whichever node, and not again when its record is erased.
create table core.arrival (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  mailbox_id uuid not null,
  message_key text not null,
  arrived_at timestamptz not null default now(),
  primary key (tenant_id, mailbox_id, message_key),
  foreign key (tenant_id, mailbox_id) references core.mailbox deferrable initially deferred
);
select platform.tenant_table('core.arrival');

create table core.message (
  like platform.owned_record,
  subject text not null,
  sender text,
  sender_name text,
  recipients text,
  sent_at timestamptz not null,
  text text,
  attachments text,
  outcome text not null check (outcome in ('TAKEN', 'IGNORED')),
  reason text,
  mailbox_id uuid,
  about_type text,
  about_id uuid,
  about_title text,
  message_key text not null,
  primary key (tenant_id, id),
  check ((outcome = 'IGNORED') = (reason is not null))
);
create index message_key_of on core.message (tenant_id, message_key);
create index message_about on core.message (tenant_id, about_id, sent_at desc);
create index message_sent on core.message (tenant_id, sent_at desc, id desc) where deleted_at is null;
create index message_mailbox on core.message (tenant_id, mailbox_id);
create index message_owner on core.message (tenant_id, owner_id);
create index message_team on core.message (tenant_id, team_id);
select platform.record_table('core.message');
select platform.reference('core.message', 'mailbox_id', 'core.mailbox');
