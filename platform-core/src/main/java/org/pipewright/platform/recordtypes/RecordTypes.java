package org.pipewright.platform.recordtypes;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.FieldBeside;
import org.pipewright.platform.spi.records.ModulePersistence;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Verb;

/**
 * All record types that are here, read once from the persistence units of the core and the modules; each is handed out
 * with the fields that the tenant bound to the thread added to it.
 */
@ApplicationScoped
public class RecordTypes {

    @Inject
    @Any
    Instance<ModulePersistence> persistences;

    @Inject
    @Any
    Instance<Verb<?, ?>> verbs;

    @Inject
    @Any
    Instance<FieldBeside> fieldsBeside;

    @Inject
    @Any
    Instance<LinksBeside> linksBeside;

    @Inject
    FieldsOfTenants fieldsOfTenants;

    @Inject
    Segments segments;

    private final Map<String, DeclaredType> byName = new TreeMap<>();
    private final Map<String, DeclaredType> byPath = new HashMap<>();
    private final Map<String, ModulePersistence> stores = new HashMap<>();
    private final Map<String, Map<String, DeclaredType>> partsByHost = new HashMap<>();
    private final Map<String, Map<String, Verb<?, ?>>> verbsByType = new HashMap<>();

    @PostConstruct
    void read() {
        persistences.forEach(this::readUnit);
        byName.values().stream()
                .filter(type -> !type.declaration().partOf().isEmpty())
                .toList()
                .forEach(this::attach);
        linksBeside.forEach(this::link);
        verbs.forEach(verb -> verbsByType
                .computeIfAbsent(declared(verb.type()).name(), name -> new TreeMap<>())
                .put(verb.name(), verb));
    }

    @SuppressWarnings("unchecked")
    private void readUnit(ModulePersistence persistence) {
        stores.put(persistence.module(), persistence);
        persistence.entityManager().getMetamodel().getEntities().stream()
                .map(entity -> entity.getJavaType())
                .filter(type -> type.isAnnotationPresent(RecordType.class))
                .forEach(type -> add(TypeReading.read(persistence.module(), (Class<? extends CrmRecord>) type)));
    }

    private void add(DeclaredType read) {
        DeclaredType known = read.naming(this::named);
        DeclaredType type = known.isAssignable() ? known.beside(beside(known)) : known;
        byName.put(type.name(), type);
        if (byPath.put(type.path(), type) != null) {
            throw new IllegalStateException("Two record types have the path " + type.path());
        }
    }

    private Optional<DeclaredField> named(DeclaredField field) {
        return fieldsBeside.stream()
                .filter(beside -> beside.name().equals(field.rules().beside()))
                .findFirst()
                .map(field::naming);
    }

    private Stream<DeclaredField> beside(DeclaredType type) {
        return fieldsBeside.stream()
                .filter(field -> !(field.isOfClosed() && type.undecided().isEmpty()))
                .map(DeclaredField::beside);
    }

    private void link(LinksBeside links) {
        DeclaredType type = byName.get(links.recordType());
        DeclaredType linked =
                type.linked(byName.values().stream().filter(links::leadTo).map(to -> DeclaredField.link(links, to)));
        byName.put(linked.name(), linked);
        byPath.put(linked.path(), linked);
    }

    private void attach(DeclaredType part) {
        DeclaredType attached = part.partOf(byName.get(part.hostField().references()));
        byName.put(part.name(), attached);
        byPath.put(part.path(), attached);
        partsByHost
                .computeIfAbsent(attached.host().orElseThrow().name(), name -> new TreeMap<>())
                .put(part.path(), attached);
    }

    /** Sets of records that people named, for filters to ask for. */
    public Segments segments() {
        return segments;
    }

    /** Record types of the parts that records of the type have, by path. */
    public Map<String, DeclaredType> parts(DeclaredType host) {
        return partsByHost.getOrDefault(host.name(), Map.of());
    }

    /** Name of the host's type for the name of each type of parts. */
    public Map<String, String> hosts() {
        return byName.values().stream()
                .filter(DeclaredType::isPart)
                .collect(Collectors.toMap(
                        DeclaredType::name, part -> part.host().orElseThrow().name()));
    }

    /** Capability that is needed to see a field, by record type and field. */
    public Map<String, Map<String, String>> guarded() {
        return byName.values().stream()
                .collect(Collectors.toMap(
                        DeclaredType::name,
                        type -> type.fields().stream()
                                .filter(field -> !field.capability().isEmpty())
                                .collect(Collectors.toMap(DeclaredField::name, DeclaredField::capability))));
    }

    /** All record types, by name. */
    public Collection<DeclaredType> all() {
        return byName.values().stream().map(fieldsOfTenants::seen).toList();
    }

    /** The record type of that name. */
    public Optional<DeclaredType> named(String name) {
        return Optional.ofNullable(byName.get(name)).map(fieldsOfTenants::seen);
    }

    /** The record type served at that path; refuses when there is none. */
    public DeclaredType at(String path) {
        return Optional.ofNullable(byPath.get(path))
                .map(fieldsOfTenants::seen)
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    /** The record type of the entity. */
    public DeclaredType of(Class<?> entity) {
        return fieldsOfTenants.seen(declared(entity));
    }

    private DeclaredType declared(Class<?> entity) {
        return byName.values().stream()
                .filter(type -> type.entity() == entity)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(entity + " is no record type"));
    }

    /** The entity manager through which records of the type are changed. */
    public EntityManager entityManager(DeclaredType type) {
        return stores.get(type.module()).entityManager();
    }

    /** Verbs of the type, by name. */
    public Collection<Verb<?, ?>> verbs(DeclaredType type) {
        return verbsByType.getOrDefault(type.name(), Map.of()).values();
    }

    /** The verb of the type; refuses when there is none of that name. */
    public Verb<?, ?> verb(DeclaredType type, String name) {
        return Optional.ofNullable(
                        verbsByType.getOrDefault(type.name(), Map.of()).get(name))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    /** Types with a field that refers to the given one, and that field. */
    public List<DeclaredType> referring(String recordType) {
        return all().stream()
                .filter(type -> !type.referencesTo(recordType).isEmpty())
                .toList();
    }
}
