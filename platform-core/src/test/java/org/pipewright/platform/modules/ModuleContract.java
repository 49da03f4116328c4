package org.pipewright.platform.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.errors.ErrorCode;
import org.pipewright.platform.spi.modules.CrmModule;

/** What every module keeps to. A module's test inherits it and names its descriptor. */
public abstract class ModuleContract {

    private final CrmModule module;
    private final ModuleJar jar;

    protected ModuleContract(CrmModule module) {
        this.module = module;
        this.jar = new ModuleJar(module);
    }

    @Test
    void hasOneDescriptorThatFitsTheCore() {
        List<CrmModule> together = module instanceof CoreModule ? List.of(module) : List.of(new CoreModule(), module);

        assertThat(ModuleRules.problems(together)).isEmpty();
        if (!(module instanceof CoreModule)) {
            assertThat(jar.lines("META-INF/services/" + CrmModule.class.getName()))
                    .containsExactly(module.getClass().getName());
        }
    }

    @Test
    void declaresRecordTypesThatFitTogether() {
        assertThat(RecordTypeRules.problems(module, jar)).isEmpty();
    }

    @Test
    void grantsOnlyWhatThereIs() {
        assertThat(GrantRules.problems(module, jar)).isEmpty();
    }

    @Test
    void asksCallersOnlyForWhatThereIs() {
        assertThat(AdmitsRules.problems(module, jar)).isEmpty();
    }

    @Test
    void listsAndWordsEverythingItRefuses() {
        List<String> listed =
                module.errorCodes().stream().map(ErrorCode::textKey).toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(jar.errorCodes());
        assertThat(jar.texts("en").keySet()).containsAll(listed);
    }

    @Test
    void saysEverythingInEveryLanguage() {
        assertThat(TextRules.problems(module, jar)).isEmpty();
    }

    @Test
    void numbersItsMigrationsWithoutGaps() {
        assertThat(jar.migrations()).isNotEmpty();
        assertThat(MigrationRules.namingProblems(jar.migrations())).isEmpty();
    }

    @Test
    void keepsTenantsApartInEveryTable() {
        assertThat(MigrationRules.tenancyProblems(jar.migrationTexts())).isEmpty();
    }

    @Test
    void readsThroughTheTransactionOfTheTenantAndSharesNoCache() {
        assertThat(jar.lines("META-INF/persistence.xml"))
                .anyMatch(line -> line.contains("eclipselink.transaction.join-existing\" value=\"true\""))
                .anyMatch(line -> line.contains("<shared-cache-mode>NONE</shared-cache-mode>"))
                .anyMatch(line -> line.contains("org.pipewright.platform.spi.records.SnakeCaseColumns"))
                .noneMatch(line -> line.contains("eclipselink.read-only"));
    }

    @Test
    void keepsToTheArchitecture() {
        String root = module.getClass().getPackageName();
        Stream<com.tngtech.archunit.lang.ArchRule> rules = module instanceof CoreModule
                ? org.pipewright.platform.architecture.CoreArchitecture.rules()
                : org.pipewright.platform.architecture.ModuleArchitecture.rules(root);

        rules.forEach(rule -> rule.check(jar.classes()));
    }

    /** Words that say nothing about what a package is for. */
    private static final Set<String> EMPTY_WORDS = Set.of("common", "util", "utils", "base", "dto", "impl", "helper");

    @Test
    void describesEveryPackage() {
        assertThat(SourceFolders.of("src/main/java"))
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists())
                .noneMatch(folder -> EMPTY_WORDS.contains(folder.getFileName().toString()));
    }
}
