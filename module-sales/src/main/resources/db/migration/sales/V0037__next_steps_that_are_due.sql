-- How urgent the next step of a deal is; it changes with the day alone (S-OPP-13).
create function sales.next_step_due(outcome text, step_on date) returns text language sql stable as $$
  select case
    when outcome <> 'IN_PROGRESS' then null
    when step_on < platform.today() then 'OVERDUE'
    when step_on = platform.today() then 'TODAY' end
$$;
