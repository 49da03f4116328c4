package org.pipewright.platform.mailboxes;

import java.util.List;
import java.util.UUID;
import org.pipewright.platform.templates.MergedText;

/**
 * What a new mail about a record begins with.
 *
 * @param from address it goes out from while no other is chosen
 * @param routes mailboxes it can go out from; empty if the platform's own server sends it
 * @param to addresses to begin with
 * @param recipients people of the record who have an address
 * @param subject of the template or the answered mail, else empty
 * @param text of the template, else empty
 * @param signature of the caller, else empty
 * @param confidential whether only its owner sees it afterwards while nobody says otherwise
 * @param warnings places of the template that stayed empty
 */
public record MailStart(
        String from,
        List<Route> routes,
        List<String> to,
        List<Recipient> recipients,
        String subject,
        String text,
        String signature,
        boolean confidential,
        List<MergedText.Warning> warnings) {

    /**
     * A mailbox that sends.
     *
     * @param mailbox its id, null if the platform's own server sends
     * @param name as whom it sends
     * @param from address
     */
    public record Route(UUID mailbox, String name, String from) {}

    /**
     * Somebody of the record.
     *
     * @param name of the person or account
     * @param address e-mail address
     * @param recordType whose address it is
     * @param record its id
     * @param optedOut whether the person is not to be mailed
     * @param undeliverable why mails came back from there, or null
     */
    public record Recipient(
            String name, String address, String recordType, UUID record, boolean optedOut, String undeliverable) {}
}
