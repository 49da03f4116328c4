package org.pipewright.billing.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The core takes for a code of a unit what the rules of e-invoices take for one (S-EINV-08). */
class UnitCodesTest {

    /** A list of codes stands between quotation marks, and this one is long. */
    private static final Pattern LIST = Pattern.compile("'([\\sA-Z0-9]{3000,})'");

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void areThoseOfTheRules(Syntax syntax) throws IOException {
        Set<String> known = codes("/db/migration/platform/V0071__units.sql");

        Set<String> official = codes(syntax.schematrons(EInvoiceRules.EN16931).get(0));

        assertThat(known).isEqualTo(official).hasSizeGreaterThan(2000);
    }

    private static Set<String> codes(String resource) throws IOException {
        try (InputStream in = UnitCodesTest.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return LIST.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .map(UnitCodesTest::words)
                    .filter(codes -> codes.contains("C62"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.replace("'", "").strip().split("\\s+")).collect(Collectors.toSet());
    }
}
