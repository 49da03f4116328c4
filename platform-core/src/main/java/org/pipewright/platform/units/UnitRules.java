package org.pipewright.platform.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A code is one of the list that e-invoices go by. */
@ApplicationScoped
class UnitRules implements RecordRules<Unit> {

    @Inject
    Sql sql;

    @Override
    public void check(Unit unit, Change change, Violations violations) {
        unit.tidy();
        unit.code()
                .filter(code -> !isListed(code))
                .ifPresent(code -> violations.reject("code", "unit-code", "core.violation.unit-code"));
    }

    private boolean isListed(String code) {
        return sql.first("select platform.is_unit_code(?)", row -> row.getBoolean(1), code)
                .orElseThrow();
    }
}
