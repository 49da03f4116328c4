package org.pipewright.platform.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final String WRONG = "org.pipewright.platform.architecture.wrong";

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(ModuleArchitecture.usesOnlyItselfAndTheSpi(WRONG), "ReachesIntoTheCore"),
                Arguments.of(ModuleArchitecture.talksToTheDatabaseThroughEntities(), "OpensConnections"),
                Arguments.of(ModuleArchitecture.leavesThePlatformsWorkToThePlatform(), "MapsExceptions"),
                Arguments.of(ModuleArchitecture.startsNoThreads(), "StartsThreads"),
                Arguments.of(ModuleArchitecture.keepsRecordsInTenantTables(), "BelongsToNobody"),
                Arguments.of(CommonArchitecture.hasNoCycles(WRONG + ".cycle"), "Slice one"),
                Arguments.of(CommonArchitecture.servesPathsInResources(), "ServesAPath"),
                Arguments.of(CommonArchitecture.saysWhomItAdmits(), "ServesAPath.open"),
                Arguments.of(CommonArchitecture.injectsWhatBeansHold(), "RemembersTheLastCaller.last"),
                Arguments.of(CommonArchitecture.hasNoStaticMutableState(), "RemembersTheLastCaller.calls"),
                Arguments.of(CommonArchitecture.namesThingsForWhatTheyAre(), "LeadManager"),
                Arguments.of(CoreArchitecture.keepsTheSpiFree(WRONG), "NotFree"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void findsTheClassThatBreaksTheRule(ArchRule rule, String culprit) {
        JavaClasses wrong = new ClassFileImporter().importPackages(WRONG);

        assertThatThrownBy(() -> rule.check(wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }
}
