package org.pipewright.sales.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.pipewright.sales.opportunities.Fixture.ACCOUNT;
import static org.pipewright.sales.opportunities.Fixture.DAY;
import static org.pipewright.sales.opportunities.Fixture.eur;
import static org.pipewright.sales.opportunities.Fixture.opportunity;

import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Origin;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.kinds.ForecastCategory;

/** The table of section 4: outcome and closed, by action. */
class OpportunityStatesTest {

    private final Fixture fixture = new Fixture();

    private Opportunity in(String state) {
        Opportunity opportunity = opportunity("name", "Deal", "account", ACCOUNT, "amount", eur("100.00"));
        if (state.equals("history")) {
            Fixture.set(opportunity, "status", fixture.catalogue.won.id());
            fixture.create(opportunity, Origin.IMPORT, true);
            return opportunity;
        }
        fixture.create(opportunity);
        switch (state) {
            case "won" -> win(opportunity);
            case "lost" -> lose(opportunity);
            case "lost open" -> {
                fixture.flags.put("sales.close-when-lost", false);
                lose(opportunity);
            }
            case "won closed" -> {
                win(opportunity);
                fixture.change(opportunity, opportunity::close);
            }
            default -> {}
        }
        return opportunity;
    }

    private void win(Opportunity opportunity) {
        fixture.change(opportunity, () -> opportunity.win(fixture.catalogue.won, DAY, null, null));
    }

    private void lose(Opportunity opportunity) {
        fixture.change(
                opportunity, () -> opportunity.lose(fixture.catalogue.lost, DAY, fixture.catalogue.price.id(), null));
    }

    private static Verb<Opportunity, ?> verb(String name) {
        return switch (name) {
            case "win" -> new WinOpportunity();
            case "lose" -> new LoseOpportunity();
            case "move" -> new MoveOpportunity();
            case "develop" -> new DevelopOpportunity();
            case "reopen" -> new ReopenOpportunity();
            case "correct" -> new CorrectOpportunity();
            default -> new CloseOpportunity();
        };
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "in progress, move,    true",
        "won,         move,    false",
        "lost,        move,    false",
        "won closed,  move,    false",
        "in progress, develop, true",
        "won,         develop, false",
        "lost,        develop, false",
        "won closed,  develop, false",
        "in progress, reopen,  false",
        "won,         reopen,  false",
        "lost,        reopen,  true",
        "won closed,  reopen,  true",
        "in progress, correct, false",
        "won,         correct, true",
        "lost,        correct, true",
        "won closed,  correct, true",
        "in progress, win,   true",
        "in progress, lose,  true",
        "in progress, close, false",
        "won,         win,   false",
        "won,         lose,  false",
        "won,         close, true",
        "lost,        win,   false",
        "lost,        lose,  false",
        "lost,        close, false",
        "won closed,  win,   false",
        "won closed,  lose,  false",
        "won closed,  close, false",
        "lost open,   move,    false",
        "lost open,   develop, false",
        "lost open,   reopen,  false",
        "lost open,   win,     false",
        "lost open,   lose,    false",
        "lost open,   correct, true",
        "lost open,   close,   true"
    })
    void offersWhatTheStateAllows(String state, String verb, boolean offered) {
        assertThat(verb(verb).offered(in(state))).isEqualTo(offered);
    }

    @ParameterizedTest(name = "{0}: outcome {1}, closed {2}, probability {3}, revenue {4}")
    @CsvSource({
        "in progress, IN_PROGRESS, false, 0,",
        "won,         WON,         false, 100, 100.00",
        "lost,        LOST,        true,  0,   0",
        "lost open,   LOST,        false, 0,   0",
        "won closed,  WON,         true,  100, 100.00"
    })
    void bringsTheFactsOfTheState(String state, Outcome outcome, boolean closed, int probability, String revenue) {
        Opportunity opportunity = in(state);

        assertThat(opportunity.outcome()).contains(outcome);
        assertThat(opportunity.isClosed()).isEqualTo(closed);
        assertThat(opportunity.probability()).isEqualTo(probability);
        assertThat(opportunity.closeRevenue().map(money -> money.amount().toPlainString()))
                .isEqualTo(java.util.Optional.ofNullable(revenue));
    }

    /** S-PLAT-06: once, with what it brought; not again when it is closed, and not of what came in as decided. */
    @ParameterizedTest(name = "{0}: {1} wins are told")
    @CsvSource({"in progress, 0", "won, 1", "lost, 0", "won closed, 1", "history, 0"})
    void tellsThatItWasWon(String state, int times) {
        Opportunity opportunity = in(state);

        assertThat(fixture.told)
                .hasSize(times)
                .allSatisfy(event -> assertThat(event)
                        .containsEntry("type", Json.createValue("sales.opportunity-won.v1"))
                        .containsEntry(
                                "opportunity", Json.createValue(opportunity.id().toString()))
                        .containsEntry("account", Json.createValue(ACCOUNT.toString()))
                        .containsEntry("actualClose", Json.createValue(DAY.toString()))
                        .containsEntry("revenue", Json.createValue("100.00"))
                        .containsEntry("currency", Json.createValue("EUR")));
    }

    @ParameterizedTest(name = "{0}: {1} can be changed: {2}")
    @CsvSource({
        "in progress, name,    true",
        "in progress, amount,  true",
        "won,         name,    true",
        "won,         need,    true",
        "won,         amount,  false",
        "won,         probability, false",
        "won,         account, false",
        "won closed,  name,    false",
        "won closed,  need,    false",
        "won closed,  comment, true",
        "won,         terms,   true",
        "won,         lead,    true",
        "won closed,  customer, false",
        "won closed,  terms,   false",
        "won closed,  amountMode, false",
        "won closed,  recurringAmount, false",
        "won closed,  recurringPeriod, false",
        "won closed,  forecastAs, false",
        "won closed,  lead,    false",
        "lost,        terms,   false",
        "lost,        lossNote, false",
        "lost,        name,    false",
        "lost,        comment, true"
    })
    void locksFieldsByState(String state, String field, boolean free) {
        Opportunity opportunity = in(state);

        assertThat(isAccepted(opportunity, field)).isEqualTo(free);
    }

    private boolean isAccepted(Opportunity opportunity, String field) {
        Object value = switch (field) {
            case "amount", "recurringAmount" -> eur("7.00");
            case "probability" -> 7;
            case "account", "customer", "terms", "lead" -> new java.util.UUID(7, 7);
            case "amountMode" -> AmountMode.LINES;
            case "recurringPeriod" -> Period.MONTH;
            case "forecastAs" -> ForecastCategory.COMMIT;
            default -> "new";
        };
        try {
            return fixture.change(opportunity, () -> Fixture.set(opportunity, field, value))
                    .isEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.code().category().status()).isEqualTo(409);
            assertThat(refusal.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.field()).isEqualTo(field));
            return false;
        }
    }

    @ParameterizedTest(name = "{0}: a field that a tenant added can be changed: {1}")
    @CsvSource({"in progress, true", "won, true", "won closed, false", "lost, false"})
    void locksFieldsOfTheTenantByState(String state, boolean free) {
        Change change = new Change(false, Set.of("ownSize", "updatedAt", "owner"), Map.of(), Origin.API, false);

        Throwable thrown = catchThrowable(() -> Locks.require(in(state), change));

        assertThat(thrown == null).isEqualTo(free);
    }

    /** A field that is declared one day is locked from its first day on, until somebody decides otherwise. */
    @Test
    void leavesNothingOfAClosedOneToBeWrittenButTheComment() {
        Opportunity closed = in("won closed");

        List<String> free = Fixture.writable()
                .filter(field -> catchThrowable(() ->
                                Locks.require(closed, new Change(false, Set.of(field), Map.of(), Origin.API, false)))
                        == null)
                .toList();

        assertThat(free).containsExactlyInAnyOrder("comment", "owner", "team");
    }

    @Test
    void refusesAnOutcomeByChangingTheStatus() {
        Opportunity opportunity = in("in progress");

        assertThat(fixture.change(
                        opportunity,
                        () -> Fixture.set(opportunity, "status", fixture.catalogue.won.id(), "actualClose", DAY)))
                .contains("status");
    }

    @ParameterizedTest(name = "{0} is closed at once: {1}")
    @CsvSource({"won, true", "won, false", "lost, true", "lost, false"})
    void closesAtOnceWhatTheTenantWantsClosed(String outcome, boolean closes) {
        fixture.flags.put("sales.close-when-" + outcome, closes);

        assertThat(in(outcome).isClosed()).isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({"won", "lost", "won closed"})
    void takesADecisionBackWithEverythingThatCameOfIt(String state) {
        Opportunity opportunity = in(state);

        assertThat(fixture.change(opportunity, () -> corrected(0).perform(opportunity, SLIP)))
                .isEmpty();

        assertThat(opportunity.outcome()).contains(Outcome.IN_PROGRESS);
        assertThat(opportunity.isClosed()).isFalse();
        assertThat(opportunity.probability()).isZero();
        assertThat(opportunity.actualClose()).isEmpty();
        assertThat(opportunity.closeRevenue()).isEmpty();
        assertThat(Fixture.value(opportunity, "correctionReason")).isEqualTo("Wrong button");
    }

    private static final CorrectOpportunity.Correction SLIP = new CorrectOpportunity.Correction("Wrong button");

    private CorrectOpportunity corrected(int hoursLate) {
        CorrectOpportunity verb = new CorrectOpportunity();
        verb.catalogue = fixture.catalogue;
        verb.settings = fixture.settings;
        fixture.hours = 24 - hoursLate;
        return verb;
    }

    @Test
    void correctsOnlyForAWhile() {
        Opportunity opportunity = in("won");
        fixture.change(opportunity, () -> {});

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> corrected(25).perform(opportunity, SLIP))
                .hasMessageContaining("too-late-to-correct");
    }

    @Test
    void returnsToATypedProbability() {
        Opportunity opportunity =
                opportunity("name", "Deal", "account", ACCOUNT, "amount", eur("100.00"), "probability", 30);
        fixture.create(opportunity);
        win(opportunity);

        fixture.change(opportunity, () -> corrected(0).perform(opportunity, SLIP));

        assertThat(opportunity.probability()).isEqualTo(30);
        assertThat(opportunity.isProbabilityTyped()).isTrue();
    }

    @Test
    void continuesAsANewOneWithoutFiguresOfTheOld() {
        Opportunity opportunity = in("won closed");

        Opportunity successor = opportunity.successor();
        fixture.create(successor);

        assertThat(successor.outcome()).contains(Outcome.IN_PROGRESS);
        assertThat(successor.account()).isEqualTo(ACCOUNT);
        assertThat(successor.closeRevenue()).isEmpty();
        assertThat(successor.actualClose()).isEmpty();
        assertThat(opportunity.outcome()).contains(Outcome.WON);
    }

    @Test
    void refusesToReopenAWonOpportunity() {
        Opportunity opportunity = in("won");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> fixture.change(
                        opportunity, () -> Fixture.set(opportunity, "status", fixture.catalogue.open.id())))
                .isInstanceOf(Refusal.class);
    }
}
