select platform.measured_in_units('billing.invoice_line');
select platform.measured_in_units('billing.subscription_line');
select platform.measured_in_units('billing.self_billed_line');
