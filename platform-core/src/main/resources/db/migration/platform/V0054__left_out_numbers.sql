-- Numbers of a series that nobody takes, because somebody let it go on with a later one (S-NUM-07).
create table core.number_skip (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  series text not null,
  period text not null,
  first bigint not null,
  last bigint not null,
  -- Whether documents have them that an earlier pattern counted in another period.
  counted_before boolean not null,
  at timestamptz not null default now(),
  primary key (tenant_id, series, period, first)
);
select platform.tenant_table('core.number_skip');
revoke update, delete on core.number_skip from ${app};
create index history_title_deleted on core.history (tenant_id, title) where action = 'delete';
