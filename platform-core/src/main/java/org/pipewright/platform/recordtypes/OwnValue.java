package org.pipewright.platform.recordtypes;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;

/** How the value of a field that a tenant added is kept in JSON, and where the database finds it there. */
public final class OwnValue {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final String BASE = "base";
    private static final String ID = "id";
    private static final String TITLE = "title";
    private static final int LONGEST_FORM = 500;

    private OwnValue() {}

    /** Class of the values of a kind. */
    static Class<?> type(FieldKind kind) {
        return switch (kind) {
            case INTEGER -> Long.class;
            case DECIMAL -> BigDecimal.class;
            case BOOLEAN -> Boolean.class;
            case DATE -> LocalDate.class;
            case INSTANT -> Instant.class;
            case REFERENCE -> UUID.class;
            case MONEY -> Money.class;
            case CHOICES -> List.class;
            case FILE -> FileValue.class;
            default -> String.class;
        };
    }

    /** The value in Java, null for none. */
    public static Object read(FieldKind kind, JsonValue value) {
        if (value == JsonValue.NULL) {
            return null;
        }
        return switch (kind) {
            case INTEGER -> ((JsonNumber) value).longValueExact();
            case DECIMAL -> ((JsonNumber) value).bigDecimalValue();
            case BOOLEAN -> value == JsonValue.TRUE;
            case DATE -> LocalDate.parse(text(value));
            case INSTANT -> Instant.parse(text(value));
            case REFERENCE -> UUID.fromString(text(value));
            case MONEY -> money((JsonObject) value);
            case FILE -> file((JsonObject) value);
            case CHOICES ->
                ((JsonArray) value)
                        .getValuesAs(JsonString.class).stream()
                                .map(JsonString::getString)
                                .toList();
            default -> text(value);
        };
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static Money money(JsonObject object) {
        Money money = Money.of(new BigDecimal(object.getString(AMOUNT)), object.getString(CURRENCY));
        return object.containsKey(BASE) ? money.withBase(new BigDecimal(object.getString(BASE))) : money;
    }

    private static FileValue file(JsonObject object) {
        return new FileValue(UUID.fromString(object.getString(ID)), object.getString(TITLE));
    }

    /** The value as it is kept. */
    public static JsonValue written(Object value) {
        if (value == null || (value instanceof Money money && money.amount() == null)) {
            return JsonValue.NULL;
        } else if (value instanceof Money money) {
            return written(money);
        } else if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof BigDecimal number) {
            return JSON.createValue(number);
        } else if (value instanceof Long number) {
            return JSON.createValue(number);
        } else if (value instanceof FileValue file) {
            return JSON.createObjectBuilder()
                    .add(ID, file.id().toString())
                    .add(TITLE, file.title())
                    .build();
        } else if (value instanceof List<?> values) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            values.forEach(each -> array.add(each.toString()));
            return array.build();
        }
        return JSON.createValue(value.toString());
    }

    private static JsonValue written(Money money) {
        JsonObjectBuilder object = JSON.createObjectBuilder()
                .add(AMOUNT, money.amount().toPlainString())
                .add(CURRENCY, money.currency());
        money.base().ifPresent(base -> object.add(BASE, base.toPlainString()));
        return object.build();
    }

    /**
     * The value as it stands in the index: text that is ordered as the values are, so that the comparisons of one kind of
     * column, which row-level security lets the index serve, find all of them. Text does so regardless of case.
     */
    public static String form(Object value) {
        if (value instanceof Money money) {
            return form(money.base().orElse(money.amount()));
        } else if (value instanceof BigDecimal number) {
            BigInteger scaled = number.setScale(4, RoundingMode.HALF_UP).unscaledValue();
            return String.format("%024d", scaled.add(BigInteger.TEN.pow(22)));
        } else if (value instanceof Long number) {
            return form(BigDecimal.valueOf(number));
        }
        String text = value.toString().toLowerCase(Locale.ROOT);
        return text.length() > LONGEST_FORM ? text.substring(0, LONGEST_FORM) : text;
    }

    /** SQL for the value in a row; of money for its amount. */
    static String sql(FieldKind kind, String own, String name) {
        String value = own + " ->> '" + name + "'";
        return switch (kind) {
            case INTEGER -> "(" + value + ")::bigint";
            case DECIMAL -> "(" + value + ")::numeric";
            case BOOLEAN -> "(" + value + ")::boolean";
            case DATE -> "(" + value + ")::date";
            case INSTANT -> "(" + value + ")::timestamptz";
            case REFERENCE -> "(" + value + ")::uuid";
            case MONEY -> "(" + part(own, name, AMOUNT) + ")::numeric";
            case CHOICES -> "(" + own + " -> '" + name + "')";
            case FILE -> "(" + part(own, name, TITLE) + ")";
            default -> "(" + value + ")";
        };
    }

    /** SQL for the currency of an amount. */
    static String currency(String own, String name) {
        return "(" + part(own, name, CURRENCY) + ")";
    }

    /** SQL for an amount in the tenant's currency. */
    static String base(String own, String name) {
        return "(" + part(own, name, BASE) + ")::numeric";
    }

    /** SQL for a file with its id. */
    static String file(String own, String name) {
        return "(" + own + " -> '" + name + "')";
    }

    private static String part(String own, String name, String part) {
        return own + " -> '" + name + "' ->> '" + part + "'";
    }
}
