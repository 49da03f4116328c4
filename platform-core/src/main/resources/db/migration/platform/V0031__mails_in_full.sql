-- The markup of a mail, cleaned, and who may see the mail.
alter table core.message add html text, add confidential boolean not null default false;
alter table core.mailbox add visibility text check (visibility in ('SHARED', 'PRIVATE'));

-- Following is a list of one's own like favourites; whoever changes a record looks for its followers.
alter table core.shortlist_entry drop constraint shortlist_entry_list_check,
  add constraint shortlist_entry_list_check check (list in ('favourites', 'recent', 'followed'));
create index shortlist_entry_record on core.shortlist_entry (tenant_id, record_id) where list = 'followed';
