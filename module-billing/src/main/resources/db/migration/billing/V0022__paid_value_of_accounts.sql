-- Accounts are told what was paid on their paid invoices so far.
do $$
declare known record;
begin
  for known in select id, currency from platform.tenant loop
    perform set_config('pipewright.tenant', known.id::text, true);
    update core.account a
    set paid_value_amount = s.sum, paid_value_currency = known.currency, paid_value_base = s.sum
    from (
      select account_id, sum(paid_base) as sum from billing.invoice
      where deleted_at is null
        and billing.payment_status(id, kind, status, due_on, open_amount, paid_amount, settled_amount) = 'PAID'
      group by account_id) s
    where a.id = s.account_id and s.sum is not null;
  end loop;
  perform set_config('pipewright.tenant', '', true);
end $$;
