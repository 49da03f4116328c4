-- What a rule said when it put a record somewhere, as it was then whatever became of it (S-TERR-15).
create table territories.rule_edition (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  id uuid not null default gen_random_uuid(),
  rule_id uuid not null,
  edition int not null,
  territory_id uuid not null,
  criteria text not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, rule_id, edition),
  foreign key (tenant_id, territory_id) references territories.territory deferrable initially deferred,
  foreign key (tenant_id, made_by) references core.member deferrable initially deferred
);
create index rule_edition_territory on territories.rule_edition (tenant_id, territory_id);
create index rule_edition_member on territories.rule_edition (tenant_id, made_by);
select platform.tenant_table('territories.rule_edition');
revoke update, delete on territories.rule_edition from ${app};

-- Why a record was moved: an edition of a rule, or somebody who gave a reason; neither of moves that were made before.
alter table territories.move
  add column rule_edition_id uuid,
  add column reason text,
  add column decided_by uuid;
select platform.reference('territories.move', 'rule_edition_id', 'territories.rule_edition');
select platform.reference('territories.move', 'decided_by', 'core.member');
create index move_rule_edition on territories.move (tenant_id, rule_edition_id);
create index move_decided_by on territories.move (tenant_id, decided_by);

-- In which territory a record was when it came to need nobody any more; for as long as it does not.
create table territories.closing (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  record_id uuid not null,
  record_type text not null,
  territory_id uuid not null,
  primary key (tenant_id, record_id),
  foreign key (tenant_id, territory_id) references territories.territory deferrable initially deferred
);
create index closing_territory on territories.closing (tenant_id, territory_id, record_type, record_id);
select platform.tenant_table('territories.closing');
