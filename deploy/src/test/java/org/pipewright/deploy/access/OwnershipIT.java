package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.id;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.made;
import static org.pipewright.deploy.access.Acme.unique;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Whose a record is, to whom it may be given, and what bulk work needs (S-ROLE-09, S-ROLE-19). */
class OwnershipIT {

    private static final DemoMember REP = DemoMember.RITA_REP;

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
