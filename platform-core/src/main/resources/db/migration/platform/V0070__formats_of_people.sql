-- Country in which days, times and numbers are written as the person wants them.
alter table platform.person add column formats text;
