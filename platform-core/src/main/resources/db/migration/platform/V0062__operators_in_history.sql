-- Who of the platform's operators did it, where the platform acts for the tenant (S-AUD-01): no member of the tenant.
alter table core.history add column operator text;
