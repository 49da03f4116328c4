package org.pipewright.platform.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.texts.Languages;

/** Reads numbers, days, yes and no and countries as people write them in spreadsheets. */
final class CellText {

    /** Patterns of days that are recognised, the likeliest first. */
    static final List<String> DAY_PATTERNS = List.of(
            "yyyy-MM-dd",
            "d.M.yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "yyyy/M/d",
            "d-M-yyyy",
            "yyyyMMdd",
            "d.M.yy",
            "d/M/yy",
            "M/d/yy",
            "d MMM yyyy",
            "MMM d, yyyy",
            "d-MMM-yyyy");

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x", "on", "ja", "j", "wahr");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "off", "nein", "falsch");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern DECORATION = Pattern.compile("[\\s\\u00a0\\u202f'’%€$£¥]|\\b[A-Z]{3}\\b");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3}){2,}");
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();
    private static final Map<String, String> COUNTRIES = countries();

    private CellText() {}

    private static Map<String, String> countries() {
        return Languages.all().stream()
                .flatMap(language -> Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                        .map(code -> Map.entry(key(new Locale("", code).getDisplayCountry(language)), code)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /** What is left of a name when case, accents and everything but letters and digits are taken away. */
    static String key(String text) {
        return Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{Nd}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The number, if it is one; {@code decimal} is its decimal sign, empty for finding out. */
    static Optional<BigDecimal> number(String cell, String decimal) {
        String digits = DECORATION.matcher(cell).replaceAll("");
        String sign = decimal.isEmpty() ? decimalSign(digits) : decimal;
        String grouping = sign.equals(",") ? "." : ",";
        String plain = digits.replace(grouping, "").replace(sign, ".");
        if (digits.startsWith("(") && digits.endsWith(")")) {
            plain = "-" + plain.substring(1, plain.length() - 1);
        }
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /** The sign that stands last is the decimal one; one that groups by three, as in 1,234, is not. */
    private static String decimalSign(String digits) {
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return comma > point ? "," : ".";
        }
        if (GROUPED_BY_POINT.matcher(digits).matches()) {
            return ",";
        }
        return comma >= 0 && !GROUPED_BY_COMMA.matcher(digits).matches() ? "," : ".";
    }

    /** The day, if it is one by the pattern; an ISO time is cut to its day. */
    static Optional<LocalDate> day(String cell, String pattern) {
        String text = cell.strip();
        return writers(pattern)
                .flatMap(language -> parsed(text, formatter(pattern, language)).stream())
                .findFirst()
                .or(() -> dayOfTime(text));
    }

    /** Languages in which a day by the pattern may be written: only names of months tell them apart. */
    private static Stream<Locale> writers(String pattern) {
        return Languages.all().stream().limit(pattern.contains("MMM") ? Long.MAX_VALUE : 1);
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter formatter) {
        try {
            return Optional.of(LocalDate.parse(text, formatter));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> dayOfTime(String text) {
        try {
            return text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
                    ? Optional.of(LocalDate.parse(text.substring(0, 10)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The moment, if it is one; without a zone it is meant in the given one, without a time it is midnight. */
    static Optional<OffsetDateTime> moment(String cell, String pattern, ZoneId zone) {
        String text = cell.strip().replace(' ', 'T');
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return localMoment(text, zone)
                    .or(() ->
                            day(cell, pattern).map(day -> day.atStartOfDay(zone).toOffsetDateTime()));
        }
    }

    private static Optional<OffsetDateTime> localMoment(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toOffsetDateTime());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether dates can be read by the pattern at all. */
    static boolean isPattern(String pattern) {
        try {
            return !formatter(pattern, Locale.ENGLISH).format(LocalDate.EPOCH).isEmpty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static DateTimeFormatter formatter(String pattern, Locale language) {
        if (FORMATTERS.size() > 200) {
            FORMATTERS.clear();
        }
        return FORMATTERS.computeIfAbsent(
                language + pattern,
                key -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern.replace("yyyy", "uuuu").replace("yy", "uu"))
                        .toFormatter(language)
                        .withResolverStyle(ResolverStyle.STRICT));
    }

    static Optional<Boolean> yesOrNo(String cell) {
        String text = cell.strip().toLowerCase(Locale.ROOT);
        return YES.contains(text) ? Optional.of(true) : NO.contains(text) ? Optional.of(false) : Optional.empty();
    }

    /** Code of a country given by code or by its name in one of the product's languages. */
    static Optional<String> country(String cell) {
        String code = cell.strip().toUpperCase(Locale.ROOT);
        return code.length() == 2 ? Optional.of(code) : Optional.ofNullable(COUNTRIES.get(key(cell)));
    }
}
