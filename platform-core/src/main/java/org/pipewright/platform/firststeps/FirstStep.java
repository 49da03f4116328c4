package org.pipewright.platform.firststeps;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A step, and how the database tells that it was done; others are done when somebody says so. */
enum FirstStep {
    INVITE("select exists (select 1 from core.invitation)"),
    IMPORT("select exists (select 1 from core.import where state in ('DONE', 'DONE_WITH_ERRORS'))"),
    FEATURES("select exists (select 1 from core.feature_switch)"),
    CURRENCIES("select exists (select 1 from core.exchange_rate)");

    private final String sign;

    FirstStep(String sign) {
        this.sign = sign;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sign() {
        return sign;
    }

    static Optional<FirstStep> named(String key) {
        return Stream.of(values()).filter(step -> step.key().equals(key)).findFirst();
    }
}
