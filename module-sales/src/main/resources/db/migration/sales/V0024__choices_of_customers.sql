alter table sales.quote_line
  add quantity_from numeric(19, 4),
  add quantity_to numeric(19, 4),
  add chosen boolean not null default false,
  add chosen_quantity numeric(19, 4);
alter table sales.quote_decision add choice text;
