-- Single records shared beyond what roles reach (S-ROLE-10). A share that is over stays until somebody removes it.
create table core.share (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  record_type text not null,
  record_id uuid not null,
  member_id uuid,
  team_id uuid,
  access text not null check (access in ('VIEW', 'EDIT')),
  until date,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (tenant_id, id),
  check (num_nonnulls(member_id, team_id) = 1),
  foreign key (tenant_id, member_id) references core.member,
  foreign key (tenant_id, team_id) references core.team
);
create unique index share_member on core.share (tenant_id, record_type, record_id, member_id) where member_id is not null;
create unique index share_team on core.share (tenant_id, record_type, record_id, team_id) where team_id is not null;
create index share_with_member on core.share (tenant_id, member_id, record_type) where member_id is not null;
create index share_with_team on core.share (tenant_id, team_id, record_type) where team_id is not null;
select platform.tenant_table('core.share');
