create table core.attendee (
  like platform.record,
  position int not null,
  activity_id uuid not null,
  member_id uuid,
  contact_id uuid,
  person_type text,
  person_id uuid,
  name text not null,
  email text,
  status text not null check (status in ('OPEN', 'ACCEPTED', 'TENTATIVE', 'DECLINED')),
  answer text,
  answered_at timestamptz,
  invited_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, activity_id) references core.activity deferrable initially deferred,
  foreign key (tenant_id, member_id) references core.member deferrable initially deferred,
  foreign key (tenant_id, contact_id) references core.contact deferrable initially deferred
);
create index attendee_activity on core.attendee (tenant_id, activity_id, position);
create index attendee_member on core.attendee (tenant_id, member_id);
create index attendee_contact on core.attendee (tenant_id, contact_id);
select platform.record_table('core.attendee');

-- How often those who were invited to a meeting were told of a change.
alter table core.activity add invitation_sequence int not null default 0;

-- When somebody is busy.
create index activity_of_owner_at on core.activity (tenant_id, owner_id, starts_at) where deleted_at is null;
