package org.pipewright.platform.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.access.RightsTable;
import org.pipewright.platform.access.RoleRights;
import org.pipewright.platform.access.RoleRights.Granted;
import org.pipewright.platform.access.RoleRights.Restricted;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

class GrantLimitTest {

    private static Caller holding(RightsTable rights) {
        return new Caller(
                null,
                Locale.ENGLISH,
                UUID.randomUUID(),
                "Mia",
                null,
                Set.of(),
                Set.of(),
                List.of(),
                rights,
                Set.of(),
                Set.of(),
                Map.of());
    }

    private static Caller holding(Level delete) {
        return holding(RightsTable.of(
                List.of(), List.of(RoleRights.of(List.of(new Granted("shop.deal", "delete", delete)), List.of()))));
    }

    private static Role role(List<Granted> grants, List<Restricted> fields) {
        return new Role(UUID.randomUUID(), 1, Optional.empty(), "Sellers", 0, grants, fields, Map.of());
    }

    private static Role deleting(Level level) {
        return role(List.of(new Granted("shop.deal", "delete", level)), List.of());
    }

    private static Role showing(FieldAccess amount) {
        return role(List.of(), List.of(new Restricted("shop.deal", "amount", amount)));
    }

    @ParameterizedTest(name = "holding {0}, from {1} to {2}: {3}")
    @CsvSource({
        "TEAM, NONE, TEAM, true",
        "TEAM, NONE, OWN, true",
        "TEAM, NONE, TENANT, false",
        "NONE, NONE, OWN, false",
        "NONE, TENANT, TENANT, true",
        "NONE, TENANT, OWN, true",
        "OWN, OWN, TEAM, false"
    })
    void givesOnlyWhatIsHeldOrWasThere(Level held, Level before, Level after, boolean allowed) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> GrantLimit.require(holding(held), deleting(before), deleting(after)));

        assertThat(refusal == null).isEqualTo(allowed);
    }

    @Test
    void namesEveryRightThatIsNotHeld() {
        Role wanted = role(
                List.of(
                        new Granted("shop.deal", "delete", Level.TENANT),
                        new Granted("core.roles", "use", Level.TENANT)),
                List.of());

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> GrantLimit.require(holding(Level.OWN), deleting(Level.NONE), wanted));

        assertThat(refusal.code().category().status()).isEqualTo(403);
        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly("grants.shop.deal.delete", "grants.core.roles.use");
    }

    @Test
    void exemptsTheTenantAdmin() {
        assertThatCode(() -> GrantLimit.require(
                        holding(RightsTable.everything()), deleting(Level.NONE), deleting(Level.TENANT)))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotOpenAFieldThatIsHiddenFromTheCaller() {
        RightsTable rights = RightsTable.of(
                List.of(),
                List.of(RoleRights.of(
                        List.of(new Granted("shop.deal", "edit", Level.TENANT)),
                        List.of(new Restricted("shop.deal", "amount", FieldAccess.NONE)))));

        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> GrantLimit.require(holding(rights), showing(FieldAccess.NONE), role(List.of(), List.of())));

        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("fields.shop.deal.amount");
    }
}
