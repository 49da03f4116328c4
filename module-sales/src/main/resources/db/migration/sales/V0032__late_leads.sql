-- Whose owner was told that nobody has answered in time, and how long the first answer took (S-LEAD-20).
alter table sales.lead
  add alerted_at timestamptz,
  add response_hours numeric;

-- How it stands with the first answer is never kept: late would be wrong an hour on.
create function sales.lead_response(standing uuid, answer_by timestamptz, responded_at timestamptz) returns text
language sql stable as $$
  select case
    when responded_at is not null then 'ANSWERED'
    when answer_by is null or not exists (
      select from sales.lead_status s where s.tenant_id = current_setting('pipewright.tenant')::uuid
        and s.id = standing and s.category in ('NEW', 'OPEN')) then null
    when answer_by <= now() then 'OVERDUE'
    else 'WAITING' end
$$;

-- A record may be a little younger than the transaction in which it is told.
create function sales.lead_age(came timestamptz) returns int
language sql stable as $$
  select greatest(0, floor(extract(epoch from now() - came) / 86400))::int
$$;
