package org.pipewright.platform.records;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.DeletionGuard;
import org.pipewright.platform.spi.records.DeletionGuard.Blocking;

/** Refuses to delete what others need, and names them as far as the caller may see them (S-ACC-10). */
@ApplicationScoped
class DeletionGuards {

    @Inject
    @Any
    Instance<DeletionGuard> guards;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    void require(DeclaredType type, UUID id) {
        List<Blocking> blocking = guards.stream()
                .filter(guard -> guard.recordType().equals(type.name()))
                .flatMap(guard -> guard.blocking(id).stream())
                .toList();
        if (!blocking.isEmpty()) {
            throw refusal(blocking.stream().filter(this::isVisible).toList());
        }
    }

    private boolean isVisible(Blocking blocking) {
        return types.named(blocking.recordType())
                .map(type -> reading.allows(type, blocking.id(), Action.VIEW))
                .orElse(false);
    }

    private static Refusal refusal(List<Blocking> named) {
        JsonArrayBuilder records = JSON.createArrayBuilder();
        named.forEach(blocking -> records.add(JSON.createObjectBuilder()
                .add("recordType", blocking.recordType())
                .add("id", blocking.id().toString())
                .add("title", blocking.title())));
        String names = named.stream().map(Blocking::title).collect(Collectors.joining(", "));
        return new Refusal(
                CoreErrorCode.NEEDED,
                Map.of("name", names.isEmpty() ? "…" : names, "blocking", records.build()),
                List.of());
    }
}
