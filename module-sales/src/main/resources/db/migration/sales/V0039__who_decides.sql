-- What the roles of people mean, told for those that came with the product by the names they came with (S-CON-06).
alter table sales.contact_role
  add meaning text not null default 'OTHER'
    check (meaning in ('DECISION_MAKER', 'INFLUENCER', 'USER', 'BLOCKER', 'OTHER'));
alter table sales.contact_role alter meaning drop default;
alter table sales.contact_role no force row level security;
update sales.contact_role set meaning = case name
    when 'Decision maker' then 'DECISION_MAKER'
    when 'Entscheider' then 'DECISION_MAKER'
    when 'Influencer' then 'INFLUENCER'
    when 'Einflussnehmer' then 'INFLUENCER'
    when 'User' then 'USER'
    when 'Anwender' then 'USER'
    else meaning end;
alter table sales.contact_role force row level security;

-- Never kept: it would be wrong as soon as somebody gives a role another meaning.
create function sales.decision_maker(deal uuid, outcome text) returns text
language sql stable as $$
  select case
    when outcome <> 'IN_PROGRESS' then null
    when exists (
      select from sales.party p join sales.contact_role r on r.tenant_id = p.tenant_id and r.id = p.contact_role_id
        where p.tenant_id = current_setting('pipewright.tenant')::uuid and p.opportunity_id = deal
          and p.deleted_at is null and p.contact_id is not null and r.meaning = 'DECISION_MAKER') then 'KNOWN'
    else 'MISSING' end
$$;
