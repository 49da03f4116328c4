drop index sales.lead_email;
alter table sales.lead
  drop column email, drop column phone, drop column other_email, drop column mobile,
  drop column street, drop column postal_code, drop column city, drop column region, drop column country,
  add column emails jsonb, add column phones jsonb, add column addresses jsonb, add column links jsonb;
