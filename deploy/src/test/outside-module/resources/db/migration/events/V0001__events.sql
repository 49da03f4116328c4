grant usage on schema events to ${app};

create table events.event (
  like platform.record,
  name text not null,
  place text,
  starts_on date not null,
  budget_amount numeric(19, 4),
  budget_currency char(3),
  budget_base numeric(19, 4),
  account uuid,
  cancelled boolean not null default false,
  cancel_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account) references core.account deferrable initially deferred
);
create index event_starts_on on events.event (tenant_id, starts_on, id) where deleted_at is null;
select platform.record_table('events.event');
