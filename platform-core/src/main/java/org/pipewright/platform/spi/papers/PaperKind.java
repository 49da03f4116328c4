package org.pipewright.platform.spi.papers;

import java.util.Locale;
import java.util.Map;

/**
 * A kind of paper, such as an invoice: a CDI bean of whoever draws it. Tenants may word and arrange it anew (S-PDF-02):
 * a template is HTML with Mustache tags, which see nothing but the values handed over, reach no file and no network.
 *
 * <p>Values are texts, numbers, dates, amounts, true and false, maps of values by name and lists of these; numbers, dates
 * and amounts are written as the paper's language has it. Beside them a template sees {@code organisation} and, by
 * {@code {{#text}}key{{/text}}}, the texts of the product.
 */
public interface PaperKind {

    /** Dotted, module first, such as {@code billing.invoice}; {@code <key>.paper} is the key of its name. */
    String key();

    /** Feature that must be on, or empty. */
    String feature();

    /**
     * Template used while the tenant has none of its own. By default that of every document with lines, which shows
     * {@code recipient} (lines of the address), {@code facts} ({@code label}, {@code value}), {@code intro}, {@code lines}
     * ({@code position}, {@code name}, {@code details}, {@code quantity}, {@code unit}, {@code unitPrice}, {@code discount},
     * {@code tax}, {@code net}; discounts where {@code discounts} is true), {@code sums} ({@code label}, {@code amount},
     * {@code strong}), {@code notes}, and a picture {@code code} for programs to read with its {@code codeLabel}.
     */
    default String template() {
        return "";
    }

    /** Values to show the template with before there is anything real to draw. */
    Map<String, Object> example(Locale language);
}
