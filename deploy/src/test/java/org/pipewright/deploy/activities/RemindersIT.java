package org.pipewright.deploy.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.activities.Desk.unique;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Reminders ring the bell and send a mail, once (S-ACT-09). */
class RemindersIT {

    private final Desk rob = new Desk(DemoMember.ROB_REP);

    private String due(String subject) {
        return rob.id(
                "activities",
                "{'subject':'%s','remindAt':'%s'}",
                subject,
                Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
    }

    private List<JsonObject> noticesOf(String activity) {
        return noticesOf(rob, activity);
    }

    private static List<JsonObject> noticesOf(Desk desk, String record) {
        return desk.items("notices").stream()
                .filter(notice -> notice.getString("recordId").equals(record))
                .toList();
    }

    private long mailsWith(String subject) {
        return RunningProduct.get().mailsTo(DemoMember.ROB_REP.email()).getValuesAs(JsonObject.class).stream()
                .filter(mail -> mail.getString("subject").contains(subject))
                .count();
    }

    @Test
    void comeOnceInTheProductAndByMail() {
        String subject = unique("Ring");
        String activity = due(subject);

        RunningProduct.eventually("a notice", () -> !noticesOf(activity).isEmpty());
        RunningProduct.eventually("a mail", () -> mailsWith(subject) > 0);
        rob.patch("activities/" + activity, "{'description':'Changed since'}");
        String marker = due(unique("Marker"));
        RunningProduct.eventually("a later notice", () -> !noticesOf(marker).isEmpty());

        assertThat(noticesOf(activity)).hasSize(1);
        assertThat(noticesOf(activity).get(0).getString("title")).isEqualTo(subject);
        assertThat(mailsWith(subject)).isEqualTo(1);
    }

    @Test
    void doNotComeForWhatIsDone() {
        String done = rob.id(
                "activities",
                "{'subject':'%s','remindAt':'%s'}",
                unique("Done"),
                Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.SECONDS));
        rob.done("activities/" + done + "/complete", "{}");
        String marker = rob.id(
                "activities",
                "{'subject':'%s','remindAt':'%s'}",
                unique("Marker"),
                Instant.now().plusSeconds(7).truncatedTo(ChronoUnit.SECONDS));

        RunningProduct.eventually("a later notice", () -> !noticesOf(marker).isEmpty());

        assertThat(noticesOf(done)).isEmpty();
    }

    @Test
    void ringForWhoStandsInOnlyWhileSomebodyIsAway() {
        Desk rita = new Desk(DemoMember.RITA_REP);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String absence = rob.id(
                "own-absences",
                "{'fromDay':'%s','untilDay':'%s','deputy':'%s'}",
                LocalDate.parse(today).minusDays(1),
                LocalDate.parse(today).plusDays(1),
                rita.member());
        try {
            assertThat(noticesOf(rita, absence))
                    .extracting(notice -> notice.getString("kind"))
                    .containsExactly("deputy");
            assertThat(rita.delete("own-absences/" + absence).status()).isEqualTo(404);
            String activity = due(unique("Stand in"));

            RunningProduct.eventually(
                    "a notice", () -> !noticesOf(rita, activity).isEmpty());

            assertThat(noticesOf(rita, activity))
                    .extracting(notice -> notice.getString("kind"))
                    .containsExactly("deputy-reminder");
        } finally {
            assertThat(rob.delete("own-absences/" + absence).status()).isEqualTo(204);
        }
        String later = due(unique("Back"));
        RunningProduct.eventually("a notice", () -> !noticesOf(later).isEmpty());
        assertThat(noticesOf(rita, later)).isEmpty();
    }

    @Test
    void isNobodyOnesOwnDeputy() {
        Answer refused = rob.post(
                "own-absences", "{'fromDay':'2099-03-02','untilDay':'2099-03-01','deputy':'%s'}", rob.member());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactlyInAnyOrder("untilDay", "deputy");
    }

    @Test
    void areReadOneByOne() {
        String activity = due(unique("Read"));
        RunningProduct.eventually("a notice", () -> !noticesOf(activity).isEmpty());
        JsonObject notice = noticesOf(activity).get(0);

        assertThat(notice.getBoolean("read")).isFalse();
        assertThat(rob.post("notices/" + notice.getString("id") + "/read", "{}").status())
                .isEqualTo(204);

        assertThat(noticesOf(activity).get(0).getBoolean("read")).isTrue();
        assertThat(new Desk(DemoMember.RITA_REP)
                        .post("notices/" + notice.getString("id") + "/read", "{}")
                        .status())
                .isEqualTo(404);
    }
}
