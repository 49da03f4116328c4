package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.mail.Letter;
import org.pipewright.platform.mail.Mail;
import org.pipewright.platform.spi.access.BuiltInRole;

/** The way of the bound tenant out: demanded by typing the slug, taken back within the days of grace (S-TEN-16). */
@ApplicationScoped
class Departure {

    @Inject
    Sql sql;

    @Inject
    TenantLife life;

    @Inject
    Deletions deletions;

    @Inject
    DeletionGrace grace;

    @Inject
    PurgeRows rows;

    @Inject
    CallerBinding binding;

    @Inject
    Mail mail;

    @Inject
    IdentitySettings settings;

    DeletionView view() {
        UUID tenant = binding.tenantId();
        Optional<DeletionRecord> demand = deletions.of(tenant);
        Map<String, Long> counts = new java.util.TreeMap<>(rows.counts(tenant));
        counts.values().removeIf(count -> count == 0);
        return new DeletionView(
                status(tenant),
                demand.map(DeletionRecord::requestedAt).orElse(null),
                demand.map(DeletionRecord::requestedBy).orElse(null),
                demand.map(DeletionRecord::requestedAt).map(grace::endOf).orElse(null),
                grace.days(),
                counts);
    }

    private String status(UUID tenant) {
        return sql.first("select status from platform.tenant where id = ?", row -> row.getString(1), tenant)
                .orElseThrow();
    }

    /** Everybody is kept out from now on; the administrators are told how to take it back. */
    @Transactional
    void demand(String slug, String by) {
        Caller caller = binding.caller();
        if (!caller.tenant().slug().equals(slug)) {
            throw InvalidFields.refusal("slug", "different");
        }
        life.requestDeletion();
        deletions.demanded(caller.tenant().id(), by);
        administrators().forEach(address -> tell(address, caller.tenant(), by));
    }

    @Transactional
    void takeBack() {
        life.cancelDeletion();
        deletions.takenBack(binding.tenantId());
    }

    private List<String> administrators() {
        return sql.list(
                "select m.email from core.member m join core.member_role h on h.member_id = m.id"
                        + " join core.role r on r.id = h.role_id where r.key = ? and m.status = 'ACTIVE'"
                        + " and m.deleted_at is null and m.email is not null",
                row -> row.getString(1),
                BuiltInRole.TENANT_ADMIN.key());
    }

    private void tell(String address, Caller.TenantFacts tenant, String by) {
        String day = grace.endOf(Instant.now())
                .atZone(tenant.timeZone())
                .toLocalDate()
                .toString();
        String link = settings.publicUrl() + "/t/" + tenant.slug() + "/settings/deletion";
        mail.postWhileClosed(
                tenant.id(),
                new Letter(
                        address,
                        tenant.language(),
                        "deletion-requested",
                        Map.of("organisation", tenant.name(), "by", by, "day", day, "link", link)));
    }
}
