package org.pipewright.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.platform.access.Caller.FieldAccess.EDIT;
import static org.pipewright.platform.access.Caller.FieldAccess.NONE;
import static org.pipewright.platform.access.Caller.FieldAccess.VIEW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.access.RoleRights.Granted;
import org.pipewright.platform.access.RoleRights.Restricted;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.modules.CrmModule;

class RightsTableTest {

    private static final List<CrmModule> CORE = List.of(new CoreModule());

    private static RoleRights deals(String action, Level level) {
        return RoleRights.of(List.of(new Granted("shop.deal", action, level)), List.of());
    }

    private static RoleRights deals(String action, FieldAccess amount) {
        return RoleRights.of(
                List.of(new Granted("shop.deal", action, Level.TENANT)),
                List.of(new Restricted("shop.deal", "amount", amount)));
    }

    @ParameterizedTest(name = "{0} or {1} is {2}")
    @CsvSource({
        "NONE, NONE, NONE",
        "NONE, OWN, OWN",
        "OWN, TEAM, TEAM",
        "TEAM_AND_BELOW, TEAM, TEAM_AND_BELOW",
        "TENANT, NONE, TENANT",
        "OWN, TENANT, TENANT"
    })
    void takesTheWidestLevelOfSeveralRoles(Level one, Level other, Level joined) {
        RightsTable rights = RightsTable.of(CORE, List.of(deals("view", one), deals("view", other)));

        assertThat(rights.level("shop.deal", "view")).isEqualTo(joined);
    }

    @ParameterizedTest(name = "{0} {2} {1}: {3}")
    @CsvSource({
        "tenant-admin, core.account, delete, TENANT",
        "tenant-admin, toys.lego, build, TENANT",
        "tenant-admin, core.roles, use, TENANT",
        "sales-manager, core.account, view, TENANT",
        "sales-manager, core.account, edit, TEAM_AND_BELOW",
        "sales-manager, core.import, use, TENANT",
        "sales-manager, core.import.historical, use, NONE",
        "sales-manager, core.roles, use, NONE",
        "sales-rep, core.account, view, TEAM",
        "sales-rep, core.account, edit, OWN",
        "sales-rep, core.account, delete, NONE",
        "sales-rep, core.account, create, TENANT",
        "sales-rep, core.member, view, TENANT",
        "sales-rep, core.member, edit, NONE",
        "read-only, core.account, view, TENANT",
        "read-only, core.account, edit, NONE",
        "read-only, core.export, use, NONE"
    })
    void knowsWhatBuiltInRolesMayDo(String role, String subject, String action, Level level) {
        RightsTable rights = RightsTable.of(
                CORE, List.of(RoleRights.of(BuiltInRole.ofKey(role).orElseThrow())));

        assertThat(rights.level(subject, action)).isEqualTo(level);
    }

    @Test
    void givesOwnRolesNothingOfANewModule() {
        RightsTable rights = RightsTable.of(CORE, List.of(deals("view", Level.TENANT)));

        assertThat(rights.level("core.account", "view")).isEqualTo(Level.NONE);
    }

    @Test
    void takesTheMostPermissiveAccessToAField() {
        RightsTable rights = RightsTable.of(CORE, List.of(deals("edit", NONE), deals("edit", VIEW)));

        assertThat(rights.access("shop.deal", "amount")).isEqualTo(VIEW);
    }

    @Test
    void liftsARestrictionByARoleWithoutOne() {
        RightsTable rights = RightsTable.of(CORE, List.of(deals("edit", NONE), deals("edit", Level.OWN)));

        assertThat(rights.access("shop.deal", "amount")).isEqualTo(EDIT);
    }

    @Test
    void liftsNoRestrictionByARoleThatDoesNotShowTheType() {
        RightsTable rights = RightsTable.of(CORE, List.of(deals("edit", NONE), RoleRights.of(BuiltInRole.SALES_REP)));

        assertThat(rights.access("shop.deal", "amount")).isEqualTo(NONE);
    }

    @Test
    void liftsARestrictionNoFurtherThanTheOtherRoleReaches() {
        RightsTable rights = RightsTable.of(CORE, List.of(deals("edit", NONE), deals("view", Level.TENANT)));

        assertThat(rights.access("shop.deal", "amount")).isEqualTo(VIEW);
    }

    @Test
    void leavesFieldsThatNobodyRestrictsOpen() {
        RightsTable rights = RightsTable.of(CORE, List.of(deals("edit", NONE)));

        assertThat(rights.access("shop.deal", "name")).isEqualTo(EDIT);
    }
}
