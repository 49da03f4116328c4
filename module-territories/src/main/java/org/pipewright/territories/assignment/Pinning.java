package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.territories.TerritoriesErrorCode;
import org.pipewright.territories.tree.Territories;

/** Holds records where somebody wants them, and lets them go again (S-TERR-06). */
@ApplicationScoped
class Pinning {

    private static final int LAST_YEAR = 9999;

    @Inject
    Pins pins;

    @Inject
    Assigning assigning;

    @Inject
    Territories territories;

    @Inject
    CurrentTenant tenant;

    void pin(String recordType, UUID record, NewPin pin) {
        requireSound(pin);
        pins.put(recordType, record, pin);
        assigning.settle(recordType, record);
    }

    void release(String recordType, UUID record) {
        pins.remove(record);
        assigning.settle(recordType, record);
    }

    private void requireSound(NewPin pin) {
        List<FieldError> errors = new ArrayList<>();
        if (pin.territory() != null && !isInForce(pin.territory())) {
            errors.add(new FieldError("territory", "not-found", "territories.violation.not-in-force"));
        }
        if (pin.until() != null && pin.until().isBefore(tenant.today())) {
            errors.add(new FieldError("until", "invalid", "territories.violation.over"));
        } else if (pin.until() != null && pin.until().getYear() > LAST_YEAR) {
            errors.add(new FieldError("until", "out-of-range", "core.violation.out-of-range"));
        }
        if (!errors.isEmpty()) {
            throw new Refusal(TerritoriesErrorCode.PIN_REFUSED, Map.of(), errors);
        }
    }

    private boolean isInForce(UUID id) {
        return territories
                .withId(id)
                .filter(territory -> territory.deletedAt().isEmpty())
                .filter(territory -> territory.isInForce(tenant.today()))
                .isPresent();
    }
}
