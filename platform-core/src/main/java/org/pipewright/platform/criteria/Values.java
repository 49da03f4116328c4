package org.pipewright.platform.criteria;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pipewright.platform.criteria.Criteria.Clock;
import org.pipewright.platform.recordtypes.DeclaredField;

/** Reads the values of filters. Relative are {@code now} and days: {@code today}, {@code today-7d}, {@code today+3m}. */
public final class Values {

    private static final Pattern RELATIVE = Pattern.compile("today(?:([+-]\\d{1,5})([dwmy]))?");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("d", ChronoUnit.DAYS, "w", ChronoUnit.WEEKS, "m", ChronoUnit.MONTHS, "y", ChronoUnit.YEARS);

    private Values() {}

    /** The value for a field of that kind, or null when the text is none. */
    static Object of(DeclaredField field, String text, Clock clock) {
        try {
            return switch (field.kind()) {
                case INTEGER -> Long.parseLong(text);
                case DECIMAL, MONEY -> number(text);
                case BOOLEAN -> bool(text);
                case DATE -> day(text, clock);
                case INSTANT -> instant(text, clock);
                case CHOICE -> field.choices().contains(text) ? text : null;
                case REFERENCE, ID -> id(text);
                default -> text;
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.precision() > 40 || Math.abs(number.scale()) > 40 ? null : number;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    static UUID id(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static boolean isDay(String text, Clock clock) {
        try {
            return day(text, clock) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate day(String text, Clock clock) {
        Matcher relative = RELATIVE.matcher(text);
        if (!relative.matches()) {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < 1 || day.getYear() > 9999 ? null : day;
        }
        return relative.group(1) == null
                ? clock.today()
                : clock.today().plus(Long.parseLong(relative.group(1)), UNITS.get(relative.group(2)));
    }

    private static Instant instant(String text, Clock clock) {
        if (text.equals("now")) {
            return Instant.now();
        }
        return isDay(text, clock)
                ? day(text, clock).atStartOfDay(clock.zone()).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    static Instant endOfDay(String text, Clock clock) {
        return day(text, clock).plusDays(1).atStartOfDay(clock.zone()).toInstant();
    }

    /** A pattern in which only {@code *} is a wildcard. */
    static String pattern(String text) {
        return escaped(text).replace('*', '%');
    }

    /** Text in which the wildcards of like stand for themselves. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
