-- What it takes to send a mail again that no server took.
alter table core.message
  add copies text,
  add earlier_key text;
