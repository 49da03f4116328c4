package org.pipewright.platform.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.texts.Texts;

/** Values of records as people write them in letters, in the tenant's language and time zone. */
@ApplicationScoped
class ValueTexts {

    @Inject
    CallerBinding callers;

    @Inject
    Texts texts;

    /** What a record of the type is called. */
    String label(DeclaredType type) {
        return texts.text(language(), type.name() + ".one");
    }

    /** The value as REST shows it, in words; empty for none. */
    String text(DeclaredType type, DeclaredField field, JsonValue value) {
        if (value instanceof JsonString text) {
            return written(type, field, text.getString());
        } else if (value instanceof JsonNumber number) {
            return NumberFormat.getInstance(language()).format(number.bigDecimalValue());
        } else if (value instanceof JsonArray list) {
            return list.stream().map(each -> text(type, field, each)).collect(Collectors.joining(", "));
        } else if (value instanceof JsonObject object) {
            return object(object);
        }
        return switch (value.getValueType()) {
            case TRUE -> texts.text(language(), "core.yes");
            case FALSE -> texts.text(language(), "core.no");
            default -> "";
        };
    }

    private String written(DeclaredType type, DeclaredField field, String value) {
        if (field.kind() == FieldKind.DATE) {
            return LocalDate.parse(value)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language()));
        } else if (field.kind() == FieldKind.INSTANT) {
            return Instant.parse(value)
                    .atZone(tenant().timeZone())
                    .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                            .withLocale(language()));
        }
        String key = field.labelOf(value, type.name() + "." + field.name());
        return field.kind() == FieldKind.CHOICE && texts.has(key) ? texts.text(language(), key) : value;
    }

    /** A reference by its title, an amount with its currency, a way to reach somebody by what is dialled. */
    private String object(JsonObject object) {
        if (object.get("amount") instanceof JsonString amount && object.containsKey("currency")) {
            NumberFormat format = NumberFormat.getCurrencyInstance(language());
            format.setCurrency(Currency.getInstance(object.getString("currency")));
            return format.format(new BigDecimal(amount.getString()));
        }
        return object.getString("title", object.getString("value", ""));
    }

    private Locale language() {
        return tenant().language();
    }

    private Caller.TenantFacts tenant() {
        return callers.caller().tenant();
    }
}
