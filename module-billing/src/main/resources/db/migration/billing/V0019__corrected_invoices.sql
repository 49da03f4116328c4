alter table billing.invoice add corrects_id uuid;
select platform.reference('billing.invoice', 'corrects_id', 'billing.invoice');
create index invoice_corrects on billing.invoice (tenant_id, corrects_id);
