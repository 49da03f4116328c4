-- Rows of one record and consumer are delivered in order: each look asks for an earlier one.
create index outbox_order on platform.outbox (tenant_id, record_id, kind, consumer, id) where failed_at is null;
create index outbox_failed on platform.outbox (tenant_id, id) where failed_at is not null;

-- The audit page reads newest first, mostly of one subject or one member.
create index history_subject on core.history (tenant_id, subject, id);
create index history_member on core.history (tenant_id, member_id, id);
