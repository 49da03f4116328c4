create table sales.party_role (
  like platform.catalogue_entry,
  meaning text not null check (meaning in ('CUSTOMER', 'COMPETITOR', 'OTHER')),
  primary key (tenant_id, id)
);
create unique index party_role_customer on sales.party_role (tenant_id) where meaning = 'CUSTOMER';
select platform.catalogue_table('sales.party_role');

create table sales.contact_role (
  like platform.catalogue_entry,
  primary key (tenant_id, id)
);
select platform.catalogue_table('sales.contact_role');

create table sales.party (
  like platform.record,
  position int not null,
  name text not null,
  opportunity_id uuid not null,
  partner_id uuid not null,
  role_id uuid not null,
  contact_id uuid,
  contact_role_id uuid,
  comment text,
  strengths text,
  winner boolean not null default false,
  link_contact boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, opportunity_id) references sales.opportunity deferrable initially deferred,
  foreign key (tenant_id, partner_id) references core.account deferrable initially deferred,
  foreign key (tenant_id, role_id) references sales.party_role deferrable initially deferred,
  foreign key (tenant_id, contact_id) references core.contact deferrable initially deferred,
  foreign key (tenant_id, contact_role_id) references sales.contact_role deferrable initially deferred
);
create index party_opportunity on sales.party (tenant_id, opportunity_id, position);
create index party_partner on sales.party (tenant_id, partner_id);
create index party_contact on sales.party (tenant_id, contact_id);
create index party_role_of on sales.party (tenant_id, role_id);
create index party_contact_role on sales.party (tenant_id, contact_role_id);
select platform.record_table('sales.party');

alter table sales.opportunity add lost_to_id uuid;
select platform.reference('sales.opportunity', 'lost_to_id', 'core.account');
create index opportunity_lost_to on sales.opportunity (tenant_id, lost_to_id);
