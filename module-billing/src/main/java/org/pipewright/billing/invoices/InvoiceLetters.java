package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.mail.CustomerMail;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Records;

/** Writes to those who pay: to a contact, or else to the account. */
@ApplicationScoped
public class InvoiceLetters {

    @Inject
    Records records;

    @Inject
    CustomerMail mail;

    /** Mails it; returns the address, or nothing where nobody is to be written to. */
    public Optional<String> send(Optional<UUID> contact, UUID account, String subject, String text) {
        return address(contact, account).filter(to -> isSent(to, subject, text));
    }

    /** Whoever wants no mail gets none, which is no reason not to go on with others. */
    private boolean isSent(String to, String subject, String text) {
        try {
            mail.send(to, subject, text);
            return true;
        } catch (Refusal declined) {
            return false;
        }
    }

    /** To whom mail goes; nobody if who it is for does not want any. */
    public Optional<String> address(Optional<UUID> contact, UUID account) {
        Optional<JsonObject> person = contact.flatMap(id -> records.seen("core.contact", id));
        return person.isPresent()
                ? person.filter(seen -> !seen.getBoolean("doNotMail", false)).flatMap(InvoiceLetters::mail)
                : records.seen("core.account", account).flatMap(InvoiceLetters::mail);
    }

    private static Optional<String> mail(JsonObject seen) {
        return Optional.ofNullable(seen.get("emails"))
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .filter(emails -> !emails.isEmpty())
                .map(emails -> emails.getJsonObject(0).getString("value"));
    }

    /** What the account is called. */
    public String customer(UUID account) {
        return records.seen("core.account", account)
                .map(seen -> seen.getString("name"))
                .orElse("");
    }

    /** An amount in letters that anybody reads. */
    public static String told(Money money) {
        return Money.rounded(money.amount(), money.currency()).amount().toPlainString() + " " + money.currency();
    }
}
