create table sales.text_block (
  like platform.catalogue_entry,
  kind text not null,
  language text not null,
  standard boolean not null default false,
  text text not null,
  primary key (tenant_id, id)
);
select platform.catalogue_table('sales.text_block');

alter table sales.quote add language text;
