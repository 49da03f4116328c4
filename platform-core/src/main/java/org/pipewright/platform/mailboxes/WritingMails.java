package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.activities.NotedMails;
import org.pipewright.platform.activities.NotedMails.KeptMail;
import org.pipewright.platform.consents.Declined;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.files.RecordFiles;
import org.pipewright.platform.files.RecordFiles.Copy;
import org.pipewright.platform.mailboxes.MailStart.Route;
import org.pipewright.platform.openings.MailOpenings;
import org.pipewright.platform.outbox.Outbox;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.mail.MailIntake.Place;
import org.pipewright.platform.spi.records.Records;

/** Takes mails that members write from records: keeps them, notes them, and posts them after the commit (S-MAIL-01). */
@ApplicationScoped
class WritingMails {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\".,;]{2,}");
    private static final int MOST_BYTES = 20_000_000;

    @Inject
    Routes routes;

    @Inject
    Recipients recipients;

    @Inject
    Declined declined;

    @Inject
    Signatures signatures;

    @Inject
    Answered answered;

    @Inject
    Confidentiality confidentiality;

    @Inject
    RecordFiles files;

    @Inject
    NotedMails notes;

    @Inject
    Records records;

    @Inject
    MailOpenings openings;

    @Inject
    Outbox outbox;

    @Inject
    CallerBinding callers;

    /** Takes a mail about a record the caller may view. */
    SentMail take(DeclaredType type, UUID record, NewMail wanted) {
        requireSendable(wanted);
        declined.requireNone(wanted.everybody());
        Route route = routes.chosen(wanted.mailbox());
        List<Copy> copies = files.copies(type, record, wanted.files(), "files");
        requireLight(copies);
        WrittenMail mail = written(type, record, wanted, route, copies);
        Message kept = records.create(Message.sent(mail, title(type, record)));
        UUID message = kept.id();
        copies.forEach(copy -> files.attach(Message.NAME, message, copy.name(), copy.content()));
        notes.sent(
                new KeptMail(message, mail.subject(), mail.text(), Instant.now(), mail.confidential()),
                about(type, record, mail));
        outbox.put(
                callers.tenantId(),
                MailPosting.KIND,
                "",
                message,
                posted(kept, mail).json());
        return new SentMail(message, route.from(), mail.everybody(), mail.subject(), Message.Delivery.WAITING.name());
    }

    private void requireSendable(NewMail wanted) {
        List<FieldError> errors = new ArrayList<>();
        require(wanted.to(), "to", errors);
        require(wanted.cc(), "cc", errors);
        if (wanted.plain().isBlank()) {
            errors.add(InvalidFields.error("text", "required"));
        }
        if (wanted.subject().indexOf('\n') >= 0 || wanted.subject().indexOf('\r') >= 0) {
            errors.add(InvalidFields.error("subject", "invalid"));
        }
        InvalidFields.requireNone(errors);
    }

    private static void require(List<String> addresses, String field, List<FieldError> errors) {
        boolean fit = addresses.stream()
                .allMatch(address -> ADDRESS.matcher(address.strip()).matches());
        if (!fit) {
            errors.add(InvalidFields.error(field, "email"));
        }
    }

    private static void requireLight(List<Copy> copies) {
        if (copies.stream().mapToLong(copy -> copy.content().length).sum() > MOST_BYTES) {
            throw InvalidFields.refusal("files", "too-long", "files-too-large");
        }
    }

    private WrittenMail written(DeclaredType type, UUID record, NewMail wanted, Route route, List<Copy> copies) {
        String signature = wanted.isSigned() ? signatures.mine() : "";
        String markup = wanted.markup();
        return new WrittenMail(
                "<" + UUID.randomUUID() + route.from().substring(route.from().indexOf('@')) + ">",
                route,
                new Place(
                        type.name(),
                        record,
                        callers.memberId(),
                        callers.caller().teamId()),
                distinct(wanted.to()),
                distinct(wanted.cc()),
                wanted.subject().strip(),
                signature.isEmpty() ? wanted.plain() : wanted.plain() + "\n\n-- \n" + signature,
                markup.isEmpty() || signature.isEmpty() ? markup : markup + "<p>-- <br>" + escaped(signature) + "</p>",
                copies.stream().map(Copy::name).toList(),
                Optional.ofNullable(wanted.confidential()).orElseGet(() -> confidentiality.of(route.mailbox())),
                Optional.ofNullable(wanted.answers()).map(id -> answered.key(type, record, id)));
    }

    private static List<String> distinct(List<String> addresses) {
        return addresses.stream().map(String::strip).distinct().toList();
    }

    private static String escaped(String text) {
        return Entities.escape(text).replace("\n", "<br>");
    }

    private String title(DeclaredType type, UUID record) {
        return records.seen(type.name(), record)
                .map(seen -> seen.getString(type.title().name(), ""))
                .orElse("");
    }

    /** The record itself, and those of its people the mail goes to. */
    private Collection<LinkedRecord> about(DeclaredType type, UUID record, WrittenMail mail) {
        Set<String> addresses = mail.everybody().stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<LinkedRecord> about = new LinkedHashSet<>();
        about.add(new LinkedRecord(type.name(), record));
        recipients.of(type, record).stream()
                .filter(person -> addresses.contains(person.address().toLowerCase(Locale.ROOT)))
                .forEach(person -> about.add(new LinkedRecord(person.recordType(), person.record())));
        return about;
    }

    private PostedMail posted(Message message, WrittenMail mail) {
        Optional<String> answers = routes.answers(mail.route().mailbox(), callers.memberId());
        Optional<String> token = openings.follow(message.id(), message.everybody(), message.markup());
        return new PostedMail(message.id(), mail.to(), mail.cc(), answers, mail.earlier(), token);
    }
}
