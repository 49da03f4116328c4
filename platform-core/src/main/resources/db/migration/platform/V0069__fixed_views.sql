-- Views that keep the records they were saved with; null for those that ask their filter each time.
alter table core.saved_view add column members uuid[];
