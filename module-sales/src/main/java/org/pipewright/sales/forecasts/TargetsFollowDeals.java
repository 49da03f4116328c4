package org.pipewright.sales.forecasts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.TenantChore;
import org.pipewright.sales.opportunities.Opportunity;

/** Targets know at once what a deal changes, and by the hour what rates of currencies do. */
@ApplicationScoped
class TargetsFollowDeals implements RecordReaction<Opportunity>, TenantChore {

    private static final String EXPECTED = "expectedClose";
    private static final String ACTUAL = "actualClose";
    private static final Set<String> COUNTED =
            Set.of("owner", "team", "kind", "amount", "probability", "outcome", "closeRevenue", EXPECTED, ACTUAL);

    @Inject
    Targets targets;

    @Inject
    CurrentTenant tenant;

    @Override
    public void written(List<Written<Opportunity>> writes) {
        reckon(writes.stream()
                .filter(write -> COUNTED.stream().anyMatch(write.change()::touches))
                .flatMap(TargetsFollowDeals::days)
                .toList());
    }

    private static Stream<LocalDate> days(Written<Opportunity> write) {
        Stream<LocalDate> before = Stream.of(EXPECTED, ACTUAL)
                .flatMap(field -> write.change().before(field).stream())
                .map(LocalDate.class::cast);
        return Stream.concat(before, days(write.record()));
    }

    private static Stream<LocalDate> days(Opportunity deal) {
        return Stream.of(deal.expectedClose(), deal.actualClose()).flatMap(java.util.Optional::stream);
    }

    private void reckon(List<LocalDate> days) {
        days.stream()
                .min(Comparator.naturalOrder())
                .ifPresent(first -> targets.reckon(
                        first, days.stream().max(Comparator.naturalOrder()).orElseThrow()));
    }

    @Override
    public void binned(Opportunity deal) {
        reckon(days(deal).toList());
    }

    @Override
    public void restored(Opportunity deal) {
        binned(deal);
    }

    @Override
    public void perform() {
        targets.reckon(tenant.today(), tenant.today());
    }
}
