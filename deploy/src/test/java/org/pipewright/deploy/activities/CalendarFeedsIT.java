package org.pipewright.deploy.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.activities.Desk.unique;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Calendars as other programs read them (S-ACT-10). */
class CalendarFeedsIT {

    private final RunningProduct product = RunningProduct.get();
    private final Desk rita = new Desk(DemoMember.RITA_REP);
    private final Desk max = new Desk(DemoMember.MAX_MANAGER);
    private final Instant start = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    @AfterEach
    void takesAllBack() {
        List.of(rita, max)
                .forEach(desk -> desk.items("calendar-feeds")
                        .forEach(feed -> desk.delete("calendar-feeds/" + feed.getString("id"))));
    }

    private String meeting(Desk who, String subject, String more) {
        return who.id(
                "activities",
                "{'subject':'%s','kind':'%s','startsAt':'%s','duration':45" + more + "}",
                subject,
                who.kind("MEETING"),
                start);
    }

    private JsonObject feed(Desk who, String whose) {
        return who.create("calendar-feeds", "{'name':'Mine','whose':'%s'}", whose);
    }

    private Answer fetched(JsonObject feed) {
        String url = feed.getString("url");
        return product.asNobody().send(Call.get(url.substring(url.indexOf("/api/"))));
    }

    private Optional<VEvent> entry(JsonObject feed, String id) {
        return Biweekly.parse(fetched(feed).body()).first().getEvents().stream()
                .filter(event -> event.getUid().getValue().startsWith(id))
                .findFirst();
    }

    @Test
    void haveWhatIsPlannedWithItsTime() {
        String subject = unique("Visit, with; signs");
        String id = meeting(rita, subject, ",'location':'Room 7'");
        JsonObject feed = feed(rita, "ME");

        Answer answer = fetched(feed);
        VEvent event = entry(feed, id).orElseThrow();

        assertThat(answer.contentType()).startsWith("text/calendar");
        assertThat(event.getSummary().getValue()).isEqualTo(subject);
        assertThat(event.getLocation().getValue()).isEqualTo("Room 7");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(start);
        assertThat(event.getDateEnd().getValue()).isEqualTo(Date.from(start.plus(45, ChronoUnit.MINUTES)));
    }

    @Test
    void haveTasksOnTheirDay() {
        String id = rita.id(
                "activities",
                "{'subject':'%s','kind':'%s','dueOn':'%s'}",
                unique("Brochure"),
                rita.kind("TASK"),
                start.toString().substring(0, 10));

        JsonObject feed = feed(rita, "ME");

        assertThat(entry(feed, id).orElseThrow().getDateStart().getValue().hasTime())
                .isFalse();
        assertThat(fetched(feed).body())
                .contains("DTSTART;VALUE=DATE:"
                        + start.toString().substring(0, 10).replace("-", ""));
    }

    @Test
    void haveOnlyWhatTheirOwnerMaySee() {
        String anna = meeting(new Desk(DemoMember.ANNA_ADMIN), unique("Of Anna"), "");
        String secret = meeting(max, unique("Secret"), ",'confidential':true");
        String open = meeting(max, unique("Open"), "");

        assertThat(entry(feed(max, "ALL"), anna)).isPresent();
        assertThat(entry(feed(max, "ALL"), secret)).isPresent();
        assertThat(entry(feed(max, "ME"), anna)).isEmpty();
        assertThat(entry(feed(rita, "ALL"), anna)).isEmpty();
        assertThat(entry(feed(new Desk(DemoMember.ANNA_ADMIN), "ALL"), open)).isPresent();
        assertThat(entry(feed(new Desk(DemoMember.ANNA_ADMIN), "ALL"), secret)).isEmpty();
    }

    @Test
    void haveWhatTheirOwnerIsInvitedToUntilItIsDeclined() {
        String meeting = meeting(new Desk(DemoMember.ANNA_ADMIN), unique("Together"), "");
        Desk anna = new Desk(DemoMember.ANNA_ADMIN);
        String attendee = anna.id("attendees", "{'activity':'%s','member':'%s'}", meeting, rita.member());
        JsonObject feed = feed(rita, "ME");
        assertThat(entry(feed, meeting)).as("not invited yet").isEmpty();

        anna.done("activities/" + meeting + "/invite", "{}");
        assertThat(entry(feed, meeting)).isPresent();
        anna.patch("attendees/" + attendee, "{'status':'DECLINED'}");
        assertThat(entry(feed, meeting)).isEmpty();
    }

    @Test
    void areGoneOnceTakenBack() {
        JsonObject feed = feed(rita, "ME");
        assertThat(fetched(feed).status()).isEqualTo(200);
        assertThat(max.delete("calendar-feeds/" + feed.getString("id")).status())
                .isEqualTo(404);

        rita.delete("calendar-feeds/" + feed.getString("id"));

        assertThat(fetched(feed).status()).isEqualTo(404);
        assertThat(rita.items("calendar-feeds")).isEmpty();
    }

    @Test
    void tellTheirAddressOnce() {
        JsonObject made = feed(rita, "TEAM");

        assertThat(made.getString("url")).contains("/api/calendars/");
        assertThat(rita.items("calendar-feeds").get(0).getString("url", "")).isEmpty();
        assertThat(fetched(made).status()).isEqualTo(200);
        assertThat(rita.post("calendar-feeds", "{'name':' ','whose':'ME'}").fields())
                .containsExactly("name");
    }
}
