package org.pipewright.platform.accounts;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the form of a tax number tells (S-ACC-12): the numbers for value added tax of the European Union, Switzerland and
 * the United Kingdom, with their check digits where the country has published how they are reckoned. A number without
 * the letters of its country is looked at as one of the country of the address, but may be of another kind there.
 */
final class TaxNumbers {

    /** How one country writes its numbers. */
    private record Form(Pattern pattern, Predicate<String> check) {}

    private static final Map<String, Form> FORMS = Map.ofEntries(
            form("AT", "U\\d{8}", TaxNumbers::austrian),
            form("BE", "[01]\\d{9}", n -> 97 - number(n, 0, 8) % 97 == number(n, 8, 10)),
            form("BG", "\\d{9,10}", n -> true),
            form("CH", "E\\d{9}(MWST|TVA|IVA)?", n -> swiss(n.substring(1))),
            form("CY", "\\d{8}[A-Z]", n -> true),
            form("CZ", "\\d{8,10}", n -> true),
            form("DE", "[1-9]\\d{8}", TaxNumbers::elevenTen),
            form("DK", "\\d{8}", n -> sum(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            form("EE", "\\d{9}", n -> sum(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0),
            form("EL", "\\d{9}", n -> sum(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(n, 8)),
            form("ES", "[A-Z0-9]\\d{7}[A-Z0-9]", TaxNumbers::spanish),
            form("FI", "\\d{8}", n -> sum(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0),
            form("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}", TaxNumbers::french),
            form("GB", "\\d{9}(\\d{3})?", TaxNumbers::british),
            form("HR", "\\d{11}", TaxNumbers::elevenTen),
            form("HU", "\\d{8}", n -> sum(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0),
            form("IE", "\\d{7}[A-W][A-I]?", TaxNumbers::irish),
            form("IT", "\\d{11}", TaxNumbers::luhn),
            form("LT", "\\d{9}|\\d{12}", n -> true),
            form("LU", "\\d{8}", n -> number(n, 0, 6) % 89 == number(n, 6, 8)),
            form("LV", "\\d{11}", n -> true),
            form("MT", "\\d{8}", n -> 37 - sum(n, 3, 4, 6, 7, 8, 9) % 37 == number(n, 6, 8)),
            form("NL", "\\d{9}B\\d{2}", TaxNumbers::dutch),
            form("PL", "\\d{10}", n -> sum(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(n, 9)),
            form("PT", "\\d{9}", n -> (11 - sum(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == digit(n, 8)),
            form("RO", "\\d{2,10}", n -> true),
            form("SE", "\\d{10}01", n -> luhn(n.substring(0, 10))),
            form("SI", "[1-9]\\d{7}", n -> (11 - sum(n, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == digit(n, 7)),
            form("SK", "\\d{10}", n -> Long.parseLong(n) % 11 == 0));

    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String IRISH_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";

    private TaxNumbers() {}

    private static Map.Entry<String, Form> form(String country, String pattern, Predicate<String> check) {
        return entry(country, new Form(Pattern.compile(pattern), check));
    }

    /** What is to be thought of a number; empty if nothing is known of numbers of that country. */
    static Optional<TaxNumberStanding> standing(String typed, Optional<String> addressCountry) {
        String number = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String letters = number.length() > 2 ? number.substring(0, 2) : "";
        String country = letters.equals("GR") ? "EL" : letters;
        if (FORMS.containsKey(country)) {
            return Optional.of(standing(FORMS.get(country), number.substring(2)));
        }
        return addressCountry
                .map(code -> code.equals("GR") ? "EL" : code)
                .map(FORMS::get)
                .filter(form -> form.pattern().matcher(number).matches())
                .map(form -> standing(form, number));
    }

    private static TaxNumberStanding standing(Form form, String number) {
        if (!form.pattern().matcher(number).matches()) {
            return TaxNumberStanding.WRONG_FORMAT;
        }
        return form.check().test(number) ? TaxNumberStanding.PLAUSIBLE : TaxNumberStanding.WRONG_CHECK_DIGIT;
    }

    private static int digit(String number, int at) {
        return Character.digit(number.charAt(at), 10);
    }

    private static int number(String number, int from, int to) {
        return Integer.parseInt(number.substring(from, to));
    }

    /** Sum of the first digits, each times its weight. */
    private static int sum(String number, int... weights) {
        return IntStream.range(0, weights.length)
                .map(i -> weights[i] * digit(number, i))
                .sum();
    }

    private static int crossSum(int digit) {
        return digit / 10 + digit % 10;
    }

    private static boolean luhn(String number) {
        int last = number.length() - 1;
        return IntStream.rangeClosed(0, last)
                                .map(i -> (last - i) % 2 == 0 ? digit(number, i) : crossSum(2 * digit(number, i)))
                                .sum()
                        % 10
                == 0;
    }

    /** ISO 7064, MOD 11,10. */
    private static boolean elevenTen(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == digit(number, number.length() - 1);
    }

    private static boolean austrian(String number) {
        int sum = IntStream.range(1, 8)
                .map(i -> i % 2 == 1 ? digit(number, i) : crossSum(2 * digit(number, i)))
                .sum();
        return (10 - (sum + 4) % 10) % 10 == digit(number, 8);
    }

    private static boolean swiss(String number) {
        return (11 - sum(number, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == digit(number, 8);
    }

    private static boolean french(String number) {
        int siren = number(number, 2, 11);
        boolean numeric = number.substring(0, 2).chars().allMatch(Character::isDigit);
        return luhn(number.substring(2)) && (!numeric || number(number, 0, 2) == (12 + 3 * (siren % 97)) % 97);
    }

    private static boolean british(String number) {
        int sum = sum(number, 8, 7, 6, 5, 4, 3, 2) + number(number, 7, 9);
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    private static boolean irish(String number) {
        int second = number.length() == 9 ? number.charAt(8) - 'A' + 1 : 0;
        int sum = sum(number, 8, 7, 6, 5, 4, 3, 2) + 9 * second;
        return IRISH_LETTERS.charAt(sum % 23) == number.charAt(7);
    }

    /** Numbers of companies are reckoned by eleven, those given to persons since 2020 by ninety-seven. */
    private static boolean dutch(String number) {
        boolean byEleven = sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(number, 8);
        long remainder = ("NL" + number)
                .chars()
                .mapToObj(sign -> String.valueOf(Character.digit(sign, 36)))
                .reduce("", String::concat)
                .chars()
                .reduce(0, (rest, sign) -> (rest * 10 + sign - '0') % 97);
        return byEleven || remainder == 1;
    }

    /** Persons have a letter that follows from the number, organisations a digit, or the letter in its place. */
    private static boolean spanish(String number) {
        char first = number.charAt(0);
        int foreigner = "XYZ".indexOf(first);
        if (Character.isDigit(first) || foreigner >= 0) {
            int person = Integer.parseInt((foreigner >= 0 ? foreigner : first - '0') + number.substring(1, 8));
            return SPANISH_LETTERS.charAt(person % 23) == number.charAt(8);
        }
        int sum = IntStream.range(1, 8)
                .map(i -> i % 2 == 0 ? digit(number, i) : crossSum(2 * digit(number, i)))
                .sum();
        int control = (10 - sum % 10) % 10;
        return number.charAt(8) == '0' + control || number.charAt(8) == "JABCDEFGHI".charAt(control);
    }
}
