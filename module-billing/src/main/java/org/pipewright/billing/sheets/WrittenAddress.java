package org.pipewright.billing.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pipewright.platform.spi.texts.Language;

/**
 * A postal address as somebody wrote it, line by line, told apart for programs as far as it can be: a line with postal
 * code and city, and after it perhaps a country. What is not found is not guessed.
 *
 * @param written its lines
 * @param postalCode or empty
 * @param city or empty
 * @param country its ISO 3166 code, if it says one
 */
public record WrittenAddress(List<String> written, String postalCode, String city, Optional<String> country) {

    /** As on the continent: the code first, perhaps with the sign of the country before it. */
    private static final Pattern CODE_FIRST =
            Pattern.compile("(?:[A-Z]{1,3}[- ])?(\\d{3,6}(?:[ -]\\d{2,4})?(?: [A-Z]{2})?) +(\\p{L}.*)");

    /** As in Britain and America. */
    private static final Pattern CITY_FIRST =
            Pattern.compile("(\\p{L}[^\\d]*?),? +([A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}|[A-Z]{2} \\d{5}(?:-\\d{4})?)");

    private static final Map<String, String> COUNTRIES = countries();

    private static Map<String, String> countries() {
        Map<String, String> found = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            found.put(folded(code), code);
            Language.spoken()
                    .forEach(language -> found.put(folded(country.getDisplayCountry(language.locale())), code));
        }
        return Map.copyOf(found);
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** What is told apart in the text. */
    public static WrittenAddress of(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Optional<String> country =
                lines.isEmpty() ? Optional.empty() : Optional.ofNullable(COUNTRIES.get(folded(last(lines))));
        List<String> rest = country.isPresent() ? before(lines) : lines;
        String place = rest.isEmpty() ? "" : last(rest);
        Matcher codeFirst = CODE_FIRST.matcher(place);
        if (codeFirst.matches()) {
            return new WrittenAddress(lines, codeFirst.group(1), codeFirst.group(2), country);
        }
        Matcher cityFirst = CITY_FIRST.matcher(place);
        return cityFirst.matches()
                ? new WrittenAddress(lines, cityFirst.group(2), cityFirst.group(1), country)
                : new WrittenAddress(lines, "", "", country);
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }

    private static List<String> before(List<String> lines) {
        return lines.subList(0, lines.size() - 1);
    }

    /** Its lines after one that says a name of the customer. */
    List<String> lines(List<String> names) {
        return isNamed(names) ? written.subList(1, written.size()) : written;
    }

    private boolean isNamed(List<String> names) {
        return !written.isEmpty()
                && names.stream().anyMatch(name -> folded(name).equals(folded(written.get(0))));
    }

    /** What comes before code and city, in one line. */
    String street(List<String> names) {
        List<String> lines = lines(names);
        List<String> domestic = country.isPresent() && !lines.isEmpty() ? before(lines) : lines;
        List<String> found = city.isEmpty() || domestic.isEmpty() ? domestic : before(domestic);
        return String.join(", ", found);
    }
}
