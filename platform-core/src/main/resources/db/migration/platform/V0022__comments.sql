-- What people write about records of any type. What an edited one said before is kept.
create table core.comment (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  record_type text not null,
  record_id uuid not null,
  author_id uuid,
  text text not null,
  pinned boolean not null default false,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, author_id) references core.member
);
create index comment_record on core.comment (tenant_id, record_id, id) where deleted_at is null;
select platform.tenant_table('core.comment');

create table core.comment_former (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  comment_id uuid not null,
  n bigint generated always as identity,
  text text not null,
  until timestamptz not null default now(),
  primary key (tenant_id, comment_id, n),
  foreign key (tenant_id, comment_id) references core.comment on delete cascade
);
select platform.tenant_table('core.comment_former');
