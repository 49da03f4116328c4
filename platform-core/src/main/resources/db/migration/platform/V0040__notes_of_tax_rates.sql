alter table core.tax_rate add note text;
