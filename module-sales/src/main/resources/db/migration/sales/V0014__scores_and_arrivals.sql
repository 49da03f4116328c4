create table sales.score_rule (
  like platform.catalogue_entry,
  points int not null,
  basis text not null check (basis in ('FIELD', 'CHANNEL', 'REPLIED', 'RECENT')),
  fact text check (fact in ('INDUSTRY', 'COMPANY', 'JOB_TITLE', 'WEBSITE', 'EMPLOYEES', 'BUDGET')),
  value text,
  least int,
  channel_id uuid,
  days int,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_id) references sales.channel deferrable initially deferred
);
create index score_rule_channel on sales.score_rule (tenant_id, channel_id);
select platform.catalogue_table('sales.score_rule');

alter table sales.lead
  add score_reasons text,
  add replied_at timestamptz,
  add last_activity_at timestamptz;

create table sales.arrival_rule (
  like platform.catalogue_entry,
  fact text not null check (fact in ('UTM_SOURCE', 'UTM_MEDIUM', 'UTM_CAMPAIGN', 'UTM_TERM', 'UTM_CONTENT', 'REFERRER')),
  value text not null,
  channel_id uuid not null,
  activity_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_id) references sales.channel deferrable initially deferred,
  foreign key (tenant_id, activity_id) references sales.marketing_activity deferrable initially deferred
);
create index arrival_rule_channel on sales.arrival_rule (tenant_id, channel_id);
create index arrival_rule_activity on sales.arrival_rule (tenant_id, activity_id);
select platform.catalogue_table('sales.arrival_rule');
