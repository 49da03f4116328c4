package org.pipewright.platform.papers;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.papers.Enclosure;
import org.pipewright.platform.spi.tenants.Imprint;
import org.pipewright.platform.spi.texts.Wording;
import org.pipewright.platform.tenants.Logo;

/**
 * A paper on its way from template to PDF: the template is merged with the values, the letter with what came out.
 *
 * @param logo if the tenant has one
 * @param header beside the logo
 * @param footer at the foot of every page
 */
record Drawing(Wording wording, Locale language, Imprint imprint, Optional<Logo> logo, String header, String footer) {

    private static final String LETTER = resource("letter.html");

    /** The template of every document with lines, for kinds that bring none of their own. */
    static final String DOCUMENT = resource("document.html");

    private static String resource(String name) {
        try (InputStream in = Drawing.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] drawn(String template, String title, Map<String, Object> values, List<Enclosure> enclosures) {
        return PaperPrinter.printed(html(template, title, values), enclosures);
    }

    String html(String template, String title, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("title", title);
        all.put("organisation", organisation());
        all.put("text", (Mustache.Lambda)
                (key, out) -> out.write(wording.text(language, key.execute().strip())));
        all.put("body", MergedTemplate.of(template, language, Map.copyOf(all)));
        all.put("language", language.toLanguageTag());
        all.put("page", wording.text(language, "core.paper.page"));
        all.put("of", wording.text(language, "core.paper.of"));
        all.put("header", header);
        all.put("footer", footer);
        logo.ifPresent(picture -> all.put("logo", data(picture)));
        return MergedTemplate.of(LETTER, language, all);
    }

    private static String data(Logo logo) {
        return "data:" + logo.mediaType() + ";base64," + Base64.getEncoder().encodeToString(logo.content());
    }

    private Map<String, Object> organisation() {
        return Map.ofEntries(
                Map.entry("line", line()),
                Map.entry("name", imprint.name()),
                Map.entry("legalName", imprint.legalName()),
                Map.entry("street", imprint.street()),
                Map.entry("postalCode", imprint.postalCode()),
                Map.entry("city", imprint.city()),
                Map.entry("country", imprint.country()),
                Map.entry("taxNumber", imprint.taxNumber()),
                Map.entry("registrationNumber", imprint.registrationNumber()),
                Map.entry("phone", imprint.phone()),
                Map.entry("email", imprint.email()),
                Map.entry("website", imprint.website()),
                Map.entry("iban", imprint.iban()),
                Map.entry("bic", imprint.bic()));
    }

    /** Name and address in one line, for the window of an envelope. */
    private String line() {
        String city = (imprint.postalCode() + " " + imprint.city()).strip();
        return Stream.of(imprint.legalName(), imprint.street(), city)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
