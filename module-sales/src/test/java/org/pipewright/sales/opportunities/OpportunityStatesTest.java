package org.pipewright.sales.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.sales.opportunities.Fixture.ACCOUNT;
import static org.pipewright.sales.opportunities.Fixture.DAY;
import static org.pipewright.sales.opportunities.Fixture.eur;
import static org.pipewright.sales.opportunities.Fixture.opportunity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Verb;

/** The table of section 4: outcome and closed, by action. */
class OpportunityStatesTest {

    private final Fixture fixture = new Fixture();

    private Opportunity in(String state) {
        Opportunity opportunity = opportunity("name", "Deal", "account", ACCOUNT, "amount", eur("100.00"));
        fixture.create(opportunity);
        switch (state) {
            case "won" -> win(opportunity);
            case "lost" -> lose(opportunity);
            case "won closed" -> {
                win(opportunity);
                fixture.change(opportunity, opportunity::close);
            }
            default -> {}
        }
        return opportunity;
    }

    private void win(Opportunity opportunity) {
        fixture.change(opportunity, () -> opportunity.win(fixture.catalogue.won, DAY, null));
    }

    private void lose(Opportunity opportunity) {
        fixture.change(
                opportunity, () -> opportunity.lose(fixture.catalogue.lost, DAY, fixture.catalogue.price.id(), null));
    }

    private static Verb<Opportunity, ?> verb(String name) {
        return switch (name) {
            case "win" -> new WinOpportunity();
            case "lose" -> new LoseOpportunity();
            default -> new CloseOpportunity();
        };
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
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
        "won closed,  close, false"
    })
    void offersWhatTheStateAllows(String state, String verb, boolean offered) {
        assertThat(verb(verb).offered(in(state))).isEqualTo(offered);
    }

    @ParameterizedTest(name = "{0}: outcome {1}, closed {2}, probability {3}, revenue {4}")
    @CsvSource({
        "in progress, IN_PROGRESS, false, 0,",
        "won,         WON,         false, 100, 100.00",
        "lost,        LOST,        true,  0,   0",
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
            case "amount" -> eur("7.00");
            case "probability" -> 7;
            case "account" -> new java.util.UUID(7, 7);
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

    @Test
    void refusesAnOutcomeByChangingTheStatus() {
        Opportunity opportunity = in("in progress");

        assertThat(fixture.change(
                        opportunity,
                        () -> Fixture.set(opportunity, "status", fixture.catalogue.won.id(), "actualClose", DAY)))
                .contains("status");
    }

    @Test
    void refusesToReopenAWonOpportunity() {
        Opportunity opportunity = in("won");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> fixture.change(
                        opportunity, () -> Fixture.set(opportunity, "status", fixture.catalogue.open.id())))
                .isInstanceOf(Refusal.class);
    }
}
