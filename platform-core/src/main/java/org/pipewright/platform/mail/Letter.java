package org.pipewright.platform.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;

/**
 * A mail to be written from texts {@code core.mail.<kind>.subject} and {@code core.mail.<kind>.text}.
 *
 * @param to address
 * @param language of the recipient
 * @param kind which texts
 * @param arguments what the texts name
 * @param files that go with it
 */
public record Letter(String to, Locale language, String kind, Map<String, String> arguments, List<Attachment> files) {

    public Letter(String to, Locale language, String kind, Map<String, String> arguments) {
        this(to, language, kind, arguments, List.of());
    }

    /** The same letter with files. */
    public Letter with(List<Attachment> enclosed) {
        return new Letter(to, language, kind, arguments, enclosed);
    }
}
