-- A kind that is used is not edited: its next edition takes its place (S-KIND-17).
alter table sales.kind
  add edition int not null default 1,
  add former_id uuid;
select platform.reference('sales.kind', 'former_id', 'sales.kind');
