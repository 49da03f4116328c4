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
