alter table platform.login_attempt add browser_hash bytea not null;
