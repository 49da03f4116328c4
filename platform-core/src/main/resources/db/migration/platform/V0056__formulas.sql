-- Fields that tenants add and the database reckons from others of the same record (S-CF-01).
alter table core.own_field add column formula text;
-- Kind of what a formula makes; it stays, as the kind of a field does.
alter table core.own_field add column result text;

-- A number as fields have it; what is larger than any of them is none.
create function platform.formula_number(value numeric) returns numeric language sql immutable as $$
  select case when abs(value) < 1e15 then round(value, 4) end
$$;

-- The day so many days later; one beyond the calendar is none.
create function platform.formula_day(start date, days numeric) returns date language sql immutable as $$
  select case when abs(days) < 4000000 then
    case when start + trunc(days)::int between date '0001-01-01' and date '9999-12-31' then start + trunc(days)::int end
  end
$$;
