package org.pipewright.billing.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Tells when invoices are due (S-INV-07). */
@ApplicationScoped
public class DueDates {

    @Inject
    Records records;

    @Inject
    PaymentTerms terms;

    @Inject
    TermInstalments instalments;

    @Inject
    CurrentTenant tenant;

    /**
     * When something is due, and on what terms.
     *
     * @param on the last day of all
     * @param name of the payment term or what was agreed on, empty without
     * @param shares due one after the other; none if all is due at once
     */
    public record Due(LocalDate on, String name, List<Share> shares) {}

    /** An instalment: so many percent are due on that day. */
    public record Share(String name, BigDecimal percent, LocalDate on) {}

    /** By the payment term, or by the tenant's default; without any at once. */
    public Due of(Optional<UUID> term, LocalDate issuedOn) {
        return term.flatMap(id -> records.withId(PaymentTerm.class, id))
                .or(terms::standard)
                .map(found -> due(found, issuedOn))
                .orElse(new Due(issuedOn, "", List.of()));
    }

    /** So many days after the issue, as these words say. */
    public static Due after(int days, LocalDate issuedOn, String words) {
        return new Due(issuedOn.plusDays(days), words, List.of());
    }

    private Due due(PaymentTerm term, LocalDate issuedOn) {
        List<Share> shares = instalments.of(term.id()).stream()
                .map(each -> new Share(each.name(), each.share(), on(term, term.due(issuedOn, each.days()))))
                .sorted(Comparator.comparing(Share::on))
                .toList();
        LocalDate on = shares.isEmpty()
                ? on(term, term.due(issuedOn))
                : shares.get(shares.size() - 1).on();
        return new Due(on, term.name(), shares);
    }

    private LocalDate on(PaymentTerm term, LocalDate day) {
        return term.isOnWorkday() ? workdayFrom(day, tenant.workingDays()) : day;
    }

    /** The day itself or the next one on which people work, if they ever do. */
    static LocalDate workdayFrom(LocalDate day, Set<DayOfWeek> workingDays) {
        LocalDate found = day;
        while (!workingDays.isEmpty() && !workingDays.contains(found.getDayOfWeek())) {
            found = found.plusDays(1);
        }
        return found;
    }
}
