package org.pipewright.platform.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** What is kept of the use of each month. Rows of a tenant that is gone are not written any more. */
@ApplicationScoped
class UsageRows {

    private static final String THIS_MONTH = "date_trunc('month', now() at time zone 'UTC')::date";
    private static final String MONTHS = "select u.month, (select count(*) from platform.usage_member m"
            + " where m.tenant_id = u.tenant_id and m.month = u.month), u.records, u.storage_bytes, u.api_calls,"
            + " u.mails, u.jobs, u.measured_at from platform.usage u";

    @Inject
    Sql sql;

    @Transactional(TxType.REQUIRES_NEW)
    void addCalls(UUID tenant, long number) {
        add(tenant, "api_calls", number);
    }

    @Transactional
    void addMail(UUID tenant) {
        add(tenant, "mails", 1);
    }

    private void add(UUID tenant, String column, long number) {
        sql.update(
                "insert into platform.usage (tenant_id, month, " + column + ") select id, " + THIS_MONTH
                        + ", ? from platform.tenant where id = ? on conflict (tenant_id, month) do update set " + column
                        + " = platform.usage." + column + " + excluded." + column,
                number,
                tenant);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void addMember(Metering.ActiveMember active) {
        sql.update(
                "insert into platform.usage_member (tenant_id, month, member_id) select id, ?, ? from platform.tenant"
                        + " where id = ? on conflict do nothing",
                active.month().atDay(1),
                active.member(),
                active.tenant());
    }

    /** Keeps what was measured now. */
    @Transactional
    void measured(UUID tenant, long records, long storageBytes) {
        sql.update(
                "insert into platform.usage (tenant_id, month, records, storage_bytes, jobs, measured_at)"
                        + " select t.id, " + THIS_MONTH + ", ?, ?, (select count(*) from platform.job j"
                        + " where j.tenant_id = t.id and j.created_at >= date_trunc('month', now(), 'UTC')), now()"
                        + " from platform.tenant t where t.id = ? on conflict (tenant_id, month) do update set"
                        + " records = excluded.records, storage_bytes = excluded.storage_bytes, jobs = excluded.jobs,"
                        + " measured_at = excluded.measured_at",
                records,
                storageBytes,
                tenant);
    }

    /** The months of a tenant, the latest first. */
    List<MonthOfUse> of(UUID tenant) {
        return sql.list(MONTHS + " where u.tenant_id = ? order by u.month desc limit 36", UsageRows::read, tenant);
    }

    private static MonthOfUse read(ResultSet row) throws SQLException {
        OffsetDateTime measured = row.getObject(8, OffsetDateTime.class);
        return new MonthOfUse(
                row.getString(1).substring(0, 7),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                measured == null ? null : measured.toInstant());
    }
}
