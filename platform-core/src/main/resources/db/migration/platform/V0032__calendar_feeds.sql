-- Addresses under which a calendar program reads what a member may see. Only a digest of the address is kept.
create table core.calendar_feed (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  whose text not null check (whose in ('ME', 'TEAM', 'ALL')),
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references core.member
);
create unique index calendar_feed_token on core.calendar_feed (tenant_id, token_hash);
create index calendar_feed_member on core.calendar_feed (tenant_id, member_id);
select platform.tenant_table('core.calendar_feed');
