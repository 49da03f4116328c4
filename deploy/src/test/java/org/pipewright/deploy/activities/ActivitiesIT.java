package org.pipewright.deploy.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.activities.Desk.unique;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Planning, logging, finishing and finding activities (S-ACT-01 to -04, -07, -08, -14, S-ACC-06). */
class ActivitiesIT {

    private final Desk rita = new Desk(DemoMember.RITA_REP);
    private final Desk rob = new Desk(DemoMember.ROB_REP);
    private final Desk anna = new Desk(DemoMember.ANNA_ADMIN);

    private String account() {
        return rita.id("accounts", "{'name':'%s'}", unique("Engines"));
    }

    private String contact(String account) {
        return rita.id("contacts", "{'lastName':'%s','account':'%s'}", unique("Byron"), account);
    }

    private List<String> inTimeline(Desk desk, String record, String activity) {
        return desk.items(record + "/timeline?only=activity").stream()
                .map(entry -> entry.getJsonObject("content").getString("id"))
                .filter(activity::equals)
                .toList();
    }

    @Test
    void oneCallStandsOnceInEachTimelineItIsLinkedTo() {
        String account = account();
        String contact = contact(account);
        String lead = rita.id("leads", "{'lastName':'%s'}", unique("Lead"));

        String call = rita.id(
                "leads/" + lead + "/activities",
                "{'subject':'Asked for a price','kind':'%s','status':'HELD','links':[{'recordType':'core.account','id':'%s'},"
                        + "{'recordType':'core.contact','id':'%s'}]}",
                rita.kind("CALL"),
                account,
                contact);

        assertThat(inTimeline(rita, "leads/" + lead, call)).hasSize(1);
        assertThat(inTimeline(rita, "accounts/" + account, call)).hasSize(1);
        assertThat(inTimeline(rita, "contacts/" + contact, call)).hasSize(1);
        assertThat(rita.items("activities/" + call + "/links")).hasSize(3);
    }

    @Test
    void activitiesAreFoundByWhatTheyAreLinkedTo() {
        String group = account();
        String account = rita.id("accounts", "{'name':'%s','parent':'%s'}", unique("Engines"), group);
        String contact = contact(account);
        String about = rita.id(
                "contacts/" + contact + "/activities",
                "{'subject':'Asked','kind':'%s','links':[{'recordType':'core.account','id':'%s'}]}",
                rita.kind("CALL"),
                account);
        String alone = rita.id(
                "contacts/" + contact + "/activities", "{'subject':'Asked again','kind':'%s'}", rita.kind("CALL"));

        assertThat(linked("account==" + account)).containsExactly(about);
        assertThat(linked("account==" + group)).isEmpty();
        assertThat(linked("account=under=" + group)).containsExactly(about);
        assertThat(linked("contact=in=(" + contact + ")")).containsExactlyInAnyOrder(about, alone);
        assertThat(linked("contact==" + contact + ";account=isnull=true")).containsExactly(alone);
        assertThat(linked("contact==" + contact + ";account!=" + account)).containsExactly(alone);
        assertThat(linked("contact==" + contact + ";account=isnull=false")).containsExactly(about);
        assertThat(linked("contact=='" + rita.read("contacts/" + contact).getString("name") + "'"))
                .containsExactlyInAnyOrder(about, alone);
    }

    @Test
    void linksAreNoFieldsOfActivities() {
        assertThat(rita.get("activities?sort=account").status()).isEqualTo(400);
        assertThat(rita.get("activities?filter=account.name==x").status()).isEqualTo(400);
        assertThat(rita.get("activities?filter=account=gt=x").status()).isEqualTo(400);
        assertThat(rita.get("activities?filter=contact=under=x").status()).isEqualTo(400);
        assertThat(rita.get("activities/groups?by=account").status()).isEqualTo(400);
        assertThat(rita.get("activities?fields=account").status()).isEqualTo(400);
    }

    @Test
    void fieldsThatThereAreNotAreNamed() {
        Answer refused = rita.get("activities?fields=subject,account,colour");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getString("name")).isEqualTo("account, colour");
    }

    @Test
    void nobodyFindsActivitiesByRecordsOfOthers() {
        String lead = anna.id("leads", "{'lastName':'%s'}", unique("Hidden"));
        String call = anna.id("leads/" + lead + "/activities", "{'subject':'Asked','kind':'%s'}", anna.kind("CALL"));
        anna.patch("activities/" + call, "{'owner':'%s'}", rob.member());

        assertThat(anna.found("activities", "lead==" + lead)).hasSize(1);
        assertThat(rob.found("activities", "id==" + call)).hasSize(1);
        assertThat(rob.get("leads/" + lead).status()).isEqualTo(404);
        assertThat(rob.found("activities", "lead==" + lead)).isEmpty();
    }

    private List<String> linked(String filter) {
        return rita.found("activities", filter).stream()
                .map(activity -> activity.getString("id"))
                .toList();
    }

    /** S-ACT-11: planned 5, done 3, late 1, of one deal and of one person. */
    @Test
    void aWeekTellsWhatWasPlannedAndWhatWasDone() {
        LocalDate monday = LocalDate.of(2021, 3, 1).plusWeeks(Math.floorMod(System.nanoTime(), 200));
        String deal = rita.id("opportunities", "{'name':'%s','account':'%s'}", unique("Deal"), account());
        String address = "opportunities/" + deal + "/activities";
        List<String> tasks = Stream.of(0, 1, 2, 6)
                .map(day -> rita.id(
                        address,
                        "{'subject':'Call','kind':'%s','dueOn':'%s'}",
                        rita.kind("TASK"),
                        monday.plusDays(day)))
                .toList();
        String cancelled = rita.id(
                address, "{'subject':'Never mind','kind':'%s','dueOn':'%s'}", rita.kind("TASK"), monday.plusDays(3));
        rita.id(address, "{'subject':'Some day','kind':'%s'}", rita.kind("TASK"));
        LocalDate future = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(30);
        rita.id(address, "{'subject':'Later','kind':'%s','dueOn':'%s'}", rita.kind("TASK"), future);
        tasks.subList(0, 3).forEach(task -> rita.done("activities/" + task + "/complete", "{}"));
        rita.done("activities/" + cancelled + "/cancel", "{}");

        JsonObject weeks = rita.read(address + "/weeks");
        List<JsonObject> lines = weeks.getJsonArray("lines").getValuesAs(JsonObject.class);

        assertThat(weeks.getString("sort")).isEqualTo("week");
        assertThat(lines).extracting(line -> line.getString("key")).first().isEqualTo(monday.toString());
        assertThat(figures(lines.get(0))).isEqualTo("4 planned, 3 done, 1 late, 75.00 %");
        assertThat(figures(weeks.getJsonObject("total"))).isEqualTo("5 planned, 3 done, 1 late, 60.00 %");
        JsonObject thatWeek = rita.read(address + "/weeks?from=" + monday + "&to=" + monday.plusDays(6));
        assertThat(thatWeek.getJsonArray("lines")).hasSize(1);
    }

    private static String figures(JsonObject line) {
        JsonObject values = line.getJsonObject("values");
        UnaryOperator<String> number = key -> values.getJsonObject(key).getString("number");
        return number.apply("planned") + " planned, " + number.apply("done") + " done, " + number.apply("late")
                + " late, " + number.apply("share") + " %";
    }

    @Test
    void aPersonsWeekIsToldByTheReport() {
        LocalDate monday = LocalDate.of(2016, 2, 29).plusWeeks(Math.floorMod(System.nanoTime(), 200));
        String period = "from=" + monday + "&to=" + monday.plusDays(6);
        String path = "activities/reports/weeks?by=owner&" + period;
        int before = rita.read(path).getJsonArray("lines").size();

        rita.id("activities", "{'subject':'Think','kind':'%s','dueOn':'%s'}", rita.kind("TASK"), monday.plusDays(6));

        assertThat(before).isZero();
        List<JsonObject> lines = rita.read(path).getJsonArray("lines").getValuesAs(JsonObject.class);
        assertThat(lines).extracting(line -> line.getString("label")).containsExactly("Rita Rep");
        assertThat(figures(lines.get(0))).isEqualTo("1 planned, 0 done, 1 late, 0.00 %");
    }

    @Test
    void everyKindIsMadeFromEveryRecord() {
        String account = account();
        List<String> records = List.of(
                "accounts/" + account,
                "contacts/" + contact(account),
                "leads/" + rita.id("leads", "{'lastName':'%s'}", unique("Lead")),
                "opportunities/" + rita.id("opportunities", "{'name':'Deal','account':'%s'}", account));

        for (JsonObject kind : rita.items("activity-kinds")) {
            for (String record : records) {
                Answer made = rita.post(record + "/activities", "{'subject':'Any','kind':'%s'}", kind.getString("id"));
                assertThat(made.status()).as("%s %s", record, kind).isEqualTo(201);
            }
        }
    }

    @Test
    void aNewKindIsUsableAtOnce() {
        String demo = anna.id("activity-kinds", "{'name':'%s','form':'MEETING'}", unique("Demo"));

        JsonObject activity = rita.create("activities", "{'subject':'Show it','kind':'%s'}", demo);

        assertThat(activity.getString("form")).isEqualTo("MEETING");
        assertThat(activity.getString("status")).isEqualTo("PLANNED");
        assertThat(rita.done("activities/" + activity.getString("id") + "/hold", "{}")
                        .getString("status"))
                .isEqualTo("HELD");
        assertThat(anna.delete("activity-kinds/" + demo).status()).isEqualTo(409);
        assertThat(anna.patch("activity-kinds/" + demo, "{'form':'TASK'}").fields())
                .containsExactly("form");
    }

    @Test
    void goesOnlyWhereItsStateMachineLeadsOnEveryPath() {
        String task = rita.id("activities", "{'subject':'Write the offer'}");

        assertThat(rita.post("activities/" + task + "/hold", "{}").status()).isEqualTo(409);
        assertThat(rita.patch("activities/" + task, "{'status':'HELD'}").status())
                .isEqualTo(409);
        assertThat(rita.post("activities", "{'subject':'No','status':'HELD'}").fields())
                .containsExactly("status");

        assertThat(rita.patch("activities/" + task, "{'status':'IN_PROGRESS'}").status())
                .isEqualTo(200);
        JsonObject done = rita.done("activities/" + task + "/complete", "{'result':'Sent'}");
        assertThat(done.getString("status")).isEqualTo("DONE");
        assertThat(done.getString("completedAt")).isNotEmpty();
        assertThat(done.getBoolean("open")).isFalse();
        assertThat(rita.post("activities/" + task + "/complete", "{}").status()).isEqualTo(409);

        JsonObject again = rita.done("activities/" + task + "/reopen", "{}");
        assertThat(again.getString("status")).isEqualTo("NOT_STARTED");
        assertThat(again.isNull("completedAt")).isTrue();
    }

    @Test
    void whatIsDueByADayFollowsItsOwnerIntoAnotherTimeZone() {
        Desk sam = new Desk(DemoMember.MAX_MANAGER);
        String task = sam.id("activities", "{'subject':'Taken along','dueOn':'2030-03-05'}");
        String call = sam.id(
                "activities",
                "{'subject':'Stays','kind':'%s','startsAt':'2030-03-05T09:00:00Z','duration':30}",
                sam.kind("CALL"));

        sam.session("Pacific/Auckland");

        try {
            RunningProduct.eventually(
                    "it is due when the day ends there",
                    () -> sam.read("activities/" + task).getString("dueAt").equals("2030-03-05T10:59:59Z"));
            assertThat(sam.read("activities/" + call).getString("dueAt")).isEqualTo("2030-03-05T09:30:00Z");
        } finally {
            sam.session(null);
        }
        RunningProduct.eventually(
                "it is due when the day ends at home",
                () -> !sam.read("activities/" + task).getString("dueAt").equals("2030-03-05T10:59:59Z"));
    }

    @Test
    void aTaskIsOverdueWhenItsDayIsOverWhereItsAssigneeLives() {
        Desk sam = new Desk(DemoMember.MAX_MANAGER);
        LocalDate day = LocalDate.of(2027, 3, 1);
        String ofTenant = rita.create("activities", "{'subject':'Here','dueOn':'%s'}", day)
                .getString("dueAt");
        sam.session("Pacific/Auckland");
        try {
            String ofSam = sam.create("activities", "{'subject':'There','dueOn':'%s'}", day)
                    .getString("dueAt");

            assertThat(OffsetDateTime.parse(ofSam).toInstant())
                    .isEqualTo(day.plusDays(1)
                            .atStartOfDay(ZoneId.of("Pacific/Auckland"))
                            .minusSeconds(1)
                            .toInstant());
            assertThat(ofSam).isNotEqualTo(ofTenant);
        } finally {
            sam.session(null);
        }
    }

    @Test
    void listsWhatIsOverdue() {
        String word = unique("Chase");
        String late = rita.id("activities", "{'subject':'%s','dueOn':'2026-01-05'}", word);
        rita.id("activities", "{'subject':'%s','dueOn':'2099-01-05'}", word);

        List<JsonObject> overdue = rita.found("activities", "open==true;dueAt<=now;subject=='" + word + "'");

        assertThat(overdue).hasSize(1);
        assertThat(overdue.get(0).getString("id")).isEqualTo(late);
    }

    @Test
    void whatIsNextBecomesATaskAboutTheSameOnce() {
        String account = account();
        String call = rita.id(
                "accounts/" + account + "/activities",
                "{'subject':'Called','kind':'%s','status':'HELD','nextStep':'Send the brochure','nextStepOn':'2099-05-04'}",
                rita.kind("CALL"));

        List<JsonObject> planned = rita.items("accounts/" + account + "/activities");
        assertThat(planned).hasSize(1);
        assertThat(planned.get(0).getString("subject")).isEqualTo("Send the brochure");
        assertThat(planned.get(0).getString("dueOn")).isEqualTo("2099-05-04");
        assertThat(planned.get(0).getString("form")).isEqualTo("TASK");

        rita.done("activities/" + call + "/reopen", "{}");
        rita.done("activities/" + call + "/hold", "{}");
        assertThat(rita.items("accounts/" + account + "/activities")).hasSize(1);
        assertThat(rita.post("activities", "{'subject':'No step','nextStepOn':'2099-05-04'}")
                        .fields())
                .containsExactly("nextStep");
    }

    @Test
    void aSeriesGoesOnWhenOneIsDoneAndEndsWhenOneIsCancelled() {
        String account = account();
        String first = rita.id(
                "accounts/" + account + "/activities",
                "{'subject':'Ring up','dueOn':'2027-01-31','repeats':'MONTHLY'}");

        rita.done("activities/" + first + "/complete", "{}");
        JsonObject second = rita.items("accounts/" + account + "/activities").get(0);
        assertThat(second.getString("dueOn")).isEqualTo("2027-02-28");
        rita.done("activities/" + second.getString("id") + "/complete", "{}");
        JsonObject third = rita.items("accounts/" + account + "/activities").get(0);
        assertThat(third.getString("dueOn")).isEqualTo("2027-03-31");

        rita.done("activities/" + third.getString("id") + "/cancel", "{}");
        assertThat(rita.items("accounts/" + account + "/activities")).isEmpty();
        assertThat(rita.post("activities", "{'subject':'When?','repeats':'DAILY'}")
                        .fields())
                .containsExactly("dueOn");
    }

    @Test
    void whatCameInWaitsUntilItIsHandled() {
        String word = unique("Question");
        String mail = rita.id(
                "activities",
                "{'subject':'%s','kind':'%s','direction':'INBOUND','status':'DONE'}",
                word,
                rita.kind("EMAIL"));

        assertThat(rita.found("activities", "handled==false;subject=='" + word + "'"))
                .hasSize(1);
        rita.done("activities/" + mail + "/handle", "{}");
        assertThat(rita.found("activities", "handled==false;subject=='" + word + "'"))
                .isEmpty();
        assertThat(rita.post("activities/" + mail + "/handle", "{}").status()).isEqualTo(409);
    }

    @Test
    void whatIsPrivateIsThereForItsOwnerAlone() {
        String account = account();
        String word = unique("Between us");
        String mail = rita.id(
                "accounts/" + account + "/activities",
                "{'subject':'%s','kind':'%s','status':'DONE','confidential':true}",
                word,
                rita.kind("EMAIL"));

        assertThat(rita.read("activities/" + mail).getBoolean("confidential")).isTrue();
        assertThat(inTimeline(rita, "accounts/" + account, mail)).hasSize(1);
        assertThat(anna.get("activities/" + mail).status()).isEqualTo(404);
        assertThat(anna.found("activities", "subject=='" + word + "'")).isEmpty();
        assertThat(inTimeline(anna, "accounts/" + account, mail)).isEmpty();
        List<JsonObject> trail = anna.items("audit?record=" + mail);
        assertThat(trail).isNotEmpty();
        assertThat(trail.toString()).doesNotContain(word);
        rita.done("activities/" + mail + "/shares", "{'member':'%s','access':'VIEW'}", anna.member());
        assertThat(anna.items("audit?record=" + mail).toString()).contains(word);
    }

    @Test
    void aLinkIsShownOnlyToThoseWhoMaySeeWhereItLeads() {
        String secret = anna.id("accounts", "{'name':'%s'}", unique("Secret"));
        String task = anna.id("accounts/" + secret + "/activities", "{'subject':'Visit','owner':'%s'}", rita.member());

        assertThat(rita.read("activities/" + task).getString("subject")).isEqualTo("Visit");
        assertThat(rita.items("activities/" + task + "/links")).isEmpty();
        assertThat(rita.get("accounts/" + secret + "/activities").status()).isEqualTo(404);
        assertThat(rita.get("accounts/" + secret + "/timeline").status()).isEqualTo(404);
        assertThat(rita.post("activities/" + task + "/links", "{'recordType':'core.account','id':'%s'}", secret)
                        .fields())
                .containsExactly("id");
        assertThat(rob.get("activities/" + task).status()).isEqualTo(404);
    }

    @Test
    void countsHowAContactAndItsAccountWereReached() {
        String account = account();
        String contact = contact(account);

        rita.id(
                "contacts/" + contact + "/activities",
                "{'subject':'Rang','kind':'%s','status':'HELD','direction':'OUTBOUND','startsAt':'2026-05-04T10:00:00Z'}",
                rita.kind("CALL"));

        JsonObject reached = rita.read("contacts/" + contact);
        assertThat(reached.getString("lastOutboundAt")).isEqualTo("2026-05-04T10:00:00Z");
        assertThat(reached.getInt("contactsMade")).isEqualTo(1);
        assertThat(reached.isNull("lastInboundAt")).isTrue();
        assertThat(rita.read("accounts/" + account).getString("lastActivityAt")).isEqualTo("2026-05-04T10:00:00Z");
    }

    @Test
    void whatWasDoneWithALeadStandsInTheStoryOfWhatItBecame() {
        String lead = rita.id("leads", "{'lastName':'%s','company':'%s'}", unique("Lovelace"), unique("Looms"));
        String call = rita.id(
                "leads/" + lead + "/activities",
                "{'subject':'First call','kind':'%s','status':'HELD'}",
                rita.kind("CALL"));

        JsonObject qualified = rita.done(
                "leads/" + lead + "/qualify",
                "{'newAccount':'%s','newContact':true,'opportunity':'%s'}",
                unique("Looms"),
                unique("Deal"));

        for (String became : List.of("opportunity", "account", "contact")) {
            String records = became.equals("opportunity") ? "opportunities" : became + "s";
            String id = qualified.getJsonObject(became).getString("id");
            assertThat(inTimeline(rita, records + "/" + id, call)).as(became).hasSize(1);
        }
    }

    @Test
    void theTimelineIsPagedInTrueOrder() {
        String account = account();
        for (int i = 1; i <= 5; i++) {
            rita.id(
                    "accounts/" + account + "/activities",
                    "{'subject':'Call %d','kind':'%s','status':'HELD','startsAt':'2026-05-0%dT10:00:00Z'}",
                    i,
                    rita.kind("CALL"),
                    i);
        }

        JsonObject first = rita.read("accounts/" + account + "/timeline?limit=4");
        JsonObject second = rita.read("accounts/" + account + "/timeline?limit=4&after=" + first.getString("next"));

        List<String> times = java.util.stream.Stream.of(first, second)
                .flatMap(page -> page.getJsonArray("items").getValuesAs(JsonObject.class).stream())
                .map(entry -> entry.getString("at"))
                .toList();
        assertThat(times).hasSize(6).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(second.getOrDefault("next", jakarta.json.JsonValue.NULL) == jakarta.json.JsonValue.NULL)
                .isTrue();
    }
}
