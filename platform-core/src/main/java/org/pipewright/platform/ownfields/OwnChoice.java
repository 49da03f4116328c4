package org.pipewright.platform.ownfields;

import java.util.Locale;
import java.util.Map;
import org.pipewright.platform.texts.Languages;

/**
 * A value of a list.
 *
 * @param value as programs see it; made of the label where it is left out
 * @param labels by language
 */
public record OwnChoice(String value, Map<String, String> labels) {

    public OwnChoice {
        labels = labels == null ? Map.of() : labels;
    }

    /** The same with a value. */
    OwnChoice named() {
        return value != null || labels.isEmpty()
                ? new OwnChoice(value == null ? "" : value, labels)
                : new OwnChoice(OwnFieldNames.choice(Languages.chosen(Locale.ENGLISH, labels)), labels);
    }
}
