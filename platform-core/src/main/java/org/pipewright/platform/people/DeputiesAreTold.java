package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.notices.Notices;
import org.pipewright.platform.spi.records.RecordReaction;

/** Whoever is to stand in for somebody hears of it, also when the days change. */
@ApplicationScoped
class DeputiesAreTold implements RecordReaction<Absence> {

    private static final Set<String> TOLD = Set.of("deputy", "fromDay", "untilDay");

    @Inject
    Notices notices;

    @Override
    public void written(List<Written<Absence>> writes) {
        writes.stream()
                .filter(write -> TOLD.stream().anyMatch(field -> write.change().touches(field)))
                .map(Written::record)
                .forEach(absence -> absence.deputy().ifPresent(deputy -> tell(deputy, absence.id())));
    }

    private void tell(UUID deputy, UUID absence) {
        notices.tell(deputy, "deputy", Absence.NAME, absence);
    }
}
