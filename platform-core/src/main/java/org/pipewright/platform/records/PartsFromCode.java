package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.Parts;

/** Parts for module code. */
@ApplicationScoped
class PartsFromCode implements Parts {

    @Inject
    RecordTypes types;

    @Inject
    RecordWriting writing;

    @Override
    public void add(List<? extends PartRecord> parts) {
        parts.stream()
                .collect(Collectors.groupingBy(PartRecord::getClass, LinkedHashMap::new, Collectors.toList()))
                .forEach((type, ofType) -> writing.create(types.of(type), ofType));
    }

    @Override
    public <P extends PartRecord> void change(List<P> parts, Consumer<P> change) {
        if (!parts.isEmpty()) {
            writing.change(types.of(parts.get(0).getClass()), parts, change);
        }
    }

    @Override
    public <P extends PartRecord> List<P> of(Class<P> type, UUID host) {
        return of(types.of(type), host).stream().map(type::cast).toList();
    }

    List<? extends PartRecord> of(DeclaredType type, UUID host) {
        EntityManager store = types.entityManager(type);
        String entity = store.getMetamodel().entity(type.entity()).getName();
        return store.createQuery(
                        "select p from " + entity + " p where p."
                                + type.hostField().name()
                                + " = :host and p.deletedAt is null order by p.position, p.id",
                        PartRecord.class)
                .setParameter("host", host)
                .getResultList();
    }

    @Override
    public void copy(Class<? extends CrmRecord> host, UUID from, UUID to, Predicate<String> wanted) {
        types.parts(types.of(host)).values().stream()
                .filter(part -> !part.declaration().kept() && wanted.test(part.name()))
                .forEach(part -> add(of(part, from).stream()
                        .map(each -> copy(part, each, to))
                        .toList()));
    }

    private static PartRecord copy(DeclaredType type, PartRecord original, UUID to) {
        PartRecord copy = (PartRecord) type.newRecord();
        type.writable().forEach(field -> field.setIn(copy, field.valueIn(original)));
        type.hostField().setIn(copy, to);
        copy.standAt(original.position());
        copy.renew();
        return copy;
    }
}
