-- What was sent by a form whose feature is off waits for somebody to release or discard it.
alter table core.form_submission drop constraint form_submission_state_check;
alter table core.form_submission drop constraint form_submission_check;
alter table core.form_submission add check (state in ('WAITING', 'TAKEN', 'PARKED'));
alter table core.form_submission add check (state <> 'TAKEN' or content is null);
