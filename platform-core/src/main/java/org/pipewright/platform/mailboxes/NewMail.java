package org.pipewright.platform.mailboxes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A mail to be sent from a record. What is written is given as plain text or as markup, of which only what can do no harm
 * is sent.
 *
 * @param to addresses
 * @param cc addresses of those who get a copy, or null
 * @param subject of the mail
 * @param text what is written, or null if there is markup
 * @param html the same as markup, or null
 * @param files ids of files of the record and its story that go along, or null
 * @param answers id of the mail it answers, kept with the record or its story, or null
 * @param mailbox id of the mailbox it goes out from, or null for the first one that sends
 * @param signature whether the caller's signature is put under it; yes if absent
 * @param confidential whether only its owner sees it afterwards; as the mailbox or the tenant says if absent
 */
public record NewMail(
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 254) String> to,
        @Size(max = 20) List<@NotBlank @Size(max = 254) String> cc,
        @NotBlank @Size(max = 250) String subject,
        @Size(max = 50_000) String text,
        @Size(max = 200_000) String html,
        @Size(max = 20) List<UUID> files,
        UUID answers,
        UUID mailbox,
        Boolean signature,
        Boolean confidential) {

    public NewMail {
        cc = cc == null ? List.of() : cc;
        files = files == null ? List.of() : files;
    }

    List<String> everybody() {
        return Stream.concat(to.stream(), cc.stream()).toList();
    }

    boolean isSigned() {
        return !Boolean.FALSE.equals(signature);
    }

    /** The markup as it may be sent, empty if there is none. */
    String markup() {
        return Optional.ofNullable(html).map(MailMarkup::cleaned).orElse("");
    }

    /** What is written as plain text. */
    String plain() {
        return Optional.ofNullable(text)
                .filter(written -> !written.isBlank())
                .orElseGet(() -> MailText.readable(markup()))
                .strip();
    }
}
