-- What the identity provider checked when somebody logged in, as it says in the claim acr (S-AUTH-10).
alter table platform.session add column level text;
