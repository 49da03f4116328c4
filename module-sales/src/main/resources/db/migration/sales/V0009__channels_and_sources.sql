create table sales.channel (
  like platform.catalogue_entry,
  impact_type text not null check (impact_type in ('NONE', 'USER', 'PARTNER', 'CONTACT', 'ACTIVITY')),
  details text,
  primary key (tenant_id, id)
);
select platform.catalogue_table('sales.channel');

create table sales.marketing_activity (
  like platform.record,
  name text not null,
  parent_id uuid,
  begins_on date,
  ends_on date,
  budget_amount numeric(19, 4),
  budget_currency char(3),
  budget_base numeric(19, 4),
  cost_amount numeric(19, 4),
  cost_currency char(3),
  cost_base numeric(19, 4),
  won_revenue_amount numeric(19, 4),
  won_revenue_currency char(3),
  won_revenue_base numeric(19, 4),
  active boolean not null default true,
  details text,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references sales.marketing_activity deferrable initially deferred
);
create index marketing_activity_title on sales.marketing_activity (tenant_id, lower(name));
create index marketing_activity_parent on sales.marketing_activity (tenant_id, parent_id);
create index marketing_activity_begin on sales.marketing_activity (tenant_id, begins_on desc nulls last, id desc)
  where deleted_at is null;
select platform.record_table('sales.marketing_activity');

alter table sales.lead
  drop channel,
  drop source,
  add channel_id uuid,
  add source_user_id uuid,
  add source_partner_id uuid,
  add source_contact_id uuid,
  add source_activity_id uuid;
alter table sales.opportunity
  drop channel,
  drop source,
  add channel_id uuid,
  add source_user_id uuid,
  add source_partner_id uuid,
  add source_contact_id uuid,
  add source_activity_id uuid;
select platform.reference('sales.lead', 'channel_id', 'sales.channel');
select platform.reference('sales.lead', 'source_user_id', 'core.member');
select platform.reference('sales.lead', 'source_partner_id', 'core.account');
select platform.reference('sales.lead', 'source_contact_id', 'core.contact');
select platform.reference('sales.lead', 'source_activity_id', 'sales.marketing_activity');
select platform.reference('sales.opportunity', 'channel_id', 'sales.channel');
select platform.reference('sales.opportunity', 'source_user_id', 'core.member');
select platform.reference('sales.opportunity', 'source_partner_id', 'core.account');
select platform.reference('sales.opportunity', 'source_contact_id', 'core.contact');
select platform.reference('sales.opportunity', 'source_activity_id', 'sales.marketing_activity');
create index lead_channel on sales.lead (tenant_id, channel_id);
create index lead_source_user on sales.lead (tenant_id, source_user_id);
create index lead_source_partner on sales.lead (tenant_id, source_partner_id);
create index lead_source_contact on sales.lead (tenant_id, source_contact_id);
create index lead_source_activity on sales.lead (tenant_id, source_activity_id);
create index opportunity_channel on sales.opportunity (tenant_id, channel_id);
create index opportunity_source_user on sales.opportunity (tenant_id, source_user_id);
create index opportunity_source_partner on sales.opportunity (tenant_id, source_partner_id);
create index opportunity_source_contact on sales.opportunity (tenant_id, source_contact_id);
create index opportunity_source_activity on sales.opportunity (tenant_id, source_activity_id);
