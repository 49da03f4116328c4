package org.pipewright.deploy.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.activities.Desk.json;
import static org.pipewright.deploy.activities.Desk.unique;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** People are invited to meetings, answer, and are told what changes (S-ACT-05). */
class MeetingsIT {

    private final RunningProduct product = RunningProduct.get();
    private final Desk rita = new Desk(DemoMember.RITA_REP);
    private final Desk rob = new Desk(DemoMember.ROB_REP);
    private final Desk max = new Desk(DemoMember.MAX_MANAGER);
    private final Desk anna = new Desk(DemoMember.ANNA_ADMIN);
    private final String word = unique("m").replace(" ", "");
    private final String ada = "ada@" + word + ".example";
    private final Instant start = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

    private String meeting(Desk who, String subject) {
        return who.id(
                "activities",
                "{'subject':'%s','kind':'%s','startsAt':'%s','duration':45,'location':'Room 7'}",
                subject,
                who.kind("MEETING"),
                start);
    }

    /** Id of an attendee who is a contact with that address. */
    private String contact(String meeting, String address) {
        String contact =
                rita.id("contacts", "{'lastName':'%s','emails':[{'value':'%s'}]}", address.split("@")[0], address);
        return rita.id("attendees", "{'activity':'%s','contact':'%s'}", meeting, contact);
    }

    private List<JsonObject> mailsTo(String address) {
        return product.mailsTo(address).getValuesAs(JsonObject.class);
    }

    /** The latest mail to the address, once so many have come. */
    private JsonObject mailTo(String address, int count) {
        RunningProduct.eventually("mail " + count, () -> mailsTo(address).size() == count);
        return mailsTo(address).get(0);
    }

    private static ICalendar entry(JsonObject mail) {
        return Biweekly.parse(mail.getString("calendar")).first();
    }

    private static VEvent event(JsonObject mail) {
        return entry(mail).getEvents().get(0);
    }

    private static String link(JsonObject mail) {
        String text = mail.getString("text");
        return "/api"
                + text.substring(text.indexOf("/links/"))
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .strip();
    }

    private Answer answered(JsonObject mail, String ask) {
        return product.asNobody().send(Call.post(link(mail) + "/" + ask, json("{'answers':{'words':'See you'}}")));
    }

    @Test
    void anInvitationHasAValidEntryAndALinkThatAnswersWithoutLogIn() {
        String meeting = meeting(rita, "Plans " + word);
        String attendee = contact(meeting, ada);

        rita.done("activities/" + meeting + "/invite", "{}");

        JsonObject mail = mailTo(ada, 1);
        ICalendar entry = entry(mail);
        assertThat(entry.getMethod().isRequest()).isTrue();
        assertThat(entry.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        VEvent event = event(mail);
        assertThat(event.getUid().getValue()).isEqualTo(meeting + "@pipewright");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(start);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(start.plus(45, ChronoUnit.MINUTES));
        assertThat(event.getAttendees().get(0).getEmail()).isEqualTo(ada);
        assertThat(mail.getJsonArray("attachments").getString(0)).isEqualTo("invite.ics");
        assertThat(product.asNobody().send(Call.get(link(mail))).body()).contains("Plans " + word, "Room 7");

        assertThat(answered(mail, "accepted").status()).isEqualTo(200);

        JsonObject told = rita.read("attendees/" + attendee);
        assertThat(told.getString("status")).isEqualTo("ACCEPTED");
        assertThat(told.getString("answer")).isEqualTo("See you");
        assertThat(told.isNull("answeredAt")).isFalse();
        assertThat(rita.items("notices"))
                .anyMatch(notice -> notice.getString("kind").equals("answered")
                        && notice.getString("recordId").equals(meeting));
        assertThat(answered(mail, "tentative").status()).isEqualTo(200);
        assertThat(rita.read("attendees/" + attendee).getString("status")).isEqualTo("TENTATIVE");
        assertThat(rita.post("activities/" + meeting + "/invite", "{}").status())
                .as("nobody is left to invite")
                .isEqualTo(409);
    }

    @Test
    void changesAreToldAndAnotherTimeIsAnsweredAnew() {
        String meeting = meeting(rita, "Moved " + word);
        String attendee = contact(meeting, ada);
        rita.done("activities/" + meeting + "/invite", "{}");
        answered(mailTo(ada, 1), "accepted");

        assertThat(rita.patch("activities/" + meeting, "{'startsAt':null}").fields())
                .containsExactly("startsAt");
        rita.patch("activities/" + meeting, "{'location':'Room 8'}");
        VEvent elsewhere = event(mailTo(ada, 2));
        assertThat(elsewhere.getLocation().getValue()).isEqualTo("Room 8");
        assertThat(elsewhere.getSequence().getValue()).isEqualTo(1);
        assertThat(rita.read("attendees/" + attendee).getString("status")).isEqualTo("ACCEPTED");

        rita.patch("activities/" + meeting, "{'startsAt':'%s'}", start.plus(1, ChronoUnit.DAYS));
        VEvent later = event(mailTo(ada, 3));
        assertThat(later.getUid().getValue()).isEqualTo(meeting + "@pipewright");
        assertThat(later.getSequence().getValue()).isEqualTo(2);
        assertThat(rita.read("attendees/" + attendee).getString("status")).isEqualTo("OPEN");

        rita.patch("activities/" + meeting, "{'description':'For us alone'}");
        rita.done("activities/" + meeting + "/cancel", "{}");
        JsonObject off = mailTo(ada, 4);
        assertThat(entry(off).getMethod().isCancel()).isTrue();
        assertThat(event(off).getSequence().getValue()).isEqualTo(3);
        assertThat(off.toString()).doesNotContain("For us alone");
        assertThat(answered(mailsTo(ada).get(1), "accepted").status()).isEqualTo(409);
    }

    @Test
    void whoIsTakenOffIsToldAndCannotAnswer() {
        String meeting = meeting(rita, "Smaller " + word);
        String attendee = contact(meeting, ada);
        rita.done("activities/" + meeting + "/invite", "{}");
        JsonObject invitation = mailTo(ada, 1);

        rita.delete("attendees/" + attendee);

        assertThat(entry(mailTo(ada, 2)).getMethod().isCancel()).isTrue();
        assertThat(answered(invitation, "accepted").status()).isEqualTo(404);
    }

    @Test
    void leadsAndColleaguesAreInvitedEachInTheirOwnTime() {
        String lead = rita.id("leads", "{'lastName':'Byron','company':'%s','emails':[{'value':'%s'}]}", word, ada);
        String meeting = meeting(anna, "World " + word);
        anna.done("attendees", "{'activity':'%s','personType':'sales.lead','personId':'%s'}", meeting, lead);
        String attendee = anna.id("attendees", "{'activity':'%s','member':'%s'}", meeting, rob.member());
        rob.session("Asia/Tokyo");
        try {
            assertThat(rob.get("activities/" + meeting).status()).isEqualTo(404);
            anna.done("activities/" + meeting + "/invite", "{}");

            RunningProduct.eventually("Rob's mail", () -> robsMail().isPresent());
            String tokyo = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(Locale.ENGLISH)
                    .withZone(ZoneId.of("Asia/Tokyo"))
                    .format(start);
            assertThat(robsMail().orElseThrow().getString("text")).contains(tokyo, "Japan");
            assertThat(event(mailTo(ada, 1)).getAttendees()).hasSize(2);
            assertThat(rob.get("activities/" + meeting).status()).isEqualTo(200);
            assertThat(rob.found(
                            "attendees",
                            "member==me;status!=DECLINED;activity.startsAt=ge=\"%s\";activity.startsAt=lt=\"%s\""
                                    .formatted(start, start.plus(1, ChronoUnit.HOURS))))
                    .as("what a calendar of one's own asks for")
                    .anyMatch(each ->
                            each.getJsonObject("activity").getString("id").equals(meeting));
            assertThat(rob.patch("activities/" + meeting, "{'subject':'Mine'}").status())
                    .isEqualTo(403);
            assertThat(anna.read("attendees/" + attendee).getString("email")).isEqualTo(DemoMember.ROB_REP.email());
        } finally {
            rob.session(null);
        }
    }

    private java.util.Optional<JsonObject> robsMail() {
        return mailsTo(DemoMember.ROB_REP.email()).stream()
                .filter(mail -> mail.getString("subject").contains(word))
                .findFirst();
    }

    @Test
    void theNextOfASeriesHasTheSamePeopleWhoAreNotInvitedYet() {
        String meeting = rita.id(
                "activities",
                "{'subject':'Weekly %s','kind':'%s','startsAt':'%s','repeats':'WEEKLY'}",
                word,
                rita.kind("MEETING"),
                start);
        contact(meeting, ada);
        rita.done("activities/" + meeting + "/invite", "{}");
        answered(mailTo(ada, 1), "accepted");

        rita.done("activities/" + meeting + "/hold", "{}");

        String next = rita.found("activities", "follows==" + meeting).get(0).getString("id");
        JsonObject attendee = rita.found("attendees", "activity==" + next).get(0);
        assertThat(attendee.getString("email")).isEqualTo(ada);
        assertThat(attendee.getString("status")).isEqualTo("OPEN");
        assertThat(attendee.isNull("invitedAt")).isTrue();
    }

    @Test
    void nobodyIsInvitedWithoutAnAddressTwiceOrToATask() {
        String meeting = meeting(rita, "Refused " + word);
        contact(meeting, ada);

        assertThat(rita.post("attendees", "{'activity':'%s','name':'Nobody'}", meeting)
                        .fields())
                .containsExactly("email");
        assertThat(rita.post("attendees", "{'activity':'%s','email':'%s'}", meeting, ada)
                        .fields())
                .containsExactly("email");
        assertThat(rita.post(
                                "attendees",
                                "{'activity':'%s','email':'x@y.example','personType':'sales.lead','personId':'%s'}",
                                meeting,
                                meeting)
                        .fields())
                .containsExactly("personId");
        String task = rita.id("activities", "{'subject':'Alone'}");
        assertThat(rita.post("attendees", "{'activity':'%s','email':'%s'}", task, ada)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void freeAndBusyTellsTimesAlone() {
        String hidden = max.id(
                "activities",
                "{'subject':'Secret %s','kind':'%s','startsAt':'%s','duration':60,'confidential':true}",
                word,
                max.kind("MEETING"),
                start);
        String next = max.id(
                "activities",
                "{'subject':'Next %s','kind':'%s','startsAt':'%s','duration':30}",
                word,
                max.kind("CALL"),
                start.plus(50, ChronoUnit.MINUTES));
        String invited = meeting(rita, "Invited " + word);
        rita.patch("activities/" + invited, "{'startsAt':'%s'}", start.plus(5, ChronoUnit.HOURS));
        String attendee = rita.id("attendees", "{'activity':'%s','member':'%s'}", invited, max.member());

        Answer answer = freeBusy(start.minus(1, ChronoUnit.HOURS), start.plus(8, ChronoUnit.HOURS));

        assertThat(answer.body()).doesNotContain("Secret", "Next", word, hidden, next, invited);
        assertThat(stretches(answer))
                .contains(
                        start + "/" + start.plus(80, ChronoUnit.MINUTES),
                        start.plus(5, ChronoUnit.HOURS) + "/" + start.plus(345, ChronoUnit.MINUTES));
        assertThat(stretches(max.get("free-busy?member=" + max.member() + "&from=" + start + "&to="
                        + start.plus(90, ChronoUnit.MINUTES) + "&except=" + hidden)))
                .as("the one that is planned does not count")
                .doesNotContain(start + "/" + start.plus(80, ChronoUnit.MINUTES))
                .contains(start.plus(50, ChronoUnit.MINUTES) + "/" + start.plus(80, ChronoUnit.MINUTES));
        rita.patch("attendees/" + attendee, "{'status':'DECLINED'}");
        max.done("activities/" + hidden + "/cancel", "{}");
        max.done("activities/" + next + "/cancel", "{}");
        assertThat(stretches(freeBusy(start.minus(1, ChronoUnit.HOURS), start.plus(8, ChronoUnit.HOURS))))
                .doesNotContain(
                        start + "/" + start.plus(80, ChronoUnit.MINUTES),
                        start.plus(5, ChronoUnit.HOURS) + "/" + start.plus(345, ChronoUnit.MINUTES));
        assertThat(rob.get("free-busy?member=" + max.member() + "&from=" + start + "&to="
                                + start.plus(1, ChronoUnit.HOURS) + "&except=" + hidden)
                        .fields())
                .as("what one does not see cannot be left out")
                .containsExactly("except");
        assertThat(freeBusy(start, start.plus(40, ChronoUnit.DAYS)).fields()).containsExactly("to");
        assertThat(rob.get("free-busy?member=" + hidden + "&from=x").fields())
                .containsExactlyInAnyOrder("member", "from", "to");
    }

    private Answer freeBusy(Instant from, Instant to) {
        return rob.get("free-busy?member=" + max.member() + "&from=" + from + "&to=" + to);
    }

    private static List<String> stretches(Answer answer) {
        return answer
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("busy")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(each -> each.getString("from") + "/" + each.getString("to"))
                .toList();
    }
}
