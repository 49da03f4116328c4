-- What a credit note takes back is worth what its invoice said it was, from now on; what was issued keeps its worth.
alter table billing.invoice add rated_on date;
alter table billing.invoice no force row level security;
update billing.invoice set rated_on = issued_on;
alter table billing.invoice force row level security;
