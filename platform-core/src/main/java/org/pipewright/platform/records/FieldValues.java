package org.pipewright.platform.records;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pipewright.platform.currencies.Amounts;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.FileValue;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.TaxBreakdown;

/** Reads field values from JSON and writes them for the history. */
public final class FieldValues {

    /** Makes JSON. Looked up once: {@code Json} looks it up on the class path for every single value. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\".,;]{2,}");
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()./x-]{2,38}");
    private static final Pattern URL = Pattern.compile("(https?://)?[^\\s/]+\\.[^\\s]+", Pattern.CASE_INSENSITIVE);
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final BigDecimal MOST = new BigDecimal("1e15");

    private FieldValues() {}

    /** A value that does not fit its field. */
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        Unfit(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        /** Stable code of what is wrong. */
        public String code() {
            return code;
        }
    }

    /** The value in Java, null for no value; throws {@link Unfit}. */
    public static Object read(DeclaredField field, JsonValue value) {
        if (value == JsonValue.NULL) {
            return null;
        }
        try {
            return switch (field.kind()) {
                case INTEGER -> integer(field, value);
                case DECIMAL -> inRange(field, decimal(value));
                case BOOLEAN -> bool(value);
                case DATE -> date(LocalDate.parse(string(value)));
                case INSTANT -> instant(string(value));
                case CHOICE -> choice(field, string(value));
                case CHOICES -> choices(field, value);
                case REFERENCE, ID -> id(value);
                case FILE -> new FileValue(id(value), "");
                case MONEY -> money(field, value);
                case EMAILS, PHONES, LINKS, ADDRESSES -> PointValues.read(field, value);
                default -> text(field, string(value));
            };
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new Unfit("wrong-type");
        }
    }

    private static Object integer(DeclaredField field, JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            throw new Unfit("wrong-type");
        }
        BigDecimal exact = number.bigDecimalValue();
        if (exact.precision() - exact.scale() > 18) {
            throw new Unfit("out-of-range");
        }
        inRange(field, exact);
        Class<?> type = field.attribute().type();
        if (type == Integer.class || type == int.class) {
            return exact.intValueExact();
        }
        return exact.longValueExact();
    }

    private static BigDecimal decimal(JsonValue value) {
        BigDecimal number = value instanceof JsonNumber json ? json.bigDecimalValue() : new BigDecimal(string(value));
        if (number.precision() > 60
                || Math.abs(number.scale()) > 60
                || number.abs().compareTo(MOST) >= 0) {
            throw new Unfit("out-of-range");
        }
        return number;
    }

    private static BigDecimal inRange(DeclaredField field, BigDecimal number) {
        double value = number.doubleValue();
        if (value < field.rules().from() || value > field.rules().to()) {
            throw new Unfit("out-of-range");
        }
        if (number.stripTrailingZeros().scale() > field.rules().decimals()) {
            throw new Unfit("too-precise");
        }
        return number;
    }

    private static Boolean bool(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw new Unfit("wrong-type");
        };
    }

    private static LocalDate date(LocalDate date) {
        if (InvalidFields.isAbsurd(date)) {
            throw new Unfit("out-of-range");
        }
        return date;
    }

    private static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        date(time.toLocalDate());
        return time.toInstant();
    }

    private static Object choice(DeclaredField field, String text) {
        if (!field.choices().contains(text)) {
            throw new Unfit("not-a-choice");
        }
        return field.chosen(text);
    }

    /** Several of the choices, each once and in their order; none at all is no value. */
    private static List<String> choices(DeclaredField field, JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            throw new Unfit("wrong-type");
        }
        Set<String> chosen = array.stream().map(FieldValues::string).collect(Collectors.toSet());
        if (!field.choices().containsAll(chosen)) {
            throw new Unfit("not-a-choice");
        }
        return chosen.isEmpty()
                ? null
                : field.choices().stream().filter(chosen::contains).toList();
    }

    private static UUID id(JsonValue value) {
        String text =
                value instanceof JsonObject object ? string(object.getOrDefault("id", JsonValue.NULL)) : string(value);
        if (text.length() != 36) {
            throw new Unfit("wrong-type");
        }
        return UUID.fromString(text);
    }

    private static Money money(DeclaredField field, JsonValue value) {
        if (!(value instanceof JsonObject object)
                || !Set.of("amount", "currency").containsAll(object.keySet())) {
            throw new Unfit("wrong-type");
        }
        BigDecimal amount = inRange(field, decimal(object.getOrDefault("amount", JsonValue.NULL)));
        String currency = string(object.getOrDefault("currency", JsonValue.NULL));
        if (amount.stripTrailingZeros().scale()
                > Amounts.decimals(Currency.getInstance(currency).getCurrencyCode())) {
            throw new Unfit("too-precise");
        }
        return Money.of(amount, currency);
    }

    private static String string(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new Unfit("wrong-type");
    }

    private static String text(DeclaredField field, String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            throw new Unfit("invalid");
        }
        if (text.length() > field.rules().max()) {
            throw new Unfit("too-long");
        }
        return checked(field.kind(), text);
    }

    private static String checked(FieldKind kind, String text) {
        boolean fits = switch (kind) {
            case EMAIL -> EMAIL.matcher(text).matches();
            case PHONE -> PHONE.matcher(text).matches();
            case URL -> URL.matcher(text).matches();
            case COUNTRY -> COUNTRIES.contains(text);
            case CURRENCY -> Money.isCurrency(text);
            default -> true;
        };
        if (!fits) {
            throw new Unfit("invalid");
        }
        return text;
    }

    /** A value as it stands in the history. */
    public static JsonValue shown(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        } else if (value instanceof Money money) {
            return money.amount() == null
                    ? JsonValue.NULL
                    : JSON.createValue(Amounts.text(money.amount(), money.currency()) + " " + money.currency());
        } else if (value instanceof ContactPoints points) {
            return JSON.createValue(points.all().stream()
                    .map(point -> String.join(
                            ", ", point.e164(Optional.empty()).parts().values()))
                    .collect(Collectors.joining("; ")));
        } else if (value instanceof TaxBreakdown taxes) {
            return JSON.createValue(taxes.inWords());
        } else if (value instanceof BigDecimal number) {
            return JSON.createValue(number.toPlainString());
        } else if (value instanceof List<?> values) {
            return JSON.createValue(values.stream().map(Object::toString).collect(Collectors.joining(", ")));
        } else if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Integer number) {
            return JSON.createValue(number);
        } else if (value instanceof Long number) {
            return JSON.createValue(number);
        }
        return JSON.createValue(value.toString());
    }

    /** A value as {@link #read} takes it. */
    public static JsonValue written(Object value) {
        if (value instanceof Money money && money.amount() != null) {
            return JSON.createObjectBuilder()
                    .add("amount", Amounts.text(money.amount(), money.currency()))
                    .add("currency", money.currency())
                    .build();
        }
        if (value instanceof List<?> values) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            values.forEach(each -> array.add(each.toString()));
            return array.build();
        }
        return value instanceof ContactPoints points ? points.toJson() : shown(value);
    }

    /** Whether two values are the same to people: money by amount and currency, numbers regardless of trailing zeros. */
    public static boolean same(Object left, Object right) {
        if (isNone(left) || isNone(right)) {
            return isNone(left) && isNone(right);
        }
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        if (left instanceof Money one && right instanceof Money other) {
            return one.amount().compareTo(other.amount()) == 0 && Objects.equals(one.currency(), other.currency());
        }
        return left.equals(right);
    }

    private static boolean isNone(Object value) {
        return value == null || (value instanceof Money money && money.amount() == null);
    }

    /** What is written as JSON text. */
    static JsonObject object(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
