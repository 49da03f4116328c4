package org.pipewright.platform.architecture;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pipewright.platform.spi.access.Admits;

/** What the core and the modules keep to alike. */
public final class CommonArchitecture {

    private static final Pattern EMPTY_NAMES =
            Pattern.compile("(Default|Abstract)[A-Z].*|.*(Impl|Manager|Util|Utils|Helper|Helpers)");

    /** Classes the container makes and shares, by annotation or because JAX-RS asks for them. */
    static final DescribedPredicate<JavaClass> BEANS = DescribedPredicate.describe(
            "are beans",
            type -> type.isAnnotatedWith(ApplicationScoped.class)
                    || type.isAnnotatedWith(RequestScoped.class)
                    || type.isAnnotatedWith(Path.class));

    private CommonArchitecture() {}

    static Stream<ArchRule> rules(String root) {
        return Stream.of(
                hasNoCycles(root),
                servesPathsInResources(),
                saysWhomItAdmits(),
                injectsWhatBeansHold(),
                hasNoStaticMutableState(),
                namesThingsForWhatTheyAre());
    }

    /** Features may use each other one way only. */
    public static ArchRule hasNoCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .as("Feature packages have no cycles");
    }

    public static ArchRule servesPathsInResources() {
        return classes()
                .that(annotatedWith(Path.class))
                .should()
                .haveSimpleNameEndingWith("Resource")
                .allowEmptyShould(true)
                .as("Only resources serve paths");
    }

    /** Whatever serves a request declares its callers; the guard refuses what does not. */
    public static ArchRule saysWhomItAdmits() {
        return methods()
                .that(metaAnnotatedWith(HttpMethod.class))
                .should(BE_GUARDED)
                .allowEmptyShould(true)
                .as("Every operation says whom it admits");
    }

    private static final ArchCondition<JavaMethod> BE_GUARDED = new ArchCondition<>("say whom they admit") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean guarded =
                    method.isAnnotatedWith(Admits.class) || method.getOwner().isAnnotatedWith(Admits.class);
            events.add(new SimpleConditionEvent(method, guarded, method.getFullName() + " admits nobody"));
        }
    };

    /** A bean is shared by every tenant: what it remembers leaks from one to the next. */
    public static ArchRule injectsWhatBeansHold() {
        return fields().that()
                .areDeclaredInClassesThat(BEANS)
                .and()
                .areNotStatic()
                .and()
                .areNotFinal()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .orShould()
                .beAnnotatedWith("jakarta.ws.rs.core.Context")
                .allowEmptyShould(true)
                .as("Beans hold only what is injected");
    }

    public static ArchRule hasNoStaticMutableState() {
        return fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .as("There is no static mutable state");
    }

    public static ArchRule namesThingsForWhatTheyAre() {
        return noClasses()
                .should()
                .haveNameMatching(".*\\.(" + EMPTY_NAMES.pattern() + ")")
                .as("Names say what a thing is");
    }
}
