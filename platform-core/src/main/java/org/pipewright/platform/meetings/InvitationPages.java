package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.links.LinkedPages;
import org.pipewright.platform.spi.links.OutsidePage;
import org.pipewright.platform.spi.links.OutsidePage.Ask;
import org.pipewright.platform.spi.links.OutsidePage.Fact;
import org.pipewright.platform.spi.links.OutsidePage.Kind;
import org.pipewright.platform.spi.links.OutsidePage.Question;
import org.pipewright.platform.spi.links.Visitor;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.texts.Texts;

/** The page under the link of an invitation: what one is invited to, and the answers one can give (S-ACT-05). */
@ApplicationScoped
class InvitationPages implements LinkedPages {

    private static final String WORDS = "words";

    @Inject
    Records records;

    @Inject
    Meetings meetings;

    @Inject
    Invitations invitations;

    @Inject
    Answers answers;

    @Inject
    People people;

    @Inject
    Texts texts;

    @Inject
    CallerBinding callers;

    @Override
    public String kind() {
        return Attendee.NAME;
    }

    @Override
    public String feature() {
        return Activity.FEATURE;
    }

    @Override
    public OutsidePage page(UUID record, Visitor visitor) {
        Attendee attendee = records.withId(Attendee.class, record).orElseThrow(InvitationPages::absent);
        Meeting meeting = meetings.withId(attendee.activity())
                .filter(known -> known.start() != null)
                .orElseThrow(InvitationPages::absent);
        Locale language = people.language(attendee);
        boolean awaited = answers.awaited(record).isPresent();
        return new OutsidePage(
                language.toLanguageTag(),
                meeting.subject(),
                notice(attendee, awaited, language),
                facts(meeting, attendee, language),
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                awaited ? asks(attendee, language) : List.of(),
                List.of(),
                List.of());
    }

    private String notice(Attendee attendee, boolean awaited, Locale language) {
        if (!awaited) {
            return text(language, "over");
        }
        return attendee.status() == AttendeeStatus.OPEN ? "" : text(language, "said-" + word(attendee.status()));
    }

    private List<Fact> facts(Meeting meeting, Attendee attendee, Locale language) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(text(language, "when"), invitations.when(meeting, attendee)));
        meeting.where().ifPresent(place -> facts.add(new Fact(text(language, "where"), place)));
        facts.add(new Fact(text(language, "from"), callers.caller().tenant().name()));
        Optional.ofNullable(meeting.organiserName())
                .ifPresent(name -> facts.add(new Fact(text(language, "organiser"), name)));
        facts.add(new Fact(text(language, "for"), attendee.name()));
        return facts;
    }

    private List<Ask> asks(Attendee attendee, Locale language) {
        List<Question> questions = List.of(new Question(WORDS, text(language, WORDS), Kind.TEXT, false));
        return Stream.of(AttendeeStatus.ACCEPTED, AttendeeStatus.TENTATIVE, AttendeeStatus.DECLINED)
                .filter(status -> status != attendee.status())
                .map(status -> new Ask(word(status), text(language, word(status)), questions))
                .toList();
    }

    private static String word(AttendeeStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private String text(Locale language, String key) {
        return texts.text(language, "core.meeting." + key);
    }

    @Override
    public void take(UUID record, String ask, Map<String, String> given, Visitor visitor) {
        Attendee attendee = answers.awaited(record).orElseThrow(InvitationPages::absent);
        answers.take(attendee, AttendeeStatus.valueOf(ask.toUpperCase(Locale.ROOT)), given.get(WORDS));
    }

    private static Refusal absent() {
        return Refusal.of(CoreErrorCode.NOT_FOUND);
    }
}
