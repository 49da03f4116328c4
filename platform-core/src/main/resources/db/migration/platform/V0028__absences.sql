create table core.absence (
  like platform.record,
  name text,
  member_id uuid not null,
  from_day date not null,
  until_day date not null,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references core.member deferrable initially deferred
);
create index absence_member on core.absence (tenant_id, member_id, until_day);
select platform.record_table('core.absence');
