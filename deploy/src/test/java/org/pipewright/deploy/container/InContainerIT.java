package org.pipewright.deploy.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.io.File;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pipewright.platform.outbox.Outbox;
import org.pipewright.platform.spi.numbers.Numbers;
import org.pipewright.platform.spi.records.ModulePersistence;

/** Transactions of the core and of a module in Payara Micro, on a database of their own. */
@ExtendWith(ArquillianExtension.class)
class InContainerIT {

    static final UUID HERE = UUID.fromString("0190aaaa-0000-7000-8000-000000000001");
    static final UUID THERE = UUID.fromString("0190aaaa-0000-7000-8000-000000000002");

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    @Inject
    Work work;

    @Inject
    @Any
    Instance<ModulePersistence> persistences;

    @Inject
    Outbox outbox;

    @Inject
    Numbers numbers;

    @Deployment
    static WebArchive core() {
        File webapp = ContainerDatabase.distribution().resolve("webapp/WEB-INF").toFile();
        File modules = ContainerDatabase.distribution().resolve("modules").toFile();
        return ShrinkWrap.create(WebArchive.class, "pipewright.war")
                .addAsLibraries(new File(webapp, "lib").listFiles())
                .addAsLibraries(modules.listFiles((folder, name) -> name.startsWith("module-sales")))
                .addAsLibraries(jarOf(Assertions.class))
                .addAsWebInfResource(new File(webapp, "web.xml"))
                .addClasses(InContainerIT.class, Work.class);
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    @Test
    void queriesWithoutAnyConditionReadOnlyTheBoundTenant() {
        of(HERE, () -> account("core", "Ours"));
        of(THERE, () -> account("core", "Theirs"));

        List<String> byJpql = of(
                HERE,
                () -> unit("core")
                        .createQuery("select a.name from Account a", String.class)
                        .getResultList());
        List<?> bySql = of(
                HERE,
                () -> unit("sales")
                        .createNativeQuery("select name from core.account")
                        .getResultList());

        assertThat(byJpql).contains("Ours").doesNotContain("Theirs");
        assertThat(bySql).map(String::valueOf).contains("Ours").doesNotContain("Theirs");
    }

    @Test
    void anUnboundTransactionFailsInsteadOfFindingNothing() {
        assertThatThrownBy(() -> work.inTransaction(() -> unit("core")
                        .createNativeQuery("select name from core.account")
                        .getResultList()))
                .hasStackTraceContaining("PSQLException");
    }

    @Test
    void aRecordOfAnotherTenantCannotBeWrittenInOnesOwn() {
        assertThatThrownBy(() -> of(
                        HERE,
                        () -> unit("core")
                                .createNativeQuery("insert into core.account (tenant_id, id, name) values ('" + THERE
                                        + "', '" + UUID.randomUUID() + "', 'Smuggled')")
                                .executeUpdate()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void twoPersistenceUnitsShareOneTransaction() {
        List<?> seen = of(HERE, () -> {
            account("core", "Not yet committed");
            Object one = unit("core")
                    .createNativeQuery("select pg_current_xact_id()::text")
                    .getSingleResult();
            Object other = unit("sales")
                    .createNativeQuery("select pg_current_xact_id()::text")
                    .getSingleResult();
            Object count = unit("sales")
                    .createNativeQuery("select count(*) from core.account where name = 'Not yet committed'")
                    .getSingleResult();
            return List.of(one.equals(other), count);
        });

        assertThat(seen).map(String::valueOf).containsExactly("true", "1");
    }

    @Test
    void aRollbackLeavesNothingInEitherUnit() {
        assertThatThrownBy(() -> of(HERE, () -> {
                    account("core", "Undone");
                    lossReason("Undone");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessageContaining("on purpose");

        assertThat(count("select count(*) from core.account where name = 'Undone'"))
                .isZero();
        assertThat(count("select count(*) from sales.loss_reason where name = 'Undone'"))
                .isZero();
    }

    @Test
    void whatIsPutIntoTheOutboxIsThereWithTheCommitOnly() {
        String waiting = "select count(*) from platform.outbox where kind = 'in-container'";

        long during = of(HERE, () -> {
            outbox.put(HERE, "in-container", "nobody", null, JsonObject.EMPTY_JSON_OBJECT);
            return count(waiting);
        });
        long committed = count(waiting);
        assertThatThrownBy(() -> of(HERE, () -> {
                    outbox.put(HERE, "in-container", "nobody", null, JsonObject.EMPTY_JSON_OBJECT);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessageContaining("on purpose");

        assertThat(during).isZero();
        assertThat(committed).isOne();
        assertThat(count(waiting)).isOne();
    }

    @Test
    void numbersAreTakenWithoutGapsWhoeverElseTakesOneOrGivesUp() throws Exception {
        List<Callable<Optional<String>>> documents = IntStream.range(0, 50)
                .mapToObj(i -> (Callable<Optional<String>>) () -> issued(i % 5 == 4))
                .toList();
        ExecutorService people = Executors.newFixedThreadPool(10);

        List<String> taken = new ArrayList<>();
        for (Future<Optional<String>> issued : people.invokeAll(documents)) {
            issued.get().ifPresent(taken::add);
        }
        people.shutdown();

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40)
                        .mapToObj(value -> String.format("Q-2025-%03d", value))
                        .toList());
        assertThat(of(THERE, () -> numbers.next("sales.quote", DAY))).isEqualTo("Q-2025-001");
    }

    /** The number of a document, none where the transaction gives up after it was taken. */
    private Optional<String> issued(boolean givesUp) {
        try {
            return Optional.of(of(HERE, () -> {
                String number = numbers.next("sales.quote", DAY);
                if (givesUp) {
                    throw new IllegalStateException("on purpose");
                }
                return number;
            }));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    @Test
    void numbersBeginAgainWithTheYearOfTheDocument() {
        assertThat(of(THERE, () -> numbers.next("sales.quote", LocalDate.of(2031, 12, 31))))
                .isEqualTo("Q-2031-001");
        assertThat(of(THERE, () -> numbers.next("sales.quote", LocalDate.of(2032, 1, 1))))
                .isEqualTo("Q-2032-001");
        assertThat(of(THERE, () -> numbers.next("sales.quote", LocalDate.of(2031, 12, 31))))
                .isEqualTo("Q-2031-002");
        assertThat(of(THERE, () -> numbers.next("sales.order", LocalDate.of(2031, 12, 31))))
                .isEqualTo("ORD-00001");
        assertThat(of(THERE, () -> numbers.latestDay("sales.quote"))).contains(LocalDate.of(2032, 1, 1));
    }

    private <T> T of(UUID tenant, Supplier<T> what) {
        return Work.of(work, tenant, what);
    }

    private long count(String query) {
        return of(HERE, () -> ((Number) unit("core").createNativeQuery(query).getSingleResult()).longValue());
    }

    private int account(String unit, String name) {
        return unit(unit)
                .createNativeQuery(
                        "insert into core.account (id, name) values ('" + UUID.randomUUID() + "', '" + name + "')")
                .executeUpdate();
    }

    private int lossReason(String name) {
        return unit("sales")
                .createNativeQuery("insert into sales.loss_reason (id, name, position) values ('" + UUID.randomUUID()
                        + "', '" + name + "', 1)")
                .executeUpdate();
    }

    private EntityManager unit(String module) {
        return persistences.stream()
                .filter(persistence -> persistence.module().equals(module))
                .findFirst()
                .orElseThrow()
                .entityManager();
    }
}
