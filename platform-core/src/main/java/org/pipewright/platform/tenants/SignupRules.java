package org.pipewright.platform.tenants;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.texts.Languages;

/** What a sign-up must keep to; everything that is wrong is told at once. */
final class SignupRules {

    private final List<FieldError> errors = new ArrayList<>();

    private SignupRules() {}

    static void require(NewSignup signup) {
        SignupRules rules = new SignupRules();
        rules.check(signup);
        InvalidFields.requireNone(rules.errors);
    }

    private void check(NewSignup signup) {
        require("slug", Slugs.isWellFormed(signup.slug()), "slug");
        require("slug", !Slugs.isReserved(signup.slug()), "reserved");
        require("country", isCountry(signup.country()), "not-a-choice");
        require("timeZone", isTimeZone(signup.timeZone()), "not-a-choice");
        require("language", Languages.isSpoken(signup.language()), "not-a-choice");
        require("currency", Money.isCurrency(signup.currency()), "not-a-choice");
        require("terms", signup.terms(), "required");
    }

    static boolean isCountry(String code) {
        return Arrays.asList(java.util.Locale.getISOCountries()).contains(code);
    }

    static boolean isTimeZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }

    private void require(String field, boolean holds, String code) {
        if (!holds) {
            errors.add(InvalidFields.error(field, code));
        }
    }

    static Refusal slugTaken() {
        return new Refusal(CoreErrorCode.DUPLICATE, Map.of(), List.of(InvalidFields.error("slug", "taken")));
    }
}
