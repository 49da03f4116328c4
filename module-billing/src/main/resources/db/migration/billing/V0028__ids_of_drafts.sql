-- By which people tell drafts apart: the end of the id, which is random, and none once there is a number (S-NUM-03).
create function billing.draft_id(id uuid, number text) returns text
language sql immutable as $$
  select case when number is null then 'D-' || upper(right(id::text, 8)) end
$$;
