-- Whether reminders come by mail, too.
alter table platform.person add column reminder_mails boolean not null default true;
-- Who stands in for somebody who is away.
alter table core.absence no force row level security;
alter table core.member no force row level security;
alter table core.absence
  add column deputy_id uuid,
  add foreign key (tenant_id, deputy_id) references core.member deferrable initially deferred;
alter table core.absence force row level security;
alter table core.member force row level security;
create index absence_deputy on core.absence (tenant_id, deputy_id) where deputy_id is not null;
