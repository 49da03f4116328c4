package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** Saved views are segments that filters ask for: dynamic ones by their criteria, static ones by their records (S-REP-11). */
class SegmentsIT {

    private static final String ACCOUNT = "core.account";

    private final Office manager = new Office(DemoMember.MAX_MANAGER);
    private final Office rep = new Office(DemoMember.RITA_REP);
    private String word;
    private String north;
    private String south;

    @BeforeEach
    void keepTwoAccounts() {
        word = Office.unique();
        north = account("North");
        south = account("South");
    }

    private String account(String country) {
        return manager.id(
                "accounts",
                "{'name': '" + country + " " + word + "', 'industry': '" + word + "', 'country': '" + country + "'}");
    }

    private String segment(String filter, String more) {
        return manager.id(
                "views",
                "{'recordType': '" + ACCOUNT + "', 'name': '" + word + "', 'filter': '" + filter + "'" + more + "}");
    }

    private String ofNorth(String more) {
        return segment("industry==" + word + ";country==North", more);
    }

    private List<String> accounts(String filter) {
        return manager.found("accounts", "industry==" + word + ";" + filter).stream()
                .map(account -> account.getString("id"))
                .toList();
    }

    private Answer change(String view, String filter) {
        return manager.patch("views/" + view, "{'filter': '" + filter + "'}");
    }

    @Test
    void dynamicOnesTellWhatMatchesNow() {
        String dynamic = ofNorth("");
        assertThat(accounts("id=segment=" + dynamic)).containsExactly(north);
        assertThat(accounts("id=nosegment=" + dynamic)).containsExactly(south);

        manager.patch("accounts/" + south, "{'country': 'North'}");
        assertThat(accounts("id=segment=" + dynamic)).containsExactlyInAnyOrder(north, south);

        assertThat(change(dynamic, "country==Nowhere").status()).isEqualTo(200);
        assertThat(accounts("id=segment=" + dynamic)).isEmpty();
    }

    @Test
    void staticOnesKeepTheirRecords() {
        String fixed = ofNorth(", 'fixed': true");
        manager.patch("accounts/" + south, "{'country': 'North'}");
        manager.patch("accounts/" + north, "{'country': 'West'}");
        assertThat(accounts("id=segment=" + fixed)).containsExactly(north);

        assertThat(change(fixed, "id=segment=" + fixed + ",id==" + south).status())
                .isEqualTo(200);

        assertThat(accounts("id=segment=" + fixed)).containsExactlyInAnyOrder(north, south);
        assertThat(accounts("id=nosegment=" + fixed)).isEmpty();
    }

    @Test
    void areAskedForWhereReferencesLead() {
        manager.create("contacts", "{'lastName': '" + word + "', 'account': '" + north + "'}");
        manager.create("contacts", "{'lastName': '" + word + "', 'account': '" + south + "'}");
        manager.create("contacts", "{'lastName': '" + word + "'}");
        String mine = "lastName==" + word + ";account";

        for (String segment : List.of(ofNorth(""), ofNorth(", 'fixed': true"))) {
            assertThat(manager.found("contacts", mine + "=segment=" + segment)).hasSize(1);
            assertThat(manager.found("contacts", mine + "=nosegment=" + segment))
                    .hasSize(2);
        }
        assertThat(manager.found("contacts", mine + "=segment=" + segment("", "")))
                .hasSize(2);
    }

    @Test
    void areMadeOfOthersButNeverOfThemselves() {
        String inner = ofNorth("");
        String outer = segment("id=segment=" + inner, "");
        assertThat(accounts("id=segment=" + outer)).containsExactly(north);
        assertThat(accounts("id=segment=(" + outer + "," + segment("id==" + south, "") + ")"))
                .containsExactlyInAnyOrder(north, south);

        assertThat(change(inner, "id=segment=" + inner).fields()).containsExactly("filter");
        assertThat(change(inner, "id=nosegment=" + outer).fields()).containsExactly("filter");
        assertThat(accounts("id=segment=" + outer)).containsExactly(north);
    }

    @Test
    void areAskedForByThoseOnlyWhoSeeThem() {
        String mine = ofNorth("");
        String everybodys = ofNorth(", 'visibility': 'tenant'");

        assertThat(rep.send(asking("id=segment=" + mine)).fields()).containsExactly("id");
        assertThat(rep.send(asking("id=segment=" + everybodys)).status()).isEqualTo(200);
        assertThat(manager.send(asking("id=segment=none")).fields()).containsExactly("id");
        assertThat(manager.send(asking("name=segment=" + mine)).fields()).containsExactly("name");
        assertThat(manager.send(asking("parent=segment=" + mine)).status()).isEqualTo(200);
        assertThat(manager.send(Call.get(Office.path("contacts")).query("filter", "id=segment=" + mine))
                        .status())
                .isEqualTo(400);
        assertThat(manager.delete("views/" + mine).status()).isEqualTo(204);
        assertThat(manager.send(asking("id=segment=" + mine)).status()).isEqualTo(400);
    }

    /** One's own are for oneself, a team's for those in it, and the others for everybody (S-ACC-11, S-SRCH-02). */
    @Test
    void areOfferedToWhomTheyAreSharedWithOnly() {
        Office ofTheTeam = new Office("sam.both@acme.example");
        Office ofAnother = new Office(DemoMember.ROB_REP);
        String mine = shared("private");
        String ourTeams = shared("team");
        String everybodys = shared("tenant");

        assertThat(offeredTo(rep)).containsExactlyInAnyOrder(mine, ourTeams, everybodys);
        assertThat(offeredTo(ofTheTeam)).containsExactlyInAnyOrder(ourTeams, everybodys);
        for (Office other : List.of(ofAnother, manager, new Office(DemoMember.ANNA_ADMIN))) {
            assertThat(offeredTo(other)).containsExactly(everybodys);
            assertThat(other.send(asking("id=segment=" + ourTeams)).fields()).containsExactly("id");
            assertThat(other.patch("views/" + ourTeams, "{'name': 'Taken'}").status())
                    .isEqualTo(404);
        }
        assertThat(ofTheTeam.send(asking("id=segment=" + ourTeams)).status()).isEqualTo(200);
    }

    private String shared(String visibility) {
        return rep.id(
                "views",
                "{'recordType': '" + ACCOUNT + "', 'name': '" + word + " " + visibility + "', 'filter': 'industry=="
                        + word + "', 'visibility': '" + visibility + "'}");
    }

    private List<String> offeredTo(Office somebody) {
        return somebody.read("views?recordType=" + ACCOUNT).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(view -> view.getString("name").startsWith(word))
                .map(view -> view.getString("id"))
                .toList();
    }

    @Test
    void standInTheListOfViewsAsFixed() {
        String fixed = ofNorth(", 'fixed': true");

        JsonObject view =
                manager.read("views?recordType=" + ACCOUNT).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .filter(each -> each.getString("id").equals(fixed))
                        .findFirst()
                        .orElseThrow();

        assertThat(view.getBoolean("fixed")).isTrue();
        assertThat(accounts(view.getString("filter"))).containsExactly(north);
    }

    private Call asking(String filter) {
        return Call.get(Office.path("accounts")).query("filter", filter);
    }
}
