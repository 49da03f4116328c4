-- The e-invoice that was issued with it, to be sent with its paper.
alter table billing.invoice add file_id uuid;
