-- Lists of contact points are values of the record that has them: they are read, written, kept in the history and
-- erased with it.
alter table core.account
  drop column phone, drop column email,
  drop column billing_street, drop column billing_postal_code, drop column billing_city,
  drop column shipping_street, drop column shipping_postal_code, drop column shipping_city,
  drop column shipping_country, drop column kind,
  add column emails jsonb, add column phones jsonb, add column addresses jsonb, add column links jsonb,
  add column customer boolean not null default false,
  add column partner boolean not null default false,
  add column supplier boolean not null default false,
  add column competitor boolean not null default false;
drop index core.contact_email;
alter table core.contact
  drop column email, drop column phone, drop column mobile, drop column linkedin,
  drop column street, drop column postal_code, drop column city, drop column country,
  add column emails jsonb, add column phones jsonb, add column addresses jsonb, add column links jsonb;

-- Which records an address or a number belongs to. Comparing text is leakproof, so its index serves under row-level
-- security; operators of jsonb are not.
create table core.contact_point (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  subject text not null,
  record_id uuid not null,
  field text not null,
  form text not null,
  primary key (tenant_id, subject, record_id, field, form)
);
create index contact_point_form on core.contact_point (tenant_id, form, subject, field);
select platform.tenant_table('core.contact_point');
