package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.grant;
import static org.pipewright.deploy.access.Acme.id;
import static org.pipewright.deploy.access.Acme.items;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.made;
import static org.pipewright.deploy.access.Acme.unique;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Whose a record is, to whom it may be given, and what bulk work needs (S-ROLE-09, S-ROLE-19). */
class OwnershipIT {

    private static final DemoMember REP = DemoMember.RITA_REP;
    private static final String ELSEWHERE = "/api/tenants/globex/";

    private final JsonObject account = made(REP, "accounts", "name", unique("Owned"));

    private Answer change(DemoMember by, Object... change) {
        return Acme.as(by)
                .send(Call.of("PATCH", ROOT + "accounts/" + id(account))
                        .with(json(change))
                        .header("If-Match", "\"1\""));
    }

    @Test
    void hidesARecordAlsoFromWhatIsReadTogetherWithIt() {
        JsonObject hidden = made(DemoMember.ANNA_ADMIN, "accounts", "name", unique("Hidden"));
        String rita = Acme.memberId(DemoMember.RITA_REP.email());
        JsonObject seen =
                made(DemoMember.ANNA_ADMIN, "accounts", "name", unique("Seen"), "parent", id(hidden), "owner", rita);
        String path = ROOT + "accounts/" + id(seen) + "?include=parent,owner";

        JsonObject hers = Acme.as(DemoMember.RITA_REP).read(path).getJsonObject("included");
        JsonObject annas = Acme.admin().read(path).getJsonObject("included");

        assertThat(hers.getJsonObject("core.account")).isEmpty();
        assertThat(hers.getJsonObject("core.member").keySet()).containsExactly(rita);
        assertThat(annas.getJsonObject("core.account").keySet()).containsExactly(id(hidden));
    }

    @Test
    void isTheCreatorsAndOfTheCreatorsTeam() {
        String me = Acme.memberId(REP.email());
        JsonObject member = Acme.admin().read(ROOT + "people/" + me);

        assertThat(account.getJsonObject("owner").getString("id")).isEqualTo(me);
        assertThat(account.getJsonObject("team")).isEqualTo(member.getJsonObject("team"));
    }

    @Test
    void isNotGivenAwayBeyondTheLevelOfAssign() {
        Answer refused = change(REP, "owner", Acme.memberId(DemoMember.ROB_REP.email()));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(Acme.admin()
                        .read(ROOT + "accounts/" + id(account))
                        .getJsonObject("owner")
                        .getString("id"))
                .isEqualTo(Acme.memberId(REP.email()));
    }

    @Test
    void isNotMadeForSomebodyElseBeyondThatLevelEither() {
        Answer refused = Acme.as(REP)
                .send(Call.post(
                        ROOT + "accounts",
                        json("name", unique("Given"), "owner", Acme.memberId(DemoMember.ROB_REP.email()))));

        assertThat(refused.status()).isEqualTo(403);
    }

    /** S-TEN-23: rights of teams are those of all teams somebody belongs to; new records go to the main one. */
    @Test
    void isReachedByWhoeverIsInItsTeamAmongOthers() {
        String team = id(made(DemoMember.ANNA_ADMIN, "teams", "name", unique("Far")));
        String below = id(made(DemoMember.ANNA_ADMIN, "teams", "name", unique("Farther"), "parent", team));
        String lone = id(made(DemoMember.ANNA_ADMIN, "teams", "name", unique("Lone")));
        JsonObject far = made(DemoMember.ANNA_ADMIN, "accounts", "name", unique("Far"), "team", team);
        JsonObject farther = made(DemoMember.ANNA_ADMIN, "accounts", "name", unique("Farther"), "team", below);
        JsonObject main = team(DemoMember.MAX_MANAGER, unique("Before"));
        assertThat(changed(far)).isEqualTo(403);

        Acme.alsoIn(DemoMember.MAX_MANAGER, List.of(team, lone), () -> {
            RunningProduct.eventually("the other team's records are reached", () -> changed(far) == 200);
            assertThat(changed(farther)).isEqualTo(200);
            assertThat(team(DemoMember.MAX_MANAGER, unique("During"))).isEqualTo(main);
            assertThat(made(DemoMember.MAX_MANAGER, "accounts", "name", unique("There"), "team", team)
                            .getJsonObject("team")
                            .getString("id"))
                    .isEqualTo(team);
            assertThat(binned(lone)).isEqualTo(409);
        });

        RunningProduct.eventually("they are out of reach again", () -> changed(far) == 403);
        assertThat(binned(lone)).isEqualTo(204);
    }

    @Test
    void hasAMainTeamAmongItsOwnersTeams() {
        String team = id(made(DemoMember.ANNA_ADMIN, "teams", "name", unique("Main")));
        String path = ROOT + "people/" + Acme.memberId(REP.email()) + "/teams";
        String nothing = "00000000-0000-4000-8000-000000000000";

        assertThat(Acme.admin()
                        .send(Call.put(path, json("teams", List.of(team))))
                        .fields())
                .containsExactly("main");
        assertThat(Acme.admin()
                        .send(Call.put(path, json("main", team, "teams", List.of(nothing))))
                        .fields())
                .containsExactlyInAnyOrder("teams", "main");
    }

    /** The team of an account that the member makes without a word about it. */
    private static JsonObject team(DemoMember member, String name) {
        return made(member, "accounts", "name", name).getJsonObject("team");
    }

    private static int binned(String team) {
        return Acme.admin()
                .send(Call.of("DELETE", ROOT + "teams/" + team).header("If-Match", "*"))
                .status();
    }

    private static int changed(JsonObject record) {
        return Acme.as(DemoMember.MAX_MANAGER)
                .send(Call.of("PATCH", ROOT + "accounts/" + id(record))
                        .with(json("industry", unique("Ships")))
                        .header("If-Match", "*"))
                .status();
    }

    /** Changing a deal and ending it are two rights (S-ROLE-03). */
    @Test
    void isClosedByThoseOnlyWhoseRoleSaysSo() {
        String deal = ROOT + "opportunities/"
                + id(made(DemoMember.ANNA_ADMIN, "opportunities", "name", unique("Won"), "account", id(account)));
        JsonObject revenue = json("amount", "500.00", "currency", "EUR");
        Acme.admin().done(Call.post(deal + "/win", json("actualClose", "2026-06-15", "closeRevenue", revenue)));
        Call close = Call.post(deal + "/close", json());
        List<JsonObject> edits =
                List.of(grant("sales.opportunity", "view", "tenant"), grant("sales.opportunity", "edit", "tenant"));
        DemoMember editor = DemoMember.OTTO_ONLY;

        Acme.holding(editor, List.of(Acme.role(edits.toArray(JsonObject[]::new))), () -> {
            Call change = Call.of("PATCH", deal).with(json("nextStep", "Celebrate"));
            assertThat(Acme.as(editor).send(change.header("If-Match", "*")).status())
                    .isEqualTo(200);
            Answer refused = Acme.as(editor).send(close);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("forbidden");
        });
        assertThat(Acme.admin().read(deal).getBoolean("closed")).isFalse();

        JsonObject closes = grant("sales.opportunity", "close", "tenant");
        String both = Acme.role(Stream.concat(edits.stream(), Stream.of(closes)).toArray(JsonObject[]::new));
        Acme.holding(
                editor,
                List.of(both),
                () -> assertThat(Acme.as(editor).send(close).status()).isEqualTo(200));
    }

    /** Who belongs to two organisations has in each its own records, roles and switches alone (S-TEN-24). */
    @Test
    void isOfOneOrganisationAlsoForWhoeverBelongsToTwo() {
        Client sam = Acme.product().as("sam.both@acme.example");
        String name = unique("Twofold");
        String board = "features/sales.board";

        assertThat(sam.read("/api/session").getJsonArray("tenants").getValuesAs(JsonObject.class))
                .extracting(tenant -> tenant.getString("slug"))
                .containsExactlyInAnyOrder("acme", "globex");
        String here =
                id(sam.done(Call.post(ROOT + "accounts", json("name", name))).json());
        String there = id(
                sam.done(Call.post(ELSEWHERE + "accounts", json("name", name))).json());
        assertThat(found(sam, ROOT, name)).containsExactly(here);
        assertThat(found(sam, ELSEWHERE, name)).containsExactly(there);
        assertThat(sam.send(Call.get(ROOT + "accounts/" + there)).status()).isEqualTo(404);
        assertThat(sam.send(Call.get(ELSEWHERE + "accounts/" + here)).status()).isEqualTo(404);

        assertThat(roles(sam, ROOT)).containsExactly("sales-rep");
        assertThat(roles(sam, ELSEWHERE)).containsExactly("sales-manager");
        assertThat(sam.send(renaming(ROOT, here)).status()).isEqualTo(403);
        assertThat(sam.send(renaming(ELSEWHERE, there)).status()).isEqualTo(200);

        Acme.admin().done(Call.put(ROOT + board, json("enabled", false)));
        try {
            assertThat(hasBoard(sam, ROOT)).isFalse();
            assertThat(hasBoard(sam, ELSEWHERE)).isTrue();
        } finally {
            Acme.admin().done(Call.put(ROOT + board, json("enabled", true)));
        }
        assertThat(sam.read(ROOT + "manifest").getJsonObject("tenant").getString("currency"))
                .isEqualTo("EUR");
        assertThat(sam.read(ELSEWHERE + "manifest").getJsonObject("tenant").getString("currency"))
                .isEqualTo("USD");
    }

    private static List<String> found(Client who, String root, String name) {
        JsonObject found = who.done(Call.get(root + "search").query("q", name)).json();
        return found.getJsonArray("groups").getValuesAs(JsonObject.class).stream()
                .filter(group -> group.getString("recordType").equals("core.account"))
                .flatMap(group -> items(group).stream())
                .filter(item -> item.getString("title").equals(name))
                .map(Acme::id)
                .toList();
    }

    private static List<String> roles(Client who, String root) {
        JsonObject me = who.read(root + "manifest").getJsonObject("me");
        return me.getJsonArray("roles").getValuesAs(JsonObject.class).stream()
                .map(role -> role.getString("key"))
                .toList();
    }

    /** Many at once, for which only a manager has the capability. */
    private static Call renaming(String root, String account) {
        return Call.post(root + "accounts/bulk", json("ids", List.of(account), "change", json("industry", "Ships")));
    }

    private static boolean hasBoard(Client who, String root) {
        return who.read(root + "manifest").getJsonObject("features").getBoolean("sales.board");
    }

    @Test
    void manyAtOnceNeedACapabilityThatOneDoesNot() {
        Answer many = Acme.as(REP)
                .send(Call.post(
                        ROOT + "accounts/bulk",
                        json("ids", List.of(id(account)), "change", json("industry", "Ships"))));

        assertThat(many.status()).isEqualTo(403);
        assertThat(change(REP, "industry", "Ships").status()).isEqualTo(200);
    }
}
