-- Records a member keeps at hand: favourites, and what was opened last.
create table core.shortlist_entry (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  member_id uuid not null,
  list text not null check (list in ('favourites', 'recent')),
  subject text not null,
  record_id uuid not null,
  at timestamptz not null default now(),
  primary key (tenant_id, member_id, list, subject, record_id),
  foreign key (tenant_id, member_id) references core.member
);
select platform.tenant_table('core.shortlist_entry');
