package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.records.RecordReaction;

/** Once credit is given to invoices or taken back, both sides know (S-PAY-02). */
@ApplicationScoped
class CreditsSettle implements RecordReaction<CreditSettlement> {

    @Inject
    Settlement settlement;

    @Override
    public void written(List<Written<CreditSettlement>> writes) {
        settlement.settleCredits(writes.stream()
                .flatMap(write -> Stream.concat(
                        sides(write.record()), write.change().before("invoice").map(UUID.class::cast).stream())));
    }

    @Override
    public void binned(CreditSettlement gone) {
        settlement.settleCredits(sides(gone));
    }

    @Override
    public void restored(CreditSettlement back) {
        settlement.settleCredits(sides(back));
    }

    private static Stream<UUID> sides(CreditSettlement settlement) {
        return Stream.of(settlement.creditNote(), settlement.invoice());
    }
}
