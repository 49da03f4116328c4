package org.pipewright.platform.spi.forms;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A form as people outside see it.
 *
 * @param id of the form
 * @param recordType type of the record the answers become
 * @param feature that must be in force for the tenant
 * @param language of the page
 * @param wording what stands on it
 * @param questions fields of the record type in their order, and whether each must be answered
 * @param confirmed whether the person confirms by a mail first; there is an e-mail address among the questions then
 * @param origins sites that may show the form, such as {@code https://www.example.com}
 */
public record PublicForm(
        UUID id,
        String recordType,
        String feature,
        Locale language,
        Wording wording,
        Map<String, Boolean> questions,
        boolean confirmed,
        Set<String> origins) {

    public PublicForm {
        questions = new LinkedHashMap<>(questions);
        origins = Set.copyOf(origins);
    }

    /**
     * The texts of a form; all but the heading may be empty.
     *
     * @param heading above the form
     * @param introduction below the heading
     * @param consent what the person agrees to by ticking a box, which is needed then
     * @param thanks shown when the form was sent
     */
    public record Wording(String heading, String introduction, String consent, String thanks) {}
}
