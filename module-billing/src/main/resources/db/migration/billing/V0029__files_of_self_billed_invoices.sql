-- The e-invoice that was issued with it, to be sent with its paper.
alter table billing.self_billed_invoice add file_id uuid;
