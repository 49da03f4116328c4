alter table sales.quote
  add paper_id uuid,
  add paper_digest text;
