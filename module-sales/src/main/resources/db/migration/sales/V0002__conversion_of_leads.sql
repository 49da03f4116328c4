alter table sales.lead
  add qualified_at timestamptz,
  add account_id uuid,
  add contact_id uuid,
  add opportunity_id uuid,
  add reactivates_id uuid,
  add reactivated_as_id uuid,
  add made text,
  add status_before_id uuid;
alter table sales.opportunity add lead_id uuid;
create index lead_account on sales.lead (tenant_id, account_id);
create index lead_contact on sales.lead (tenant_id, contact_id);
create index lead_opportunity on sales.lead (tenant_id, opportunity_id);
create index lead_reactivates on sales.lead (tenant_id, reactivates_id);
create index opportunity_lead on sales.opportunity (tenant_id, lead_id);
select platform.reference('sales.lead', 'account_id', 'core.account');
select platform.reference('sales.lead', 'contact_id', 'core.contact');
select platform.reference('sales.lead', 'opportunity_id', 'sales.opportunity');
select platform.reference('sales.lead', 'reactivates_id', 'sales.lead');
select platform.reference('sales.lead', 'reactivated_as_id', 'sales.lead');
select platform.reference('sales.lead', 'status_before_id', 'sales.lead_status');
select platform.reference('sales.opportunity', 'lead_id', 'sales.lead');
