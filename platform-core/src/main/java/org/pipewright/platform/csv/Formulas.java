package org.pipewright.platform.csv;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula (OWASP, CSV injection). On the way out it gets an apostrophe in front,
 * on the way in the apostrophe goes again, so that what was exported comes back the same.
 */
public final class Formulas {

    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NEUTRALISED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Formulas() {}

    /** The text as a spreadsheet shows it and runs nothing. */
    public static String neutralised(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    /** The text as it was before it was neutralised. */
    public static String plain(String cell) {
        return NEUTRALISED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
