package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.currencies.Currencies;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.FileValue;
import org.pipewright.platform.recordtypes.OwnField;
import org.pipewright.platform.recordtypes.OwnValue;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Guards;
import org.pipewright.platform.spi.records.RecordRules;

/** Checks a write against the declaration and the module's rules; everything that is wrong is told at once. */
@ApplicationScoped
class Checking {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    @Any
    Instance<RecordRules<?>> rules;

    @Inject
    Guards guards;

    @Inject
    Currencies currencies;

    @Inject
    OwnIndex ownIndex;

    @Inject
    FilesInFields files;

    @Inject
    CallerBinding callers;

    private final Map<String, List<RecordRules<CrmRecord>>> rulesByType = new ConcurrentHashMap<>();

    void prepare(Write write) {
        rulesOf(write.type()).forEach(rule -> rule.prepare(write.record()));
    }

    /** Refuses a write that breaks a rule; historical data may have gaps, which are marked on the record. */
    void check(Write write) {
        write.type().fields().forEach(field -> checkField(write, field));
        rulesOf(write.type()).forEach(rule -> rule.check(write.record(), write.change(), write.violations()));
        write.type().fields().forEach(field -> requireAsTightened(write, field));
        List<FieldError> errors = write.historical() || write.isByCode() && lacksOnlyWhatTenantsAsk(write)
                ? write.violations().errors()
                : Stream.concat(write.violations().errors().stream(), write.violations().gaps().stream())
                        .toList();
        requireNone(errors, write);
        write.record().incomplete(gaps(write));
        rulesOf(write.type()).forEach(rule -> rule.derive(write.record(), write.change()));
    }

    private static void requireNone(List<FieldError> errors, Write write) {
        write.violations().verb().ifPresent(verb -> {
            throw new Refusal(CoreErrorCode.INVALID, Map.of("verb", verb), errors);
        });
        InvalidFields.requireNone(errors);
    }

    private static String gaps(Write write) {
        return write.violations().gaps().isEmpty()
                ? null
                : write.violations().gaps().stream()
                        .map(FieldError::field)
                        .distinct()
                        .collect(Collectors.joining(","));
    }

    private void checkField(Write write, DeclaredField field) {
        if (field.valueIn(write.record()) instanceof FileValue file) {
            files.settle(write, field, file);
        }
        if (isConditional(field)) {
            new FieldConditions(write, field).require();
        }
        Object value = field.valueIn(write.record());
        if (value == null && isRequired(write, field)) {
            missing(write, field);
        } else if (value != null
                && field.kind() == FieldKind.REFERENCE
                && !FieldValues.same(write.before(field), value)) {
            checkReference(write, field, (UUID) value);
        }
        if (!write.historical() && !write.isTrusted() && !field.readOnly()) {
            requireCurrency(write, field, value);
        }
        if (value != null
                && field.own().filter(OwnField::unique).isPresent()
                && !FieldValues.same(write.before(field), value)) {
            checkUnique(write, field, value);
        }
        if (value != null && !write.historical() && Offered.isAffected(field, write.changed())) {
            requireOffered(write, field, (UUID) value);
        }
    }

    private boolean isRequired(Write write, DeclaredField field) {
        FieldConditions conditions = new FieldConditions(write, field);
        boolean required = field.isOwn()
                ? conditions.isShown() && (field.required() || conditions.requireValue())
                : field.required();
        return required && callers.caller().has(field.feature());
    }

    /** Whether the tenant's conditions count: those of fields of the product go with the feature of own fields. */
    private boolean isConditional(DeclaredField field) {
        return field.isOwn() || (field.isTightened() && callers.caller().has(OwnField.FEATURE));
    }

    /** What a tenant asks for in a field of the product; after the rules, which may have filled it in. */
    private void requireAsTightened(Write write, DeclaredField field) {
        boolean asked = !field.isOwn()
                && isConditional(field)
                && callers.caller().has(field.feature())
                && field.valueIn(write.record()) == null
                && new FieldConditions(write, field).requireValue();
        boolean told =
                write.violations().gaps().stream().anyMatch(gap -> gap.field().equals(field.name()));
        if (asked && !told) {
            write.asked(field);
            missing(write, field);
        }
    }

    /**
     * Code of a module cannot know which facts a tenant asks for beyond the declared ones: a record it makes is marked as
     * lacking them.
     */
    private static boolean lacksOnlyWhatTenantsAsk(Write write) {
        return write.violations().gaps().stream()
                .allMatch(gap -> write.type()
                        .field(gap.field())
                        .filter(field -> field.isOwn() || write.isAsked(field))
                        .isPresent());
    }

    /** No two records have the same value in a unique field (S-CF-01). */
    private void checkUnique(Write write, DeclaredField field, Object value) {
        UUID record = write.record().id();
        boolean taken = write.findings().isClaimed(field.own().orElseThrow().id(), OwnValue.form(value), record)
                || ownIndex.isTaken(field, value, record);
        if (taken) {
            write.reject(field.name(), "taken");
        }
    }

    private void checkReference(Write write, DeclaredField field, UUID id) {
        if (!field.readOnly() && !isReferable(write, field, id)) {
            write.reject(field.name(), "not-found");
        } else if (!write.historical() && !write.isTrusted() && isRetired(field, id)) {
            write.reject(field.name(), "inactive");
        }
    }

    /** What is written anew is in a currency of the tenant; what is in another stays as it is (S-CUR-01). */
    private void requireCurrency(Write write, DeclaredField field, Object value) {
        String currency = currencyOf(field, value);
        boolean isNews = currency != null && !currency.equals(currencyOf(field, write.before(field)));
        if (isNews && !write.findings().currencies(currencies::offeredCodes).contains(currency)) {
            write.reject(field.name(), "currency-not-offered");
        }
    }

    /** Of an amount its own; of a field that says a currency that one; else null. */
    private static String currencyOf(DeclaredField field, Object value) {
        if (value instanceof Money money) {
            return money.currency();
        }
        return field.isOfOfferedCurrencies() ? (String) value : null;
    }

    private boolean isRetired(DeclaredField field, UUID id) {
        return types.named(field.references())
                .filter(DeclaredType::isCatalogue)
                .map(type -> (CatalogueEntry) types.entityManager(type).find(type.entity(), id))
                .filter(entry -> !entry.isActive())
                .isPresent();
    }

    private static void missing(Write write, DeclaredField field) {
        boolean rejected = write.violations().errors().stream()
                .anyMatch(error -> error.field().equals(field.name()));
        if (!rejected) {
            write.violations().missing(field.name(), "core.violation.required");
        }
    }

    private boolean isReferable(Write write, DeclaredField field, UUID id) {
        return write.findings()
                .referable(
                        field.references(),
                        id,
                        () -> types.named(field.references())
                                .map(type -> reading.allows(type, id, Action.VIEW))
                                .orElse(false));
    }

    private void requireOffered(Write write, DeclaredField field, UUID id) {
        boolean offered = Offered.filter(write.type(), field, write.record(), id)
                .filter(filter -> types.named(field.references())
                        .map(type -> reading.count(type, filter, "") > 0)
                        .orElse(false))
                .isPresent();
        if (!offered) {
            write.reject(field.name(), "not-offered");
        }
    }

    void written(Write write) {
        rulesOf(write.type()).forEach(rule -> rule.written(write.record(), write.change()));
    }

    void requireDeletable(DeclaredType type, CrmRecord record) {
        guards.require(type.name(), Action.DELETE, record.id());
        rulesOf(type).forEach(rule -> rule.requireDeletable(record));
    }

    private List<RecordRules<CrmRecord>> rulesOf(DeclaredType type) {
        return rulesByType.computeIfAbsent(type.name(), name -> readRules(type));
    }

    @SuppressWarnings("unchecked")
    private List<RecordRules<CrmRecord>> readRules(DeclaredType type) {
        return rules.stream()
                .filter(rule -> rule.type().isAssignableFrom(type.entity()))
                .map(rule -> (RecordRules<CrmRecord>) rule)
                .toList();
    }
}
