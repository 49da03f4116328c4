alter table core.account
  add tax_number_standing text check (tax_number_standing in ('PLAUSIBLE', 'WRONG_FORMAT', 'WRONG_CHECK_DIGIT')),
  add tax_number_answer text check (tax_number_answer in ('VALID', 'INVALID')),
  add tax_number_checked_on date;
