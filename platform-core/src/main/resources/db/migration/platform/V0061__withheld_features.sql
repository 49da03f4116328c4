-- Features that the operator does not grant a tenant though it grants their module (S-PLAT-16).
create table platform.withheld_feature (
  tenant_id uuid not null references platform.tenant,
  feature text not null,
  primary key (tenant_id, feature)
);
grant select, insert, update, delete on platform.withheld_feature to ${app};

-- What the operator sold a tenant, by the operator's own name for it.
alter table platform.tenant add column plan text;
