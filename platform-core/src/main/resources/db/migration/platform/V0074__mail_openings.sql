-- What is noted of mails whose recipients agreed that it is: it stands with the mail, and goes when that is erased (S-MAIL-05).
alter table core.message
  add openings int,
  add opened_at timestamptz,
  add clicks int,
  add clicked_at timestamptz,
  add followed_links text;

-- By which secret addresses such mails tell of themselves: one for each time it was handed to a mail server.
create table core.tracked_mail (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  token_hash bytea not null,
  message_id uuid not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, message_id) references core.message on delete cascade deferrable initially deferred
);
create index tracked_mail_message on core.tracked_mail (tenant_id, message_id);
select platform.tenant_table('core.tracked_mail');

-- The pages it linked to: nobody is sent on to any other.
create table core.tracked_link (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  message_id uuid not null,
  address text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, message_id) references core.message on delete cascade deferrable initially deferred
);
create index tracked_link_message on core.tracked_link (tenant_id, message_id);
select platform.tenant_table('core.tracked_link');
