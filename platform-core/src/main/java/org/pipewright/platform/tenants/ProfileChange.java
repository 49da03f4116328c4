package org.pipewright.platform.tenants;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.texts.Languages;

/** A merge patch of the organisation's profile, checked: columns of the two tables and their new values. */
final class ProfileChange {

    private static final Predicate<String> ANYTHING = text -> true;
    private static final Pattern MAIL_ADDRESS = Pattern.compile(NewSignup.MAIL_ADDRESS);
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s]{3,}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{8}([A-Z0-9]{3})?");
    private static final String WORKING_DAYS = "workingDays";
    private static final int MONTHS = 12;
    private static final int WEEKDAYS = 7;

    private record Text(String column, int max, boolean required, Predicate<String> fits, String code) {}

    private static final Map<String, Text> OF_TENANT = Map.of(
            "name", new Text("name", 100, true, ANYTHING, ""),
            "timeZone", new Text("time_zone", 50, true, SignupRules::isTimeZone, "not-a-choice"),
            "language", new Text("language", 5, true, Languages::isSpoken, "not-a-choice"));

    private static final Map<String, Text> OF_PROFILE = Map.ofEntries(
            Map.entry("legalName", new Text("legal_name", 200, false, ANYTHING, "")),
            Map.entry("street", new Text("street", 200, false, ANYTHING, "")),
            Map.entry("postalCode", new Text("postal_code", 20, false, ANYTHING, "")),
            Map.entry("city", new Text("city", 100, false, ANYTHING, "")),
            Map.entry("country", new Text("country", 2, false, SignupRules::isCountry, "not-a-choice")),
            Map.entry("taxNumber", new Text("tax_number", 50, false, ANYTHING, "")),
            Map.entry("registrationNumber", new Text("registration_number", 50, false, ANYTHING, "")),
            Map.entry("phone", new Text("phone", 50, false, ANYTHING, "")),
            Map.entry("email", new Text("email", 255, false, MAIL_ADDRESS.asMatchPredicate(), "email")),
            Map.entry("website", new Text("website", 255, false, WEB_ADDRESS.asMatchPredicate(), "invalid")),
            Map.entry("iban", new Text("iban", 34, false, IBAN.asMatchPredicate(), "invalid")),
            Map.entry("bic", new Text("bic", 11, false, BIC.asMatchPredicate(), "invalid")));

    private static final Map<String, Integer> NUMBERS = Map.of("fiscalYearStart", MONTHS, "firstWeekday", WEEKDAYS);
    private static final Map<String, String> NUMBER_COLUMNS =
            Map.of("fiscalYearStart", "fiscal_year_start", "firstWeekday", "first_weekday");
    private static final Set<String> FIXED = Set.of("slug", "currency", "version", "logo");

    private final Map<String, Object> tenantColumns = new LinkedHashMap<>();
    private final Map<String, Object> profileColumns = new LinkedHashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    private ProfileChange() {}

    static ProfileChange of(JsonObject patch) {
        ProfileChange change = new ProfileChange();
        patch.forEach(change::take);
        InvalidFields.requireNone(change.errors);
        return change;
    }

    /** New values by column of the tenant. */
    Map<String, Object> ofTenant() {
        return tenantColumns;
    }

    /** New values by column of the profile. */
    Map<String, Object> ofProfile() {
        return profileColumns;
    }

    private void take(String field, JsonValue value) {
        if (OF_TENANT.containsKey(field)) {
            text(field, OF_TENANT.get(field), value, tenantColumns);
        } else if (OF_PROFILE.containsKey(field)) {
            text(field, OF_PROFILE.get(field), value, profileColumns);
        } else if (NUMBERS.containsKey(field)) {
            number(field, value);
        } else if (field.equals(WORKING_DAYS)) {
            workingDays(value);
        } else {
            reject(field, FIXED.contains(field) ? "read-only" : "unknown");
        }
    }

    private void text(String field, Text rules, JsonValue value, Map<String, Object> columns) {
        if (value == JsonValue.NULL) {
            empty(field, rules, columns);
        } else if (!(value instanceof JsonString string) || string.getString().indexOf('\0') >= 0) {
            reject(field, "wrong-type");
        } else if (string.getString().isBlank()) {
            empty(field, rules, columns);
        } else {
            filled(field, rules, string.getString().strip(), columns);
        }
    }

    private void empty(String field, Text rules, Map<String, Object> columns) {
        if (rules.required()) {
            reject(field, "required");
        } else {
            columns.put(rules.column(), null);
        }
    }

    private void filled(String field, Text rules, String text, Map<String, Object> columns) {
        if (text.length() > rules.max()) {
            reject(field, "too-long");
        } else if (!rules.fits().test(text)) {
            reject(field, rules.code());
        } else {
            columns.put(rules.column(), text);
        }
    }

    private void number(String field, JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            reject(field, "wrong-type");
        } else if (!isWithin(number.bigDecimalValue(), NUMBERS.get(field))) {
            reject(field, "out-of-range");
        } else {
            profileColumns.put(NUMBER_COLUMNS.get(field), number.intValue());
        }
    }

    private void workingDays(JsonValue value) {
        if (!(value instanceof JsonArray days)
                || !days.stream().allMatch(day -> day instanceof JsonNumber number && number.isIntegral())) {
            reject(WORKING_DAYS, "wrong-type");
        } else if (!days.stream().allMatch(day -> isWithin(((JsonNumber) day).bigDecimalValue(), WEEKDAYS))) {
            reject(WORKING_DAYS, "out-of-range");
        } else if (days.isEmpty()) {
            reject(WORKING_DAYS, "required");
        } else {
            profileColumns.put(
                    "working_days",
                    days.stream()
                            .map(day -> ((JsonNumber) day).intValue())
                            .distinct()
                            .sorted()
                            .map(String::valueOf)
                            .collect(Collectors.joining(",", "{", "}")));
        }
    }

    private static boolean isWithin(BigDecimal number, int most) {
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.ONE) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private void reject(String field, String code) {
        errors.add(InvalidFields.error(field, code));
    }
}
