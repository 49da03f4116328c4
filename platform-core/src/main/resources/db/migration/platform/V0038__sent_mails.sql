-- Mails that members write from records go out by the server of a mailbox, so that answers and bounces come back to it.
alter table core.mailbox
  add send_host text,
  add send_port int,
  add send_protection text check (send_protection in ('TLS', 'STARTTLS', 'NONE'));

alter table core.message
  add direction text not null default 'INBOUND' check (direction in ('INBOUND', 'OUTBOUND')),
  add delivery text check (delivery in ('WAITING', 'SENT', 'FAILED', 'BOUNCED')),
  add problem text,
  add check ((direction = 'OUTBOUND') = (delivery is not null));

-- The mail an activity stands for.
alter table core.activity add message_id uuid;
create index activity_message on core.activity (tenant_id, message_id) where message_id is not null;
select platform.reference('core.activity', 'message_id', 'core.message');

-- Addresses from which mails came back.
create table core.undeliverable_address (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  address text not null,
  reason text not null,
  since timestamptz not null default now(),
  primary key (tenant_id, address)
);
select platform.tenant_table('core.undeliverable_address');

create table core.signature (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  member_id uuid not null,
  text text not null,
  primary key (tenant_id, member_id),
  foreign key (tenant_id, member_id) references core.member
);
select platform.tenant_table('core.signature');

create table core.text_template (
  like platform.catalogue_entry,
  subject text,
  text text not null,
  primary key (tenant_id, id)
);
select platform.catalogue_table('core.text_template');
