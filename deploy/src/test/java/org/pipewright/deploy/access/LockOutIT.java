package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.grant;
import static org.pipewright.deploy.access.Acme.json;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** Nobody gives what they do not hold, and nobody locks themselves out unawares (S-ROLE-13). */
class LockOutIT {

    private static final DemoMember KEEPER = DemoMember.OTTO_ONLY;

    private final String keeping =
            Acme.role(grant("core.roles", "use", "tenant"), grant("core.people", "use", "tenant"));

    private Call withoutRoles(String query) {
        return Call.of("PATCH", ROOT + "roles/" + keeping + query)
                .with(json("grants", List.of(grant("core.people", "use", "tenant"))))
                .header("If-Match", "\"1\"");
    }

    @Test
    void warnsBeforeARoleCostsItsEditorTheRightToEditRoles() {
        Acme.holding(KEEPER, List.of(keeping), () -> {
            Answer warned = Acme.as(KEEPER).send(withoutRoles(""));
            assertThat(warned.status()).isEqualTo(409);
            assertThat(warned.problem()).isEqualTo("locks-out");

            assertThat(Acme.as(KEEPER).send(withoutRoles("?confirm=true")).status())
                    .isEqualTo(200);
            assertThat(Acme.as(KEEPER).send(Call.get(ROOT + "roles/" + keeping)).status())
                    .isEqualTo(403);
        });
    }

    @Test
    void doesNotWarnOfWhatOnlyOthersLose() {
        assertThat(Acme.admin().send(withoutRoles("")).status()).isEqualTo(200);
    }

    @Test
    void warnsBeforeOneTakesAwayTheOwnRoles() {
        String own = ROOT + "people/" + Acme.memberId(KEEPER.email()) + "/roles";
        Acme.holding(KEEPER, List.of(keeping), () -> {
            Answer warned = Acme.as(KEEPER).send(Call.put(own, json("roles", List.of())));
            assertThat(warned.problem()).isEqualTo("locks-out");
            assertThat(Acme.as(KEEPER)
                            .send(Call.put(own + "?confirm=true", json("roles", List.of())))
                            .status())
                    .isEqualTo(200);
        });
    }

    @Test
    void nobodyGivesWhatTheyDoNotHold() {
        Acme.holding(KEEPER, List.of(keeping), () -> {
            Answer refused = Acme.as(KEEPER)
                    .send(Call.post(
                            ROOT + "roles",
                            json(
                                    "name",
                                    Acme.unique("Role"),
                                    "grants",
                                    List.of(grant("core.account", "delete", "tenant")))));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.fields()).containsExactly("grants.core.account.delete");

            Answer raised = Acme.as(KEEPER)
                    .send(Call.put(
                            ROOT + "people/" + Acme.memberId(KEEPER.email()) + "/roles",
                            json("roles", List.of(keeping, Acme.roleId("tenant-admin")))));
            assertThat(raised.status()).isEqualTo(403);
        });
    }
}
