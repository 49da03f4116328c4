-- Which languages there are is decided by the texts that are there.
alter table sales.lead_form drop constraint lead_form_language_check;
