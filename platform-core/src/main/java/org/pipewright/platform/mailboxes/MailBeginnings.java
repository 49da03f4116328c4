package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.mailboxes.MailStart.Recipient;
import org.pipewright.platform.mailboxes.MailStart.Route;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.templates.MergedText;
import org.pipewright.platform.templates.Merging;
import org.pipewright.platform.templates.TextTemplate;

/** Works out what a new mail about a record begins with. */
@ApplicationScoped
class MailBeginnings {

    private static final MergedText NOTHING = new MergedText("", List.of());

    @Inject
    Recipients recipients;

    @Inject
    Routes routes;

    @Inject
    Signatures signatures;

    @Inject
    Answered answered;

    @Inject
    Confidentiality confidentiality;

    @Inject
    Merging merging;

    @Inject
    Records records;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    MailStart of(DeclaredType type, UUID record, UUID templateId, UUID answers) {
        Optional<TextTemplate> template = Optional.ofNullable(templateId).map(this::template);
        Optional<Answered.Earlier> earlier = Optional.ofNullable(answers).map(id -> answered.earlier(type, record, id));
        MergedText subject = template.flatMap(TextTemplate::subject)
                .map(text -> merging.merged(text, type, record))
                .orElse(NOTHING);
        MergedText text = template.map(found -> merging.merged(found.text(), type, record))
                .orElse(NOTHING);
        List<Recipient> people = recipients.of(type, record);
        Route route = routes.chosen(null);
        return new MailStart(
                route.from(),
                routes.all(),
                earlier.map(MailBeginnings::others).orElseGet(() -> first(people)),
                people,
                earlier.map(MailBeginnings::answer).orElse(subject.text()),
                text.text(),
                signatures.mine(),
                confidentiality.of(route.mailbox()),
                Stream.concat(subject.warnings().stream(), text.warnings().stream())
                        .distinct()
                        .toList());
    }

    private TextTemplate template(UUID id) {
        return Optional.of(id)
                .filter(each -> reading.allows(types.named(TextTemplate.NAME).orElseThrow(), each, Action.VIEW))
                .flatMap(each -> records.withId(TextTemplate.class, each))
                .orElseThrow(() -> InvalidFields.refusal("template", "not-found"));
    }

    private static List<String> others(Answered.Earlier earlier) {
        return Optional.ofNullable(earlier.other()).stream()
                .flatMap(addresses -> Arrays.stream(addresses.split(",\\s*")))
                .toList();
    }

    private static String answer(Answered.Earlier earlier) {
        return earlier.subject().regionMatches(true, 0, "Re:", 0, 3) ? earlier.subject() : "Re: " + earlier.subject();
    }

    private static List<String> first(List<Recipient> people) {
        return people.stream()
                .filter(person -> !person.optedOut() && person.undeliverable() == null)
                .limit(1)
                .map(Recipient::address)
                .toList();
    }
}
