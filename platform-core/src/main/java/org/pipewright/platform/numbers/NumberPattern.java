package org.pipewright.platform.numbers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pipewright.platform.spi.modules.NumberSeries.Reset;

/**
 * A pattern of numbers with its reset: writes a number, and reads one back that it could have written.
 *
 * @param text such as {@code Q-{year}-{number:3}}
 * @param reset when numbers begin with 1 again
 * @param fiscalStart first month of the fiscal year
 */
record NumberPattern(String text, Reset reset, int fiscalStart) {

    /** Length of the longest pattern; numbers have to fit into a field of 60 characters. */
    static final int LONGEST = 40;

    private static final Pattern PLACE = Pattern.compile("\\{(year|yy|month|number(?::([1-9]))?)}");
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N} ./_#-]*");
    private static final int CENTURY = 100;

    /**
     * A number that was read.
     *
     * @param period in which it counts
     * @param value that was counted
     */
    record Reading(String period, long value) {}

    /** Code of what is wrong with it, if anything is. */
    Optional<String> problem() {
        if (text.length() > LONGEST) {
            return Optional.of("too-long");
        } else if (!ALLOWED.matcher(PLACE.matcher(text).replaceAll("")).matches()) {
            return Optional.of("number-pattern");
        } else if (PLACE.matcher(text).results().filter(NumberPattern::isNumber).count() != 1) {
            return Optional.of("number-once");
        }
        return tellsPeriods() ? Optional.empty() : Optional.of("number-period");
    }

    private static boolean isNumber(MatchResult place) {
        return place.group(1).startsWith("number");
    }

    private boolean tellsPeriods() {
        boolean year = text.contains("{year}") || text.contains("{yy}");
        return switch (reset) {
            case NEVER -> true;
            case YEAR, FISCAL_YEAR -> year;
            case MONTH -> year && text.contains("{month}");
        };
    }

    /** Name of the period a day counts in; empty where numbers never begin again. */
    String period(LocalDate day) {
        return switch (reset) {
            case NEVER -> "";
            case YEAR, FISCAL_YEAR -> String.valueOf(year(day));
            case MONTH -> day.getYear() + "-" + twoDigits(day.getMonthValue());
        };
    }

    private int year(LocalDate day) {
        return reset == Reset.FISCAL_YEAR && day.getMonthValue() < fiscalStart ? day.getYear() - 1 : day.getYear();
    }

    /** The number of that day and value. */
    String write(LocalDate day, long value) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(1)) {
                            case "year" -> String.valueOf(year(day));
                            case "yy" -> twoDigits(year(day) % CENTURY);
                            case "month" -> twoDigits(day.getMonthValue());
                            default -> padded(value, place.group(2));
                        }));
    }

    private static String padded(long value, String digits) {
        return digits == null ? String.valueOf(value) : String.format("%0" + digits + "d", value);
    }

    private static String twoDigits(int number) {
        return String.format("%02d", number);
    }

    /** What the number would count as, had this pattern written it; empty if it could not have. */
    Optional<Reading> read(String number) {
        Matcher matcher = reader().matcher(number);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String year = text.contains("{year}")
                ? matcher.group("year")
                : text.contains("{yy}") ? "20" + matcher.group("yy") : "";
        String period = switch (reset) {
            case NEVER -> "";
            case YEAR, FISCAL_YEAR -> year;
            case MONTH -> year + "-" + matcher.group("month");
        };
        return Optional.of(new Reading(period, Long.parseLong(matcher.group("number"))));
    }

    /** Only the number itself has no fixed length, so that there is one way to read it. */
    private Pattern reader() {
        StringBuilder regex = new StringBuilder();
        java.util.Set<String> named = new java.util.HashSet<>();
        Matcher places = PLACE.matcher(text);
        int end = 0;
        while (places.find()) {
            regex.append(Pattern.quote(text.substring(end, places.start())));
            String name = isNumber(places.toMatchResult()) ? "number" : places.group(1);
            regex.append(named.add(name) ? "(?<" + name + ">" + digits(name) + ")" : "\\k<" + name + ">");
            end = places.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(text.substring(end))).toString());
    }

    private static String digits(String name) {
        return switch (name) {
            case "year" -> "\\d{4}";
            case "number" -> "\\d{1,18}";
            default -> "\\d{2}";
        };
    }
}
