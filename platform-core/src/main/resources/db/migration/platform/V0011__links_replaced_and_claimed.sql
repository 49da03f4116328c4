-- One confirmation at a time: two clicks on the same link must not provision and undo each other.
alter table platform.signup add claimed_until timestamptz;
create index signup_tenant on platform.signup (tenant_id);
alter table platform.invitation_token add replaced boolean not null default false;
create index invitation_token_invitation on platform.invitation_token (tenant_id, invitation_id);
create index membership_tenant on platform.membership (tenant_id);
