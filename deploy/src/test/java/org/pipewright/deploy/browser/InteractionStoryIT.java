package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

/** A call or a mail turns out to be a chance: the deal made of it knows with whom and about what it was (S-ACT-06, S-OPP-06). */
class InteractionStoryIT {

    private static final String ADDRESS = "sales@good-talks.example";
    private static final String PASSWORD = "a mailbox's password";

    /** In which times are shown to whoever has chosen no time zone, wherever the browser is. */
    private static final ZoneId ORGANISATION = ZoneId.of("America/New_York");

    private final Selling selling = new Selling("Good Talks");
    private final GreenMail server = new GreenMail(ServerSetup.IMAP.dynamicPort());

    @AfterEach
    void closesTheMailbox() {
        server.stop();
    }

    @Test
    void aDealIsMadeOfACall() {
        String account = selling.made("accounts", "name", "Harbour Works");
        String contact = selling.made(
                "contacts",
                Json.createObjectBuilder()
                        .add("lastName", "Hafen")
                        .add("account", account)
                        .build());
        String call = call("contacts/" + contact);
        try (Window mavis = selling.window()) {
            mavis.open("activities/" + call);
            mavis.button("Make a record of it").click();
            mavis.entry("Opportunity").click();
            Locator dialog = Selling.dialog(mavis, "New: Opportunity");
            assertThat(dialog.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)))
                    .hasValue("Asked for scanners");
            Looks.fair(mavis, "deal-of-a-call");
            Selling.press(dialog, "Save");

            assertThat(mavis.page().locator("pw-activity-links li")).hasCount(2);
            JsonObject deal = selling.read("opportunities/" + selling.named("opportunities", "Asked for scanners"));
            assertThat(deal.getJsonObject("account").getString("id")).isEqualTo(account);
            assertThat(deal.getJsonObject("contact").getString("id")).isEqualTo(contact);
            assertThat(deal.getString("need")).isEqualTo("Forty, before the fair");
            mavis.open("opportunities/" + deal.getString("id"));
            mavis.shows("Asked for scanners");
        }
    }

    /** Between two appointments, with one hand (S-NFR-08). */
    @Test
    void aCallIsLoggedOnAPhone() {
        String contact = selling.made("contacts", "lastName", "Hafen");
        try (Window mavis = selling.window()) {
            mavis.open("contacts/" + contact);
            Looks.narrow(mavis.page());
            mavis.tab("Timeline").click();
            Locator strip = mavis.page().locator("pw-activity-strip");
            assertThat(strip.getByText("Log a call")).isVisible();
            Looks.isWithinReach(strip);

            mavis.button("Log a call").click();
            Locator dialog = Selling.dialog(mavis, "Log: Call");
            dialog.getByLabel("Subject", new Locator.GetByLabelOptions().setExact(true))
                    .fill("Asked for a crane");
            Looks.isWithinReach(dialog);
            assertThat(dialog.getByText("Save")).isInViewport();
            Selling.press(dialog, "Save");

            assertThat(mavis.page().locator("pw-timeline").getByText("Asked for a crane"))
                    .isVisible();
            assertThat((int) mavis.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
        }
    }

    @Test
    void aDealIsMadeOfAMail() throws Exception {
        String account = selling.made("accounts", "name", "Quay Works");
        String contact = selling.made(
                "contacts",
                Json.createObjectBuilder()
                        .add("lastName", "Kai")
                        .add("account", account)
                        .add(
                                "emails",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder().add("value", "kai@quay.example")))
                        .build());
        String mail = mailFrom("Petra Kai <kai@quay.example>", "Twenty cranes", "By autumn, please");
        try (Window mavis = selling.window()) {
            mavis.open("messages/" + mail);
            mavis.button("Make a record of it").click();
            mavis.entry("Opportunity").click();
            Locator dialog = Selling.dialog(mavis, "New: Opportunity");
            assertThat(dialog.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)))
                    .hasValue("Twenty cranes");
            Selling.press(dialog, "Save");

            assertThat(mavis.page().locator("pw-activity-links li")).hasCount(2);
            Looks.fair(mavis, "deal-of-a-mail");
            JsonObject deal = selling.read("opportunities/" + selling.named("opportunities", "Twenty cranes"));
            assertThat(deal.getJsonObject("account").getString("id")).isEqualTo(account);
            assertThat(deal.getJsonObject("contact").getString("id")).isEqualTo(contact);
            assertThat(deal.getString("need")).isEqualTo("By autumn, please");
            mavis.open("opportunities/" + deal.getString("id"));
            assertThat(mavis.page().locator("pw-timeline").getByText("Twenty cranes"))
                    .isVisible();
        }
    }

    @Test
    void aMeetingShowsWhoComesAndWhoIsBusy() {
        String start = Instant.now()
                .plus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(12, ChronoUnit.HOURS)
                .toString();
        String meeting = selling.made(
                "activities",
                Json.createObjectBuilder()
                        .add("subject", "The plan")
                        .add("kind", selling.named("activity-kinds", "Meeting"))
                        .add("startsAt", start)
                        .add("duration", 60)
                        .build());
        String me = selling.read("manifest").getJsonObject("me").getString("id");
        selling.made(
                "activities",
                Json.createObjectBuilder()
                        .add("subject", "Something else")
                        .add("kind", selling.named("activity-kinds", "Call"))
                        .add("startsAt", start)
                        .add("duration", 90)
                        .build());
        attendee(meeting, "member", me);
        attendee(meeting, "email", "kai@quay.example");
        try (Window mavis = selling.window()) {
            mavis.open("activities/" + meeting);
            assertThat(mavis.page().locator("pw-meeting li")).hasCount(2);
            assertThat(mavis.page().locator("pw-meeting")).containsText("Busy");
            mavis.button("Send invitations").click();
            mavis.shows("kai@quay.example");
            Looks.fair(mavis, "meeting");

            String link = link("kai@quay.example");
            mavis.page().navigate(link);
            mavis.page().getByText("Accept").first().click();
            mavis.page().locator("details[open] button").click();
            assertThat(mavis.page().locator("[role=status]")).containsText("You have accepted");
            mavis.open("activities/" + meeting);
            assertThat(mavis.page().locator("pw-meeting")).containsText("Accepted");
        }
    }

    @Test
    void whoPlansAMeetingSeesWhenTheDayIsTaken() {
        Instant noon = Instant.now()
                .plus(3, ChronoUnit.DAYS)
                .atZone(ORGANISATION)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(12)
                .toInstant();
        selling.made(
                "activities",
                Json.createObjectBuilder()
                        .add("subject", "Something else")
                        .add("kind", selling.named("activity-kinds", "Call"))
                        .add("startsAt", noon.toString())
                        .add("duration", 90)
                        .build());
        String account = selling.made("accounts", "name", "Busy Works");
        try (Window mavis = selling.window()) {
            mavis.open("accounts/" + account);
            mavis.button("Plan a meeting").click();
            Locator dialog = Selling.dialog(mavis, "Plan: Meeting");
            Locator day = dialog.locator("pw-busy-day");
            assertThat(day).containsText("Free");
            dialog.locator("vaadin-date-time-picker")
                    .first()
                    .evaluate(
                            "(picker, value) => { picker.value = value; picker.dispatchEvent(new Event('change')); }",
                            noon.atZone(ORGANISATION).toLocalDateTime().toString());
            assertThat(day).containsText(Pattern.compile("Busy 12:00.PM–01:30.PM"));
            Looks.fair(mavis, "meeting-planned");
        }
    }

    @Test
    void whoChoosesATimeZoneSeesAllTimesInIt() {
        String call = selling.made(
                "activities",
                Json.createObjectBuilder()
                        .add("subject", "Across the ocean")
                        .add("kind", selling.named("activity-kinds", "Call"))
                        .add("startsAt", "2031-01-15T10:30:00Z")
                        .add("duration", 30)
                        .build());
        JsonObject stored = selling.read("activities/" + call);
        try (Window mavis = selling.window()) {
            mavis.open("activities/" + call);
            mavis.shows("Jan 15, 2031, 5:30 AM");

            mavis.button("Your menu").click();
            mavis.entry("My profile").click();
            assertThat(mavis.heading("My profile")).isVisible();
            assertThat(mavis.page().getByLabel("Time zone")).hasValue("");
            Looks.good(mavis, "own-profile");
            chooses(mavis, "Time zone", "Pacific/Auckland");

            mavis.open("activities/" + call);
            mavis.shows("Jan 15, 2031, 11:30 PM");
            mavis.open("calendar?span=day&day=2031-01-15");
            assertThat(mavis.page().locator(".calendar-item").filter(new Locator.FilterOptions().setHasText("Across")))
                    .containsText(Pattern.compile("11:30.PM"));
            assertThat(selling.read("activities/" + call)).isEqualTo(stored);

            mavis.open("settings/profile");
            chooses(mavis, "Days, times and numbers as in", "DE");
            assertThat(mavis.page().locator("[data-example]")).containsText("1.234,50");
            chooses(mavis, "Language", "de");
            assertThat(mavis.heading("Mein Profil")).isVisible();
            assertThat(mavis.page().locator("[data-example]")).containsText("Jetzt ist es");
        }
    }

    /** Chooses in the profile and waits until the server has kept it. */
    private static void chooses(Window window, String label, String value) {
        window.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .selectOption(value);
        window.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/api/session")
                                && "PATCH".equals(answer.request().method()),
                        () -> window.button("Save").click());
    }

    private void attendee(String meeting, String field, String value) {
        selling.made(
                "attendees",
                Json.createObjectBuilder()
                        .add("activity", meeting)
                        .add(field, value)
                        .build());
    }

    private static String link(String address) {
        RunningProduct product = RunningProduct.get();
        RunningProduct.eventually(
                "the invitation", () -> !product.mailsTo(address).isEmpty());
        String text = product.mailsTo(address).getJsonObject(0).getString("text");
        return text.substring(text.indexOf("http"))
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
    }

    /** Id of a mail that comes in. */
    private String mailFrom(String sender, String subject, String text) throws MessagingException {
        server.start();
        GreenMailUser account = server.setUser(ADDRESS, ADDRESS, PASSWORD);
        String mailbox = selling.made(
                "mailboxes",
                Json.createObjectBuilder()
                        .add("name", "Sales")
                        .add("address", ADDRESS)
                        .add("host", "127.0.0.1")
                        .add("port", server.getImap().getPort())
                        .add("protection", "NONE")
                        .add("userName", ADDRESS)
                        .build());
        selling.done(Call.post(
                selling.path("mailboxes/" + mailbox + "/set-password"),
                Json.createObjectBuilder().add("password", PASSWORD).build()));
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(sender);
        mail.setRecipients(MimeMessage.RecipientType.TO, ADDRESS);
        mail.setSubject(subject);
        mail.setText(text);
        mail.saveChanges();
        account.deliver(mail);
        RunningProduct.eventually(
                "the mail",
                () -> !selling.read("messages").getJsonArray("items").isEmpty());
        return selling.read("messages").getJsonArray("items").getJsonObject(0).getString("id");
    }

    private String call(String record) {
        JsonObject call = Json.createObjectBuilder()
                .add("subject", "Asked for scanners")
                .add("kind", selling.named("activity-kinds", "Call"))
                .add("status", "HELD")
                .add("description", "Forty, before the fair")
                .build();
        return selling.done(Call.post(selling.path(record + "/activities"), call))
                .getString("id");
    }
}
