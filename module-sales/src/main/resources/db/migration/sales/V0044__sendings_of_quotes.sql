create table sales.quote_sending (
  like platform.record,
  position int not null,
  quote_id uuid not null,
  sent_at timestamptz not null,
  recipient text not null,
  letter_id uuid not null,
  link_id uuid not null,
  viewed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, quote_id) references sales.quote deferrable initially deferred
);
create index quote_sending_quote on sales.quote_sending (tenant_id, quote_id, position);
select platform.record_table('sales.quote_sending');
