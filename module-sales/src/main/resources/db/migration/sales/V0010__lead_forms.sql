create table sales.lead_form (
  like platform.record,
  name text not null,
  active boolean not null default true,
  language text not null check (language in ('EN', 'DE')),
  address text,
  snippet text,
  heading text not null,
  introduction text,
  consent text,
  thanks text,
  asks_first_name text not null,
  asks_last_name text not null,
  asks_company text not null,
  asks_job_title text not null,
  asks_email text not null,
  asks_phone text not null,
  asks_website text not null,
  asks_need text not null,
  assignee_id uuid,
  lead_team_id uuid,
  channel_id uuid,
  confirmed boolean not null default false,
  origins text,
  primary key (tenant_id, id)
);
create unique index lead_form_name on sales.lead_form (tenant_id, lower(name)) where deleted_at is null;
create index lead_form_channel on sales.lead_form (tenant_id, channel_id);
create index lead_form_assignee on sales.lead_form (tenant_id, assignee_id);
create index lead_form_lead_team on sales.lead_form (tenant_id, lead_team_id);
select platform.record_table('sales.lead_form');
select platform.reference('sales.lead_form', 'channel_id', 'sales.channel');
select platform.reference('sales.lead_form', 'assignee_id', 'core.member');
select platform.reference('sales.lead_form', 'lead_team_id', 'core.team');

alter table sales.lead
  add form_id uuid,
  add utm_source text,
  add utm_medium text,
  add utm_campaign text,
  add utm_term text,
  add utm_content text,
  add referrer text,
  add landing_page text,
  add consent_text text,
  add consented_at timestamptz;
create index lead_form_of on sales.lead (tenant_id, form_id);
select platform.reference('sales.lead', 'form_id', 'sales.lead_form');
