-- A sign-up that is sent again with the key of the first is answered as the first and sends no second link.
alter table platform.signup add column request_key bytea, add column request bytea;
create unique index signup_request_key on platform.signup (request_key) where request_key is not null;
