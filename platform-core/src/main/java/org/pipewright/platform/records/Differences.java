package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.PartRecord;

/** What differs between a record and the version it revises, part by essential part (S-QUO-18, S-ORD-07). */
@ApplicationScoped
public class Differences {

    /** What became of a part. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * What differs; nothing if there is no version before, or none the caller may see.
     *
     * @param former version that is compared, or null
     * @param changes of fields of the record itself
     * @param parts that are not the same
     */
    public record Difference(RecordHistory.By former, List<RecordHistory.Change> changes, List<OfPart> parts) {}

    /** A part that is not the same, in the order of the newer version; what is gone comes last. */
    public record OfPart(String recordType, Kind kind, String title, List<RecordHistory.Change> changes) {}

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    PartsFromCode parts;

    @Inject
    CallerBinding callers;

    Difference of(DeclaredType type, UUID id) {
        if (type.declaration().revises().isEmpty()) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        reading.requireView(type);
        reading.requireVisible(type, id);
        CrmRecord record = found(type, id);
        return Optional.ofNullable((UUID)
                        type.field(type.declaration().revises()).orElseThrow().valueIn(record))
                .filter(former -> reading.allows(type, former, Action.VIEW))
                .map(former -> between(type, found(type, former), record))
                .orElseGet(() -> new Difference(null, List.of(), List.of()));
    }

    private CrmRecord found(DeclaredType type, UUID id) {
        return types.entityManager(type).find(type.entity(), id);
    }

    private Difference between(DeclaredType type, CrmRecord former, CrmRecord record) {
        List<OfPart> ofParts = types.parts(type).values().stream()
                .filter(part -> part.declaration().essential() && callers.hasFeature(part.feature()))
                .flatMap(part -> parts(part, parts.of(part, former.id()), parts.of(part, record.id())))
                .toList();
        return new Difference(
                new RecordHistory.By(former.id().toString(), title(type, former)),
                changes(type, former, record),
                ofParts);
    }

    /** Parts that are called the same belong together, then those that stand at the same place. */
    private Stream<OfPart> parts(DeclaredType type, List<? extends PartRecord> former, List<? extends PartRecord> now) {
        List<PartRecord> left = new ArrayList<>(former);
        PartRecord[] partners = new PartRecord[now.size()];
        pair(partners, now, left, (one, other) -> title(type, one).equals(title(type, other)));
        pair(partners, now, left, (one, other) -> one.position().equals(other.position()));
        List<OfPart> differences = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            Kind kind = partners[i] == null ? Kind.ADDED : Kind.CHANGED;
            differences.add(
                    new OfPart(type.name(), kind, title(type, now.get(i)), changes(type, partners[i], now.get(i))));
        }
        left.forEach(gone ->
                differences.add(new OfPart(type.name(), Kind.REMOVED, title(type, gone), changes(type, gone, null))));
        return differences.stream()
                .filter(each -> each.kind() != Kind.CHANGED || !each.changes().isEmpty());
    }

    private static void pair(
            PartRecord[] partners,
            List<? extends PartRecord> now,
            List<PartRecord> left,
            BiPredicate<PartRecord, PartRecord> same) {
        for (int i = 0; i < partners.length; i++) {
            PartRecord part = now.get(i);
            if (partners[i] == null) {
                Optional<PartRecord> partner =
                        left.stream().filter(each -> same.test(each, part)).findFirst();
                partners[i] = partner.orElse(null);
                partner.ifPresent(left::remove);
            }
        }
    }

    private static String title(DeclaredType type, CrmRecord record) {
        return Optional.ofNullable(type.title().valueIn(record))
                .map(Object::toString)
                .orElse("");
    }

    /** Of what people write and of amounts, as far as the caller sees it; of a record that is not there all is empty. */
    private List<RecordHistory.Change> changes(DeclaredType type, CrmRecord former, CrmRecord now) {
        return type.fields().stream()
                .filter(field -> !field.system() && (!field.readOnly() || field.kind() == FieldKind.MONEY))
                .filter(field ->
                        !type.isPart() || !field.name().equals(type.hostField().name()))
                .filter(field -> Query.isVisible(callers.caller(), type, field))
                .filter(field -> !FieldValues.same(value(field, former), value(field, now)))
                .map(field -> new RecordHistory.Change(
                        field.name(), FieldValues.shown(value(field, former)), FieldValues.shown(value(field, now))))
                .toList();
    }

    private static Object value(DeclaredField field, CrmRecord record) {
        return record == null ? null : field.valueIn(record);
    }
}
