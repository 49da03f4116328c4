package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.PartRules;

/**
 * The records that others are parts of. Before parts are written their host is locked and asked; afterwards it counts as
 * changed, so that whoever edits the same parts at the same time is told.
 */
@ApplicationScoped
class Hosts {

    private static final String EDITABLE = "edit";
    private static final String READABLE = "view";

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    @Inject
    @Any
    Instance<PartRules<?>> rules;

    /** Refuses a write of a part whose host may not be changed. Code writes parts of any host. */
    void require(Write write) {
        DeclaredType part = write.type();
        if (!part.isPart() || write.isTrusted()) {
            return;
        }
        DeclaredField field = part.hostField();
        UUID host = (UUID) field.valueIn(write.record());
        if (!write.created() && !host.equals(write.before(field))) {
            write.reject(field.name(), "fixed");
        } else if (host != null && isViewable(write, host)) {
            requireEditable(write, host);
        }
    }

    /** One that is not is told as a reference to nothing. */
    private boolean isViewable(Write write, UUID host) {
        DeclaredType type = write.type().host().orElseThrow();
        return write.findings().referable(type.name(), host, () -> reading.allows(type, host, Action.VIEW));
    }

    private void requireEditable(Write write, UUID host) {
        DeclaredType type = write.type().host().orElseThrow();
        boolean allowed = write.findings()
                .referable(type.name() + ":" + Action.EDIT, host, () -> reading.allows(type, host, Action.EDIT));
        if (!allowed) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + Action.EDIT);
        }
        requireOpen(locked(type, host), write.type());
    }

    /** Refuses to write the record of which this is a part. */
    void requireOpen(DeclaredType part, CrmRecord record) {
        if (part.isPart()) {
            requireOpen(locked(part.host().orElseThrow(), hostOf(part, record)), part);
        }
    }

    /** Refuses to write parts that the locked host does not have or does not let be changed now. */
    void requireOpen(CrmRecord host, DeclaredType part) {
        if (!has(host, part)) {
            throw Refusal.of(CoreErrorCode.NOT_OFFERED, part.path());
        }
        objection(host, part).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private CrmRecord locked(DeclaredType type, UUID id) {
        return types.entityManager(type).find(type.entity(), id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static UUID hostOf(DeclaredType part, CrmRecord record) {
        return (UUID) part.hostField().valueIn(record);
    }

    /** Marks the hosts of parts as changed. */
    void touch(DeclaredType part, List<? extends CrmRecord> written) {
        part.host().ifPresent(type -> {
            written.stream()
                    .map(record -> hostOf(part, record))
                    .distinct()
                    .forEach(host -> types.entityManager(type)
                            .find(type.entity(), host)
                            .touched(Instant.now(), callers.memberId()));
            types.entityManager(type).flush();
        });
    }

    /** Paths of the parts that a record has now, and whether they may be edited or only be viewed. */
    Map<String, String> parts(DeclaredType type, UUID id) {
        Map<String, DeclaredType> declared = types.parts(type);
        if (declared.isEmpty()) {
            return Map.of();
        }
        CrmRecord host = types.entityManager(type).find(type.entity(), id);
        boolean editable = reading.allows(type, id, Action.EDIT);
        Map<String, String> parts = new TreeMap<>();
        declared.forEach((path, part) -> {
            if (callers.hasFeature(part.feature()) && has(host, part)) {
                parts.put(path, editable && objection(host, part).isEmpty() ? EDITABLE : READABLE);
            }
        });
        return parts;
    }

    private boolean has(CrmRecord host, DeclaredType part) {
        return rulesOf(host).stream().allMatch(rule -> rule.has(host, part.name()));
    }

    private Optional<Refusal> objection(CrmRecord host, DeclaredType part) {
        return rulesOf(host).stream()
                .flatMap(rule -> rule.objection(host, part.name()).stream())
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<PartRules<CrmRecord>> rulesOf(CrmRecord host) {
        return rules.stream()
                .filter(rule -> rule.type().isInstance(host))
                .map(rule -> (PartRules<CrmRecord>) rule)
                .toList();
    }
}
