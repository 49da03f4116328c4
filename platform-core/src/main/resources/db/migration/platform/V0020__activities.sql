-- What is done with or for somebody: tasks, calls, meetings, mails, notes. Each has a kind of the tenant's list.
create table core.activity_kind (
  like platform.catalogue_entry,
  form text not null,
  standard boolean not null default false,
  primary key (tenant_id, id)
);
select platform.catalogue_table('core.activity_kind');

create table core.activity (
  like platform.owned_record,
  subject text not null,
  kind_id uuid not null,
  form text not null,
  status text not null,
  open boolean not null,
  priority text not null,
  starts_at timestamptz,
  duration int,
  due_on date,
  -- From when on it is overdue, in the time zone of whoever is to do it.
  due_at timestamptz,
  remind_at timestamptz,
  repeats text,
  repeats_until date,
  series_from date,
  direction text,
  location text,
  description text,
  result text,
  next_step text,
  next_step_on date,
  handled boolean not null default true,
  confidential boolean not null default false,
  completed_at timestamptz,
  follows_id uuid,
  -- What a rule made it for, so that the same is not made twice.
  origin text,
  primary key (tenant_id, id),
  foreign key (tenant_id, kind_id) references core.activity_kind deferrable initially deferred,
  foreign key (tenant_id, follows_id) references core.activity deferrable initially deferred
);
create index activity_due on core.activity (tenant_id, due_at, id) where deleted_at is null;
create index activity_starts on core.activity (tenant_id, starts_at) where deleted_at is null;
create index activity_owner on core.activity (tenant_id, owner_id, due_at);
create index activity_kind_of on core.activity (tenant_id, kind_id);
create index activity_follows on core.activity (tenant_id, follows_id) where follows_id is not null;
create index activity_origin on core.activity (tenant_id, origin) where origin is not null;
select platform.record_table('core.activity');

-- What an activity is about: any number of records of any type that takes activities.
create table core.activity_link (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  activity_id uuid not null,
  record_type text not null,
  record_id uuid not null,
  primary key (tenant_id, activity_id, record_type, record_id),
  foreign key (tenant_id, activity_id) references core.activity on delete cascade
);
create index activity_link_record on core.activity_link (tenant_id, record_id, activity_id);
select platform.tenant_table('core.activity_link');

-- How and when contacts and accounts were reached, kept from their activities.
alter table core.contact
  add column last_inbound_at timestamptz, add column last_outbound_at timestamptz,
  add column contacts_made int not null default 0, add column last_activity_at timestamptz;
alter table core.account
  add column last_inbound_at timestamptz, add column last_outbound_at timestamptz,
  add column contacts_made int not null default 0, add column last_activity_at timestamptz;
