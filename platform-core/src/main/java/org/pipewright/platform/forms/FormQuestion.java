package org.pipewright.platform.forms;

import java.util.Map;

/**
 * A question as it is asked.
 *
 * @param name of the field it fills
 * @param label in the form's language
 * @param type kind of the field, such as {@code text} or {@code email}
 * @param required whether it must be answered
 * @param max greatest number of characters
 * @param choices labels by value, if it is answered by choosing
 * @param answer typed so far
 */
record FormQuestion(
        String name, String label, String type, boolean required, int max, Map<String, String> choices, String answer) {

    /** What browsers fill in by themselves, by field. */
    private static final Map<String, String> KNOWN = Map.of(
            "firstName", "given-name",
            "lastName", "family-name",
            "company", "organization",
            "jobTitle", "organization-title",
            "country", "country");

    private static final Map<String, String> INPUTS =
            Map.of("email", "email", "phone", "tel", "url", "url", "integer", "number");

    private static final Map<String, String> KNOWN_BY_TYPE = Map.of("email", "email", "phone", "tel", "url", "url");

    void writeTo(FormPage page, String attributes) {
        if (!choices.isEmpty()) {
            writeChoices(page, attributes);
        } else if (type.equals("multiline")) {
            page.raw("<textarea" + attributes + " maxlength=\"" + max + "\">")
                    .text(answer)
                    .raw("</textarea>\n");
        } else {
            page.raw("<input" + attributes + " type=\"" + input() + "\" maxlength=\"" + max + "\"" + autocomplete()
                            + " value=\"")
                    .text(answer)
                    .raw("\">\n");
        }
    }

    /** Addresses without scheme are fine too, so a browser must not refuse them. */
    private String input() {
        return type.equals("url") ? "text" : INPUTS.getOrDefault(type, "text");
    }

    private String autocomplete() {
        String known = KNOWN.getOrDefault(name, KNOWN_BY_TYPE.get(type));
        return known == null ? "" : " autocomplete=\"" + known + "\"";
    }

    private void writeChoices(FormPage page, String attributes) {
        page.raw("<select" + attributes + autocomplete() + ">\n<option value=\"\"></option>\n");
        choices.forEach((value, text) -> page.raw("<option value=\"")
                .text(value)
                .raw(value.equals(answer) ? "\" selected>" : "\">")
                .text(text)
                .raw("</option>\n"));
        page.raw("</select>\n");
    }
}
