-- Which day it is for the bound tenant, for values that change with time alone.
create function platform.today() returns date language sql stable as $$
  select (now() at time zone time_zone)::date from platform.tenant
    where id = current_setting('pipewright.tenant')::uuid
$$;
