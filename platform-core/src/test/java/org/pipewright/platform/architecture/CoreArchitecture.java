package org.pipewright.platform.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** What the classes of the core keep to. */
public final class CoreArchitecture {

    private static final String ROOT = "org.pipewright.platform";

    private CoreArchitecture() {}

    /** All rules for the core. */
    public static Stream<ArchRule> rules() {
        return Stream.of(
                keepsTheSpiFree(ROOT),
                CommonArchitecture.servesPathsInResources(),
                CommonArchitecture.saysWhomItAdmits(),
                CommonArchitecture.hasNoStaticMutableState(),
                CommonArchitecture.namesThingsForWhatTheyAre());
    }

    /** Authors compile against the SPI alone, so it knows nothing of the rest. */
    public static ArchRule keepsTheSpiFree(String root) {
        DescribedPredicate<JavaClass> inside =
                resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAPackage(root + ".spi..")));
        return noClasses()
                .that()
                .resideInAPackage(root + ".spi..")
                .should()
                .dependOnClassesThat(inside.as("are inside the core"))
                .allowEmptyShould(true)
                .as("The SPI depends on nothing else of the core");
    }
}
