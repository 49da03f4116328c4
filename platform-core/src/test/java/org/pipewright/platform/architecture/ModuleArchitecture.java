package org.pipewright.platform.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.RecordType;

/** What the classes of a module keep to. */
public final class ModuleArchitecture {

    private ModuleArchitecture() {}

    /** All rules for the module whose classes lie below the package. */
    public static Stream<ArchRule> rules(String root) {
        return Stream.concat(
                Stream.of(
                        usesOnlyItselfAndTheSpi(root),
                        talksToTheDatabaseThroughEntities(),
                        leavesThePlatformsWorkToThePlatform(),
                        startsNoThreads(),
                        keepsRecordsInTenantTables()),
                CommonArchitecture.rules(root));
    }

    /** Modules never meet each other or the inside of the core; they share no classes. */
    public static ArchRule usesOnlyItselfAndTheSpi(String root) {
        DescribedPredicate<JavaClass> foreign = resideInAPackage("org.pipewright..")
                .and(DescribedPredicate.not(resideInAPackage("org.pipewright.platform.spi..")))
                .and(DescribedPredicate.not(resideInAPackage(root + "..")));
        return noClasses()
                .should()
                .dependOnClassesThat(foreign.as("are ours but neither the module's nor the SPI's"))
                .as("A module uses only itself and the SPI");
    }

    /** The tenant stands on the connection of the transaction; whoever opens another one works without it. */
    public static ArchRule talksToTheDatabaseThroughEntities() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql..").or(resideInAPackage("javax.sql..")))
                .as("A module reaches the database through its entities only");
    }

    /** One place maps errors, checks callers and binds tenants. */
    public static ArchRule leavesThePlatformsWorkToThePlatform() {
        return noClasses()
                .should()
                .beAssignableTo(assignableTo("jakarta.ws.rs.ext.ExceptionMapper")
                        .or(assignableTo("jakarta.ws.rs.container.ContainerRequestFilter"))
                        .or(assignableTo("jakarta.ws.rs.container.ContainerResponseFilter"))
                        .or(assignableTo("jakarta.servlet.Filter"))
                        .or(assignableTo("jakarta.servlet.Servlet")))
                .orShould()
                .beAnnotatedWith("jakarta.interceptor.Interceptor")
                .as("A module brings no exception mapper, filter, servlet or interceptor");
    }

    /** Work beside the request is a job or a consumer: those know their tenant and survive a restart. */
    public static ArchRule startsNoThreads() {
        return noClasses()
                .should()
                .dependOnClassesThat(assignableTo(Thread.class)
                        .or(assignableTo(Executor.class))
                        .or(assignableTo("jakarta.ejb.TimerService"))
                        .or(assignableTo(java.util.Timer.class)))
                .as("A module starts no threads");
    }

    /** Every entity is a record: owned by a tenant, declared once, served by the core. */
    public static ArchRule keepsRecordsInTenantTables() {
        return classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .beAssignableTo(CrmRecord.class)
                .andShould()
                .beAnnotatedWith(RecordType.class)
                .allowEmptyShould(true)
                .as("An entity of a module is a record type");
    }
}
