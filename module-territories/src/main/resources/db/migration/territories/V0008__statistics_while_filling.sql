-- When records are divided up for the first time these tables grow from nothing to all records within seconds. Whoever
-- reads lists meanwhile reads by plans made for empty tables, row after row, until statistics are told anew; the database
-- itself looks once a minute at the soonest. Only the owner of a table may do it.
create function territories.take_stock() returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze territories.assignment, territories.move;
  return true;
end $$;
revoke execute on function territories.take_stock() from public;
grant execute on function territories.take_stock() to ${app};
