-- What holds in tenants that have not chosen themselves, where the operator says otherwise than the product (S-SET-09).
create table platform.feature_default (
  feature text primary key,
  enabled boolean not null
);

create table platform.setting_default (
  key text primary key,
  value text not null
);

-- The operator's log of these choices: each with who made it, and null for the product's own default.
create table platform.default_change (
  id bigint generated always as identity primary key,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  kind text not null check (kind in ('FEATURE', 'SETTING')),
  key text not null,
  before text,
  after text
);
grant select, insert, update, delete on platform.feature_default, platform.setting_default to ${app};
grant select, insert on platform.default_change to ${app};

-- The tenant's own choices of settings, and the operator's where it has none.
create view core.setting_chosen with (security_invoker = true) as
  select key, value from core.setting
  union all
  select d.key, d.value from platform.setting_default d where not exists (select from core.setting s where s.key = d.key);
grant select on core.setting_chosen to ${app};
