-- On order, or as it is delivered; orders until now were invoiced whenever somebody liked.
alter table sales.customer_order add invoice_on text;
alter table sales.customer_order no force row level security;
update sales.customer_order set invoice_on = 'ORDER';
alter table sales.customer_order force row level security;
