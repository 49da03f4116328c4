package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.id;
import static org.pipewright.deploy.access.Acme.items;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.made;
import static org.pipewright.deploy.access.Acme.unique;
import static org.pipewright.deploy.product.RunningProduct.eventually;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** Somebody is deactivated: kept out, and what is open goes to a new owner (S-AUTH-06). */
class LeavingIT {

    private static final String SAM = "sam.both@acme.example";

    private final String leaver = person();
    private final String account = id(made(DemoMember.ANNA_ADMIN, "accounts", "name", unique("Customer")));

    /** Whoever is deactivated has been active; that takes an invitation, or the database. */
    private static String person() {
        String id = id(made(DemoMember.ANNA_ADMIN, "people", "name", unique("Person")));
        Acme.console().execute("update core.member set status = 'ACTIVE' where id = ?::uuid", id);
        return id;
    }

    private String deal() {
        return id(made(
                DemoMember.ANNA_ADMIN, "opportunities", "name", unique("Deal"), "account", account, "owner", leaver));
    }

    private void lose(String deal) {
        String reason = id(items(Acme.admin().read(ROOT + "loss-reasons")).get(0));
        Acme.admin()
                .done(Call.post(
                        ROOT + "opportunities/" + deal + "/lose",
                        json("lossReason", reason, "actualClose", "2026-03-31")));
    }

    private JsonObject owned(String recordType) {
        return items(Acme.admin().read(ROOT + "people/" + leaver + "/owned")).stream()
                .filter(owned -> owned.getString("recordType").equals(recordType))
                .findFirst()
                .orElse(json("count", 0, "open", 0));
    }

    private Answer deactivate(Object... input) {
        return Acme.admin().send(Call.post(ROOT + "people/" + leaver + "/deactivate", json(input)));
    }

    @Test
    void handsPrivateActivitiesToTheNewOwnerWithoutShowingThemToWhoeverAskedForIt() {
        String subject = unique("Private");
        Acme.admin()
                .done(Call.post(ROOT + "activities", json("subject", subject, "owner", leaver, "confidential", true)));

        assertThat(deactivate("newOwner", Acme.memberId(DemoMember.RITA_REP.email()))
                        .status())
                .isEqualTo(200);

        eventually("nothing is open", () -> owned("core.activity").getInt("open") == 0);
        assertThat(items(Acme.as(DemoMember.RITA_REP)
                        .done(Call.get(ROOT + "activities").query("filter", "subject==\"" + subject + "\""))
                        .json()))
                .hasSize(1);
        assertThat(items(Acme.admin()
                        .done(Call.get(ROOT + "activities").query("filter", "subject==\"" + subject + "\""))
                        .json()))
                .isEmpty();
    }

    @Test
    void handsOpenRecordsToTheNewOwnerAndLeavesClosedOnesWhereTheyAre() {
        List<String> open = IntStream.range(0, 12).mapToObj(i -> deal()).toList();
        String lost = deal();
        lose(lost);
        assertThat(owned("sales.opportunity").getInt("open")).isEqualTo(12);
        assertThat(owned("sales.opportunity").getInt("count")).isEqualTo(13);

        String successor = Acme.memberId(DemoMember.RITA_REP.email());
        assertThat(deactivate("newOwner", successor).status()).isEqualTo(200);

        eventually("nothing is open", () -> owned("sales.opportunity").getInt("open") == 0);
        assertThat(owned("sales.opportunity").getInt("count")).isEqualTo(1);
        JsonObject deal = Acme.admin().read(ROOT + "opportunities/" + open.get(0));
        assertThat(deal.getJsonObject("owner").getString("id")).isEqualTo(successor);
        assertThat(deal.getJsonObject("createdBy").getString("title")).startsWith("Anna");
        assertThat(Acme.as(DemoMember.RITA_REP)
                        .send(Call.get(ROOT + "opportunities/" + open.get(0)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsTheHistoryOfEachRecord() {
        String deal = deal();

        deactivate("newOwner", Acme.memberId(DemoMember.RITA_REP.email()));

        eventually("it is handed on", () -> owned("sales.opportunity").getInt("open") == 0);
        JsonObject entry = items(Acme.admin().read(ROOT + "opportunities/" + deal + "/history"))
                .get(0);
        assertThat(entry.getString("via")).isEqualTo("JOB");
        assertThat(entry.getJsonObject("by").getString("title")).startsWith("Anna");
        assertThat(entry.getJsonArray("changes").toString()).contains("owner");
    }

    @Test
    void leavesRecordsWhereTheyAreWithoutANewOwner() {
        deal();

        assertThat(deactivate().status()).isEqualTo(200);

        assertThat(owned("sales.opportunity").getInt("open")).isEqualTo(1);
    }

    @Test
    void handsNothingToWhoIsKeptOutToo() {
        String other = person();
        Acme.admin().done(Call.post(ROOT + "people/" + other + "/deactivate", json()));

        assertThat(deactivate("newOwner", other).fields()).containsExactly("newOwner");
        assertThat(deactivate("newOwner", leaver).fields()).containsExactly("newOwner");
    }

    @Test
    void isShutOutAtOnceAndStaysElsewhere() {
        String sam = Acme.memberId(SAM);
        Call work = Call.get(ROOT + "manifest");
        assertThat(Acme.product().as(SAM).send(work).status()).isEqualTo(200);

        Acme.admin().done(Call.post(ROOT + "people/" + sam + "/deactivate", json()));
        try {
            eventually("Sam is out", () -> Acme.product().as(SAM).send(work).status() == 404);
            assertThat(Acme.product()
                            .as(SAM)
                            .send(Call.get("/api/tenants/globex/manifest"))
                            .status())
                    .isEqualTo(200);
        } finally {
            Acme.admin().done(Call.post(ROOT + "people/" + sam + "/activate", json()));
        }
    }
}
