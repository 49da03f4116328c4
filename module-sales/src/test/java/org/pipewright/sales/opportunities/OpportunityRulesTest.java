package org.pipewright.sales.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pipewright.sales.opportunities.Fixture.ACCOUNT;
import static org.pipewright.sales.opportunities.Fixture.DAY;
import static org.pipewright.sales.opportunities.Fixture.eur;
import static org.pipewright.sales.opportunities.Fixture.opportunity;
import static org.pipewright.sales.opportunities.Fixture.set;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Origin;

class OpportunityRulesTest {

    private final Fixture fixture = new Fixture();
    private final Fixture.Known known = fixture.catalogue;

    private Opportunity started(Object... fields) {
        Opportunity opportunity = opportunity("name", "Deal", "account", ACCOUNT);
        set(opportunity, fields);
        assertThat(fixture.create(opportunity)).isEmpty();
        return opportunity;
    }

    @Test
    void startsOpenAndInProgress() {
        Opportunity opportunity = started();

        assertThat(opportunity.status()).contains(known.open.id());
        assertThat(opportunity.outcome()).contains(Outcome.IN_PROGRESS);
        assertThat(opportunity.isProbabilityTyped()).isFalse();
    }

    @Test
    void movesAnAutomaticProbabilityWithTheStatus() {
        Opportunity opportunity = started();

        fixture.change(opportunity, () -> set(opportunity, "status", known.negotiation.id()));

        assertThat(opportunity.probability()).isEqualTo(80);
    }

    @Test
    void keepsATypedProbabilityUntilItIsEmptied() {
        Opportunity opportunity = started("probability", 30);

        fixture.change(opportunity, () -> set(opportunity, "status", known.negotiation.id()));
        assertThat(opportunity.probability()).isEqualTo(30);

        fixture.change(opportunity, () -> set(opportunity, "probability", null));
        assertThat(opportunity.probability()).isEqualTo(80);
    }

    @Test
    void countsPostponementsOnly() {
        Opportunity opportunity = started("expectedClose", DAY);

        fixture.change(opportunity, () -> set(opportunity, "expectedClose", DAY.plusDays(7)));
        fixture.change(opportunity, () -> set(opportunity, "expectedClose", DAY.plusDays(3)));
        fixture.change(opportunity, () -> set(opportunity, "expectedClose", DAY.plusDays(9)));

        assertThat(opportunity.pushCount()).isEqualTo(2);
    }

    @Test
    void takesContactsOfTheAccountAndOfNoAccount() {
        assertThat(fixture.create(
                        opportunity("name", "Deal", "account", ACCOUNT, "contact", Fixture.CONTACT_OF_ACCOUNT)))
                .isEmpty();
        assertThat(fixture.create(opportunity("name", "Deal", "account", ACCOUNT, "contact", Fixture.CONTACT_ALONE)))
                .isEmpty();
        assertThat(fixture.create(opportunity("name", "Deal", "account", ACCOUNT, "contact", Fixture.CONTACT_OF_OTHER)))
                .containsExactly("contact");
    }

    @Test
    void belongsToTheAccountOfItsBusinessCustomer() {
        Opportunity deal = opportunity("name", "Deal", "customer", Fixture.CUSTOMER_OF_ACCOUNT);

        assertThat(fixture.create(deal)).isEmpty();
        assertThat(deal.account()).isEqualTo(ACCOUNT);
        assertThat(fixture.create(
                        opportunity("name", "Deal", "account", ACCOUNT, "customer", Fixture.CUSTOMER_OF_OTHER)))
                .containsExactly("customer");
    }

    @Test
    void isWithNoCompetitor() {
        Opportunity deal = started();

        assertThat(fixture.create(opportunity("name", "Deal", "account", Fixture.COMPETITOR)))
                .containsExactly("account");
        assertThat(fixture.change(deal, () -> set(deal, "account", Fixture.COMPETITOR)))
                .containsExactly("account");
    }

    @Test
    void goesOnWithACustomerThatBecameACompetitor() {
        Opportunity deal = opportunity("name", "Deal", "account", Fixture.COMPETITOR);
        assertThat(fixture.create(deal, Origin.IMPORT, true)).isEmpty();

        assertThat(fixture.change(deal, () -> set(deal, "nextStep", "Call"))).isEmpty();
    }

    @Test
    void winsWithARevenueOfItsOwn() {
        Opportunity opportunity = started("amount", eur("100.00"));

        fixture.change(opportunity, () -> opportunity.win(known.won, DAY, eur("90.00"), null));

        assertThat(opportunity.closeRevenue().orElseThrow().amount()).isEqualTo(new BigDecimal("90.00"));
    }

    @Test
    void cannotBeWonWithoutRevenue() {
        Opportunity opportunity = started();

        assertThat(fixture.change(opportunity, () -> opportunity.win(known.won, DAY, null, null)))
                .containsExactly("closeRevenue");
    }

    @Test
    void losesInItsOwnCurrency() {
        Opportunity opportunity = started("amount", Money.of(new BigDecimal("100"), "USD"));

        fixture.change(opportunity, () -> opportunity.lose(known.lost, DAY, known.price.id(), null));

        assertThat(opportunity.closeRevenue().orElseThrow().currency()).isEqualTo("USD");
        assertThat(opportunity.closeRevenue().orElseThrow().amount()).isZero();
    }

    @Test
    void asksForANoteWhereTheReasonSaysNothing() {
        Opportunity opportunity = started();

        assertThat(fixture.change(opportunity, () -> opportunity.lose(known.lost, DAY, known.other.id(), null)))
                .containsExactly("lossNote");
    }

    @Test
    void keepsFactsOfADecisionFromOpenOnes() {
        assertThat(fixture.create(opportunity(
                        "name", "Deal", "account", ACCOUNT, "actualClose", DAY, "closeRevenue", eur("1.00"))))
                .containsExactly("actualClose", "closeRevenue");
    }

    @Test
    void namesEveryGapOfALostOneUnlessItIsHistorical() {
        assertThat(fixture.create(lost(), Origin.IMPORT, false)).containsExactly("actualClose", "lossReason");

        Opportunity historical = lost();
        assertThat(fixture.create(historical, Origin.IMPORT, true)).isEmpty();
        assertThat(historical.missing()).contains("actualClose,lossReason");
        assertThat(historical.isClosed()).isTrue();
    }

    private Opportunity lost() {
        return opportunity("name", "Deal", "account", ACCOUNT, "status", known.lost.id());
    }

    @Test
    void takesTheMissingReasonOfAHistoricalLossLater() {
        Opportunity historical = lost();
        fixture.create(historical, Origin.IMPORT, true);

        assertThat(fixture.change(
                        historical, () -> set(historical, "lossReason", known.price.id(), "actualClose", DAY)))
                .isEmpty();
        assertThat(historical.missing()).isEmpty();
        assertThatThrownBy(() -> fixture.change(historical, () -> set(historical, "lossReason", known.other.id())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void importsAWonOneWithItsValue() {
        Opportunity won = opportunity(
                "name",
                "Deal",
                "account",
                ACCOUNT,
                "status",
                known.won.id(),
                "actualClose",
                DAY,
                "closeRevenue",
                eur("1054.00"));

        assertThat(fixture.create(won, Origin.IMPORT, false)).isEmpty();
        assertThat(won.outcome()).contains(Outcome.WON);
        assertThat(won.probability()).isEqualTo(100);
    }

    @Test
    void refusesANewWonOneOfSomebodyWhoMayNotWin() {
        fixture.level = Level.NONE;

        assertThatThrownBy(() -> fixture.create(opportunity(
                        "name",
                        "Deal",
                        "account",
                        ACCOUNT,
                        "status",
                        known.won.id(),
                        "actualClose",
                        DAY,
                        "closeRevenue",
                        eur("1.00"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("outcome-forbidden");
    }
}
