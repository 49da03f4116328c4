alter table core.contact add language text;
