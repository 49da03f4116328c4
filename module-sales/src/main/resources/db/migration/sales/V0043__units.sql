select platform.measured_in_units('sales.quote_line');
select platform.measured_in_units('sales.order_line');
