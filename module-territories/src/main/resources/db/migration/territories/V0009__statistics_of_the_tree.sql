-- A plan makes hundreds of territories within moments, too. Lists tell the territory of each record by name: by a plan for
-- an empty tree, each of these names is looked for in all of it.
create or replace function territories.take_stock() returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze territories.assignment, territories.move, territories.territory, territories.territory_rule;
  return true;
end $$;
