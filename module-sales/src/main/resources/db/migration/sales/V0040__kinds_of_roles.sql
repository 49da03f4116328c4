-- Roles of which somebody needs one to have deals of the kind; those until now are open to all.
alter table sales.kind add roles text;
