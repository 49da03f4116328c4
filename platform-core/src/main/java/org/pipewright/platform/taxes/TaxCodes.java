package org.pipewright.platform.taxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.Taxes;

/** The tax codes of the tenant. */
@ApplicationScoped
class TaxCodes implements Taxes {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Sql sql;

    @Override
    public Optional<UUID> usual() {
        return sql.first(
                "select c.id from core.tax_code c where c.active and c.category = 'S' and c.deleted_at is null and exists"
                        + " (select from core.tax_rate r where r.tenant_id = c.tenant_id and r.code_id = c.id"
                        + " and r.deleted_at is null) order by c.position, c.id limit 1",
                row -> row.getObject(1, UUID.class));
    }

    @Override
    public Optional<Tax> of(UUID code, LocalDate day) {
        return records.withId(TaxCode.class, code)
                .flatMap(found -> rate(found, day).map(rate -> new Tax(found.category(), rate, found.exemption())));
    }

    @Override
    public boolean isBy(UUID code, Tax tax) {
        return records.withId(TaxCode.class, code)
                .filter(found -> found.category() == tax.category())
                .filter(found -> !found.category().isTaxed()
                        || parts.of(TaxRate.class, code).stream()
                                .anyMatch(rate -> rate.rate().compareTo(tax.rate()) == 0))
                .isPresent();
    }

    /** The rate of the day; nothing where there is none yet, although the category has one. */
    private Optional<BigDecimal> rate(TaxCode code, LocalDate day) {
        return code.category().isTaxed()
                ? parts.of(TaxRate.class, code.id()).stream()
                        .filter(rate -> !rate.validFrom().isAfter(day))
                        .max(Comparator.comparing(TaxRate::validFrom))
                        .map(TaxRate::rate)
                : Optional.of(BigDecimal.ZERO);
    }
}
