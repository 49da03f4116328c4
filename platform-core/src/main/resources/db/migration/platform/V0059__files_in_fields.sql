-- A file can be the value of a field that the tenant added (S-CF-01); it is then named here and seen by whoever sees the
-- field.
alter table core.file add field text;
