-- E-mail domains an organisation names as its own and what people of each get who come by themselves (S-AUTH-04).
create table core.email_domain (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null,
  domain text not null,
  proof text not null,
  role_id uuid not null,
  team_id uuid,
  proven_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, role_id) references core.role,
  foreign key (tenant_id, team_id) references core.team on delete set null (team_id)
);
create unique index email_domain_domain on core.email_domain (tenant_id, domain);
create index email_domain_role on core.email_domain (tenant_id, role_id);
create index email_domain_team on core.email_domain (tenant_id, team_id);
select platform.tenant_table('core.email_domain');

-- Who holds a domain: the first to prove it, until its proof is gone.
create table platform.held_domain (
  domain text primary key,
  tenant_id uuid not null references platform.tenant,
  domain_id uuid not null
);
create index held_domain_tenant on platform.held_domain (tenant_id);
grant select, insert, update, delete on platform.held_domain to ${app};
