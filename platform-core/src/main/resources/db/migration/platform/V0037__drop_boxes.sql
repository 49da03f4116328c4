-- What becomes of mails in a mailbox: leads are made of strangers', or members put copies of their own there.
alter table core.mailbox add purpose text not null default 'INTAKE' check (purpose in ('INTAKE', 'DROP_BOX'));
