package org.pipewright.sales.opportunities;

import static org.pipewright.sales.opportunities.OpportunityStatus.Category.LOST;
import static org.pipewright.sales.opportunities.OpportunityStatus.Category.OPEN;
import static org.pipewright.sales.opportunities.OpportunityStatus.Category.WON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;
import org.pipewright.sales.kinds.KindDefaults;
import org.pipewright.sales.statuses.Colour;

/**
 * The seven statuses (S-OPP-08), nine loss reasons (S-CLOSE-08), some win reasons and the kinds (S-TEN-05) every tenant
 * starts with, in its language.
 */
@ApplicationScoped
class OpportunityDefaults implements TenantHook {

    private static final List<String> REASONS =
            List.of("price", "competition", "budget", "features", "timing", "decision-maker", "no-answer", "poor-fit");

    private static final List<String> WIN_REASONS = List.of("fit", "price", "relationship", "service");

    @Inject
    Records records;

    @Inject
    KindDefaults kinds;

    @Inject
    Wording wording;

    @Override
    public void setUp(Locale language) {
        List<OpportunityStatus> statuses =
                statuses(language).stream().map(records::create).toList();
        kinds.setUp(
                language,
                statuses.stream()
                        .filter(status -> status.outcome() == Outcome.IN_PROGRESS)
                        .map(OpportunityStatus::id)
                        .toList());
        for (int i = 0; i < WIN_REASONS.size(); i++) {
            records.create(new WinReason(
                    wording.text(language, "sales.default.win-reason." + WIN_REASONS.get(i)), (i + 1) * 10));
        }
        for (int i = 0; i < REASONS.size(); i++) {
            records.create(reason(language, REASONS.get(i), (i + 1) * 10));
        }
        records.create(reason(language, "other", 1000).withNote());
    }

    private List<OpportunityStatus> statuses(Locale language) {
        return List.of(
                new OpportunityStatus(named(language, "open"), OPEN, 0, 10, Colour.GREY).asSystem(),
                new OpportunityStatus(named(language, "identification"), OPEN, 10, 20, Colour.BLUE),
                new OpportunityStatus(named(language, "needs-analysis"), OPEN, 20, 30, Colour.TEAL),
                new OpportunityStatus(named(language, "solution"), OPEN, 50, 40, Colour.PURPLE),
                new OpportunityStatus(named(language, "negotiation"), OPEN, 80, 50, Colour.ORANGE),
                new OpportunityStatus(named(language, "won"), WON, 100, 1000, Colour.GREEN).asSystem(),
                new OpportunityStatus(named(language, "lost"), LOST, 0, 1010, Colour.RED).asSystem());
    }

    private String named(Locale language, String status) {
        return wording.text(language, "sales.default.opportunity-status." + status);
    }

    private LossReason reason(Locale language, String key, int position) {
        LossReason reason = new LossReason(wording.text(language, "sales.default.loss-reason." + key), position);
        return key.equals("competition") ? reason.asCompetitor() : reason;
    }
}
