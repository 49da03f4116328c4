package org.pipewright.billing.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;

/** Instalments ask for the whole invoice or are not there (S-INV-07). */
@ApplicationScoped
class TermInstalments implements RecordReaction<TermInstalment> {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    @Inject
    Parts parts;

    @Override
    public void written(List<Written<TermInstalment>> writes) {
        writes.stream().map(write -> write.record().term()).distinct().forEach(this::requireWhole);
    }

    @Override
    public void binned(TermInstalment instalment) {
        requireWhole(instalment.term());
    }

    @Override
    public void restored(TermInstalment instalment) {
        requireWhole(instalment.term());
    }

    private void requireWhole(UUID term) {
        List<TermInstalment> instalments = of(term);
        BigDecimal sum = instalments.stream().map(TermInstalment::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!instalments.isEmpty() && sum.compareTo(WHOLE) != 0) {
            throw Refusal.of(BillingErrorCode.NOT_WHOLE, sum.toPlainString());
        }
    }

    /** In their order. */
    List<TermInstalment> of(UUID term) {
        return parts.of(TermInstalment.class, term);
    }
}
