package org.pipewright.platform.imports;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.contactpoints.PointText;
import org.pipewright.platform.imports.ImportMapping.FieldMapping;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.money.Money;

/** Turns the cells of a row into the members of a record, by a mapping. References stay names. */
final class RowTranslation {

    private final DeclaredType type;
    private final ImportMapping mapping;
    private final Names names;
    private final Setting setting;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Map<String, String>> aliases = new HashMap<>();
    private final Map<String, Map<String, String>> choices = new HashMap<>();

    /** What values mean in the tenant. */
    record Setting(String currency, ZoneId zone) {}

    RowTranslation(DeclaredType type, ImportMapping mapping, List<String> header, Names names, Setting setting) {
        this.type = type;
        this.mapping = mapping;
        this.names = names;
        this.setting = setting;
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), i);
        }
        mapping.fields().forEach(field -> aliases.put(field.field(), folded(field.aliases())));
    }

    private static Map<String, String> folded(Map<String, String> values) {
        Map<String, String> folded = new HashMap<>();
        values.forEach((from, to) -> folded.put(fold(from), to == null ? "" : to));
        return folded;
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    Translated translate(Row row) {
        Translated translated = new Translated(row);
        mapping.fields().forEach(field -> translate(row, field, translated));
        translated.gatherPoints();
        return translated;
    }

    private void translate(Row row, FieldMapping field, Translated translated) {
        String text = text(row, field);
        if (field.field().equals(ImportMapping.ID)) {
            identify(text, translated);
        } else if (field.field().indexOf('.') > 0) {
            putPoint(PointTarget.named(type, field.field()).orElseThrow(), text, translated);
        } else {
            DeclaredField declared = type.field(field.field()).orElseThrow();
            if (text.isEmpty()) {
                clear(field, declared, translated);
            } else {
                put(row, field, declared, text, translated);
            }
        }
    }

    private static void clear(FieldMapping field, DeclaredField declared, Translated translated) {
        if (field.clears() && !declared.attribute().type().isPrimitive()) {
            translated.put(declared.name(), JsonValue.NULL);
        }
    }

    /** What stands in the cell, after value mapping; the constant where nothing does. */
    private String text(Row row, FieldMapping field) {
        String cell = cell(row, field.column());
        String mapped =
                aliases.get(field.field()).getOrDefault(fold(cell), cell).strip();
        return mapped.isEmpty() && field.constant() != null ? field.constant().strip() : mapped;
    }

    private String cell(Row row, String column) {
        return column == null ? "" : row.cells().get(columns.get(column)).strip();
    }

    private static void identify(String text, Translated translated) {
        if (text.isEmpty()) {
            return;
        }
        try {
            translated.recognise(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            translated.reject(ImportMapping.ID, "wrong-type");
        }
    }

    private void put(Row row, FieldMapping field, DeclaredField declared, String text, Translated translated) {
        if (declared.name().equals("createdAt")) {
            CellText.moment(text, format(field, declared), setting.zone())
                    .ifPresentOrElse(
                            moment -> translated.bornAt(moment.toInstant()),
                            () -> translated.reject(declared.name(), "wrong-date"));
            return;
        }
        switch (declared.kind()) {
            case REFERENCE -> translated.refer(declared.name(), text);
            case MONEY -> putMoney(row, field, declared, text, translated);
            default ->
                value(field, declared, text)
                        .ifPresentOrElse(
                                value -> translated.put(declared.name(), value),
                                () -> translated.reject(declared.name(), code(declared)));
        }
    }

    private static String code(DeclaredField declared) {
        return switch (declared.kind()) {
            case INTEGER, DECIMAL, MONEY -> "wrong-number";
            case DATE, INSTANT -> "wrong-date";
            case CHOICE, CHOICES -> "not-a-choice";
            case BOOLEAN -> "not-yes-or-no";
            default -> "invalid";
        };
    }

    private Optional<JsonValue> value(FieldMapping field, DeclaredField declared, String text) {
        return switch (declared.kind()) {
            case INTEGER -> CellText.number(text, sign(field)).flatMap(RowTranslation::whole);
            case DECIMAL -> CellText.number(text, sign(field)).map(JSON::createValue);
            case BOOLEAN -> names.yesOrNo(text).map(yes -> yes ? JsonValue.TRUE : JsonValue.FALSE);
            case DATE -> CellText.day(text, format(field, declared)).map(day -> JSON.createValue(day.toString()));
            case INSTANT ->
                CellText.moment(text, format(field, declared), setting.zone())
                        .map(moment -> JSON.createValue(moment.toString()));
            case CHOICE -> choice(declared, text).map(JSON::createValue);
            case CHOICES -> choices(declared, text);
            case COUNTRY -> CellText.country(text).map(JSON::createValue);
            case EMAILS, PHONES, LINKS, ADDRESSES -> Optional.of(PointText.read(declared, text));
            case CURRENCY -> Optional.of(JSON.createValue(text.toUpperCase(Locale.ROOT)));
            default -> Optional.of(JSON.createValue(text));
        };
    }

    private static Optional<JsonValue> whole(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() > 0 ? Optional.empty() : Optional.of(JSON.createValue(stripped.setScale(0)));
    }

    private static String sign(FieldMapping field) {
        return field.format() == null ? "" : field.format();
    }

    private static String format(FieldMapping field, DeclaredField declared) {
        return field.format() == null ? CellText.DAY_PATTERNS.get(0) : field.format();
    }

    /** Several values, between commas or semicolons; all of them must be known. */
    private Optional<JsonValue> choices(DeclaredField declared, String text) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (String part : text.split("[,;]")) {
            Optional<String> value = choice(declared, part);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            array.add(value.get());
        }
        return Optional.of(array.build());
    }

    private Optional<String> choice(DeclaredField declared, String text) {
        return Optional.ofNullable(choices.computeIfAbsent(declared.name(), name -> choices(declared))
                .get(CellText.key(text)));
    }

    private Map<String, String> choices(DeclaredField declared) {
        Map<String, String> byKey = new HashMap<>();
        declared.choices()
                .forEach(value -> Stream.concat(Stream.of(value), names.choice(type, declared, value))
                        .forEach(word -> byKey.putIfAbsent(CellText.key(word), value)));
        return byKey;
    }

    private static void putPoint(PointTarget target, String text, Translated translated) {
        if (target.part().kind() == FieldKind.COUNTRY && !text.isEmpty()) {
            CellText.country(text)
                    .ifPresentOrElse(
                            code -> translated.putPoint(target, code),
                            () -> translated.reject(target.list().name(), "invalid"));
        } else if (!text.isEmpty()) {
            translated.putPoint(target, text);
        }
    }

    private void putMoney(Row row, FieldMapping field, DeclaredField declared, String text, Translated translated) {
        String currency = Stream.of(cell(row, field.currencyColumn()), field.currency(), setting.currency())
                .filter(code -> code != null && !code.isEmpty())
                .findFirst()
                .orElseThrow()
                .toUpperCase(Locale.ROOT);
        Optional<BigDecimal> amount = CellText.number(text, sign(field));
        if (amount.isEmpty()) {
            translated.reject(declared.name(), "wrong-number");
        } else if (!Money.isCurrency(currency)) {
            translated.reject(declared.name(), "wrong-currency");
        } else {
            translated.put(
                    declared.name(),
                    JSON.createObjectBuilder()
                            .add("amount", amount.get().toPlainString())
                            .add("currency", currency)
                            .build());
        }
    }
}
