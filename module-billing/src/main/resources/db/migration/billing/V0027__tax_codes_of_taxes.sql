-- From which tax code the tax of a document is (S-TAX-07). What was issued before tells only category and rate.
alter table billing.tax_entry add tax_code_id uuid;
alter table billing.tax_receipt add tax_code_id uuid;
alter table billing.self_billed_tax add tax_code_id uuid;
create index tax_entry_tax_code on billing.tax_entry (tenant_id, tax_code_id);
create index tax_receipt_tax_code on billing.tax_receipt (tenant_id, tax_code_id);
create index self_billed_tax_tax_code on billing.self_billed_tax (tenant_id, tax_code_id);
select platform.reference('billing.tax_entry', 'tax_code_id', 'core.tax_code');
select platform.reference('billing.tax_receipt', 'tax_code_id', 'core.tax_code');
select platform.reference('billing.self_billed_tax', 'tax_code_id', 'core.tax_code');
