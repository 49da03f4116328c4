package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.grant;
import static org.pipewright.deploy.access.Acme.id;
import static org.pipewright.deploy.access.Acme.items;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.made;
import static org.pipewright.deploy.access.Acme.unique;
import static org.pipewright.deploy.product.RunningProduct.eventually;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** One record shared with somebody whose role does not reach it (S-ROLE-10). */
class SharingIT {

    private static final DemoMember OWNER = DemoMember.ROB_REP;
    private static final DemoMember COLLEAGUE = DemoMember.RITA_REP;

    private final String name = unique("Shared");
    private final String account = id(made(OWNER, "accounts", "name", name));

    private String path() {
        return ROOT + "accounts/" + account;
    }

    private JsonObject share(DemoMember with, String access, Object until) {
        String member = Acme.memberId(with.email());
        return Acme.as(OWNER)
                .done(Call.post(path() + "/shares", json("member", member, "access", access, "until", until)))
                .json();
    }

    private Answer seenBy(DemoMember member) {
        return Acme.as(member).send(Call.get(path()));
    }

    private int listedFor(DemoMember member) {
        return Acme.as(member)
                .done(Call.get(ROOT + "accounts").query("q", name).query("count", "true"))
                .json()
                .getInt("total");
    }

    @Test
    void showsTheRecordWhereverItsKindIsShown() {
        assertThat(seenBy(COLLEAGUE).status()).isEqualTo(404);
        assertThat(listedFor(COLLEAGUE)).isZero();

        share(COLLEAGUE, "VIEW", null);

        assertThat(seenBy(COLLEAGUE).status()).isEqualTo(200);
        assertThat(listedFor(COLLEAGUE)).isEqualTo(1);
        assertThat(Acme.as(COLLEAGUE)
                        .done(Call.get(ROOT + "search").query("q", name))
                        .body())
                .contains(account);
        assertThat(Acme.as(COLLEAGUE)
                        .done(Call.get(ROOT + "accounts/groups")
                                .query("by", "name")
                                .query("q", name))
                        .json()
                        .getJsonObject("total")
                        .getInt("count"))
                .isEqualTo(1);
        assertThat(Acme.as(COLLEAGUE).send(Call.get(path() + "/history")).status())
                .isEqualTo(200);
    }

    @Test
    void namesTheRecordWhereOthersReferToIt() {
        String contact = id(made(COLLEAGUE, "contacts", "lastName", unique("Contact")));
        Acme.console().execute("update core.contact set account_id = ?::uuid where id = ?::uuid", account, contact);
        Call read = Call.get(ROOT + "contacts/" + contact);
        assertThat(Acme.as(COLLEAGUE).done(read).json().getJsonObject("account").isNull("title"))
                .isTrue();

        share(COLLEAGUE, "VIEW", null);

        assertThat(Acme.as(COLLEAGUE).done(read).json().getJsonObject("account").getString("title"))
                .isEqualTo(name);
    }

    @Test
    void letsEditOnlyWhoMayEdit() {
        share(COLLEAGUE, "VIEW", null);
        Call change = Call.of("PATCH", path()).with(json("industry", "Ships")).header("If-Match", "*");
        Answer viewed = seenBy(COLLEAGUE);
        Call current =
                change.header("If-Match", viewed.headers().firstValue("ETag").orElseThrow());
        assertThat(viewed.json().getJsonArray("actions").toString()).doesNotContain("edit");
        assertThat(Acme.as(COLLEAGUE).send(current).status()).isEqualTo(403);

        share(COLLEAGUE, "EDIT", null);

        assertThat(seenBy(COLLEAGUE).json().getJsonArray("actions").toString()).contains("edit");
        assertThat(Acme.as(COLLEAGUE).send(current).status()).isEqualTo(200);
        assertThat(Acme.as(COLLEAGUE).send(Call.of("DELETE", path())).status()).isEqualTo(403);
    }

    @Test
    void endsAfterItsLastDay() {
        JsonObject share = share(COLLEAGUE, "VIEW", "2999-12-31");
        assertThat(seenBy(COLLEAGUE).status()).isEqualTo(200);

        Acme.console().execute("update core.share set until = current_date - 2 where id = ?::uuid", id(share));

        assertThat(seenBy(COLLEAGUE).status()).isEqualTo(404);
        assertThat(listedFor(COLLEAGUE)).isZero();
    }

    @Test
    void endsWhenItIsWithdrawn() {
        JsonObject share = share(COLLEAGUE, "VIEW", null);
        assertThat(seenBy(COLLEAGUE).status()).isEqualTo(200);

        Acme.as(OWNER).done(Call.of("DELETE", path() + "/shares/" + id(share)));

        assertThat(seenBy(COLLEAGUE).status()).isEqualTo(404);
    }

    @Test
    void reachesATeam() {
        String team = id(made(DemoMember.ANNA_ADMIN, "teams", "name", unique("Team")));
        Acme.as(OWNER).done(Call.post(path() + "/shares", json("team", team, "access", "VIEW")));
        assertThat(seenBy(COLLEAGUE).status()).isEqualTo(404);

        Acme.alsoIn(
                COLLEAGUE,
                List.of(team),
                () -> eventually("the team sees it", () -> seenBy(COLLEAGUE).status() == 200));
    }

    @Test
    void doesNotRaiseNone() {
        String lead = id(made(OWNER, "leads", "lastName", unique("Lead")));
        String bill = Acme.memberId(DemoMember.BILL_CLERK.email());
        Acme.as(OWNER).done(Call.post(ROOT + "leads/" + lead + "/shares", json("member", bill, "access", "EDIT")));

        assertThat(Acme.as(DemoMember.BILL_CLERK)
                        .send(Call.get(ROOT + "leads/" + lead))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void isExportedByWhoMayExportAtAll() {
        String exporter = Acme.role(
                grant("core.account", "view", "own"),
                grant("core.account", "export", "own"),
                grant("core.export", "use", "tenant"));
        share(DemoMember.OTTO_ONLY, "VIEW", null);

        Acme.holding(
                DemoMember.OTTO_ONLY,
                List.of(exporter),
                () -> assertThat(Acme.as(DemoMember.OTTO_ONLY)
                                .done(Call.get(ROOT + "accounts/export"))
                                .body())
                        .contains(name));
    }

    @Test
    void isTheOwnersToGive() {
        share(COLLEAGUE, "VIEW", null);
        String otto = Acme.memberId(DemoMember.OTTO_ONLY.email());

        Answer further = Acme.as(COLLEAGUE).send(Call.post(path() + "/shares", json("member", otto, "access", "VIEW")));

        assertThat(further.status()).isEqualTo(403);
    }

    @Test
    void isRefusedWithEveryFieldThatIsWrong() {
        Answer refused = Acme.as(OWNER)
                .send(Call.post(
                        path() + "/shares",
                        json(
                                "member",
                                "00000000-0000-7000-8000-000000000000",
                                "access",
                                "VIEW",
                                "until",
                                "2001-01-01")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactlyInAnyOrder("member", "until");
    }

    @Test
    void isToldInTheHistory() {
        share(COLLEAGUE, "VIEW", null);

        JsonObject entry = items(Acme.as(OWNER).read(path() + "/history")).get(0);

        assertThat(entry.getString("action")).isEqualTo("share");
        assertThat(entry.getJsonArray("changes").getJsonObject(0).getString("new"))
                .startsWith("Rita");
    }
}
