package org.pipewright.sales;

import static org.pipewright.platform.spi.access.Action.ASSIGN;
import static org.pipewright.platform.spi.access.Action.CREATE;
import static org.pipewright.platform.spi.access.Action.DELETE;
import static org.pipewright.platform.spi.access.Action.EDIT;
import static org.pipewright.platform.spi.access.Action.EXPORT;
import static org.pipewright.platform.spi.access.Action.IMPORT;
import static org.pipewright.platform.spi.access.Action.SHARE;
import static org.pipewright.platform.spi.access.Action.VIEW;
import static org.pipewright.platform.spi.access.BuiltInRole.BILLING_CLERK;
import static org.pipewright.platform.spi.access.BuiltInRole.READ_ONLY;
import static org.pipewright.platform.spi.access.BuiltInRole.SALES_MANAGER;
import static org.pipewright.platform.spi.access.BuiltInRole.SALES_REP;
import static org.pipewright.platform.spi.access.BuiltInRole.TERRITORY_MANAGER;
import static org.pipewright.platform.spi.access.Level.OWN;
import static org.pipewright.platform.spi.access.Level.TEAM;
import static org.pipewright.platform.spi.access.Level.TENANT;

import java.util.List;
import java.util.stream.Stream;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.errors.ErrorCode;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.Grant;
import org.pipewright.platform.spi.modules.MenuEntry;
import org.pipewright.platform.spi.modules.NumberSeries;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.modules.VersionRange;
import org.pipewright.platform.spi.modules.WebElement;
import org.pipewright.platform.spi.records.Match.By;
import org.pipewright.sales.demand.Measure;

/** What sales brings: leads, opportunities and where they come from. */
public final class SalesModule implements CrmModule {

    /** Prefix of the module's keys and name of its schema. */
    public static final String ID = "sales";

    private static final String LEAD = "sales.lead";
    private static final String LEAD_STATUS = "sales.lead-status";
    private static final String LEAD_FORM = "sales.lead-form";
    private static final String OPPORTUNITY = "sales.opportunity";
    private static final String OPPORTUNITY_STATUS = "sales.opportunity-status";
    private static final String LOSS_REASON = "sales.loss-reason";
    private static final String WIN_REASON = "sales.win-reason";
    private static final String TEXT_BLOCK = "sales.text-block";
    private static final String KIND = "sales.kind";
    private static final String STAGE = "sales.stage";
    private static final String KIND_STAGE = "sales.kind-stage";
    private static final String TERMS = "sales.terms-of-sale";
    private static final String STAGE_VISIT = "sales.stage-visit";
    private static final String DEMAND_LINE = "sales.demand-line";
    private static final String UNMET_REASON = "sales.unmet-reason";
    private static final String CHANNEL = "sales.channel";
    private static final String MARKETING_ACTIVITY = "sales.marketing-activity";
    private static final String TARGET = "sales.target";
    private static final String PERIOD_LOCK = "sales.period-lock";
    private static final String ASSIGNMENT_RULE = "sales.assignment-rule";
    private static final String SCORE_RULE = "sales.score-rule";
    private static final String ARRIVAL_RULE = "sales.arrival-rule";
    private static final String TASK_RULE = "sales.task-rule";
    private static final String PARTY_ROLE = "sales.party-role";
    private static final String ORDER = "sales.order";
    private static final String[] ORDER_VERBS = {"confirm", "revise", "send", "deliver", "cancel", "change-currency"};
    private static final String QUOTE = "sales.quote";
    private static final String QUOTE_TEMPLATE = "sales.quote-template";
    private static final String[] QUOTE_VERBS = {
        "submit",
        "redraft",
        "send",
        "send-again",
        "revoke-links",
        "accept",
        "reject",
        "cancel",
        "revise",
        "extend",
        "lead",
        "cancel-others",
        "change-currency"
    };
    private static final String CONTACT_ROLE = "sales.contact-role";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public VersionRange core() {
        return VersionRange.of("0.1.0", "0.2.0");
    }

    @Override
    public List<Feature> features() {
        return List.of(
                Feature.on("sales.leads"),
                Feature.on("sales.lead-forms", "sales.leads"),
                Feature.on("sales.opportunities"),
                Feature.on("sales.opportunity-management", "sales.opportunities"),
                Feature.on("sales.board", "sales.opportunities"),
                Feature.on("sales.deals-of-customer", "sales.opportunities"),
                Feature.on("sales.primary-demand", "sales.opportunities"),
                Feature.on("sales.forecasting", "sales.opportunities"),
                Feature.on("sales.lead-sources"),
                Feature.on("sales.terms-of-sale", "sales.opportunities"),
                Feature.on("sales.quotes"),
                Feature.on("sales.orders", "sales.quotes"));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("sales.board", "sales", 25, "kanban", "opportunities/board", "sales.board", OPPORTUNITY));
    }

    @Override
    public List<WebElement> webElements() {
        return List.of(
                new WebElement(
                        WebElement.Slot.PANEL,
                        "sales.demand-compared",
                        OPPORTUNITY,
                        "sales-demand-compared",
                        "demand-compared.js",
                        "sales.primary-demand",
                        DEMAND_LINE,
                        10),
                new WebElement(
                        WebElement.Slot.PANEL,
                        "sales.decision-map",
                        "core.account",
                        "sales-decision-map",
                        "decision-map.js",
                        "sales.opportunities",
                        OPPORTUNITY,
                        10));
    }

    @Override
    public List<Setting> settings() {
        return Stream.of(
                        List.of(
                                Setting.of("sales.lead-mapping", Setting.Type.TEXT, ""),
                                ofOpportunities("sales.close-when-won", Setting.Type.BOOLEAN, "false"),
                                ofOpportunities("sales.close-when-lost", Setting.Type.BOOLEAN, "true"),
                                ofOpportunities("sales.correct-within-hours", Setting.Type.INTEGER, "24"),
                                new Setting(
                                        "sales.lead-answer-hours", Setting.Type.INTEGER, "8", List.of(), "sales.leads"),
                                ofQuotes("sales.quote-days-valid", Setting.Type.INTEGER, "30"),
                                ofQuotes("sales.quote-discount-limit", Setting.Type.INTEGER, "100"),
                                ofQuotes("sales.quote-amount-limit", Setting.Type.INTEGER, "0"),
                                ofQuotes("sales.quote-margin-limit", Setting.Type.INTEGER, "0"),
                                new Setting(
                                        "sales.order-on-acceptance",
                                        Setting.Type.BOOLEAN,
                                        "true",
                                        List.of(),
                                        "sales.orders"),
                                new Setting(
                                        "sales.close-when-delivered",
                                        Setting.Type.BOOLEAN,
                                        "false",
                                        List.of(),
                                        "sales.orders"),
                                new Setting(
                                        "sales.orders-invoiced-on",
                                        Setting.Type.CHOICE,
                                        "ORDER",
                                        List.of("ORDER", "DELIVERY"),
                                        "sales.orders"),
                                new Setting(
                                        Measure.SETTING,
                                        Setting.Type.CHOICE,
                                        Measure.ORDERED,
                                        List.of(Measure.ORDERED, Measure.DELIVERED),
                                        "sales.primary-demand"),
                                ofQuotes("sales.win-when-accepted", Setting.Type.BOOLEAN, "false"),
                                ofQuotes("sales.amount-follows-quote", Setting.Type.BOOLEAN, "false"),
                                Setting.ofLanguage("sales.quote-language", "sales.quotes"),
                                ofOpportunities("sales.working-day-start", Setting.Type.INTEGER, "9"),
                                ofOpportunities("sales.working-day-end", Setting.Type.INTEGER, "17")),
                        Setting.ofNames("sales.opportunity-name", "sales.opportunities"),
                        Setting.ofDuplicates(
                                "sales.lead", "sales.leads", By.EMAIL, By.PHONE, By.PERSON, By.ORGANISATION))
                .flatMap(List::stream)
                .toList();
    }

    private static Setting ofQuotes(String key, Setting.Type type, String defaultValue) {
        return new Setting(key, type, defaultValue, List.of(), "sales.quotes");
    }

    private static Setting ofOpportunities(String key, Setting.Type type, String defaultValue) {
        return new Setting(key, type, defaultValue, List.of(), "sales.opportunities");
    }

    @Override
    public List<NumberSeries> numberSeries() {
        return List.of(
                new NumberSeries("sales.quote", "Q-{year}-{number:3}", NumberSeries.Reset.YEAR, "sales.quotes"),
                new NumberSeries("sales.order", "ORD-{number:5}", NumberSeries.Reset.NEVER, "sales.orders"));
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return List.of(SalesErrorCode.values());
    }

    @Override
    public List<Grant> grants() {
        return Stream.of(manager(), rep(), readers(), catalogues(), quotes(), orders())
                .flatMap(grants -> grants)
                .toList();
    }

    private static Stream<Grant> manager() {
        return Stream.of(
                Grant.of(SALES_MANAGER, LEAD, TENANT, VIEW, CREATE, EDIT, DELETE, ASSIGN, SHARE, EXPORT, IMPORT),
                Grant.of(SALES_MANAGER, LEAD, TENANT, "qualify", "unqualify", "disqualify", "reactivate", "follow-up"),
                Grant.of(SALES_MANAGER, OPPORTUNITY, TENANT, VIEW, CREATE, EDIT, DELETE, ASSIGN, SHARE, EXPORT, IMPORT),
                Grant.of(
                        SALES_MANAGER,
                        OPPORTUNITY,
                        TENANT,
                        "develop",
                        "move",
                        "win",
                        "lose",
                        "close",
                        "copy",
                        "change-currency"),
                Grant.of(SALES_MANAGER, OPPORTUNITY, TENANT, "post-demand", "quote-demand"),
                Grant.of(
                        SALES_MANAGER,
                        OPPORTUNITY,
                        TENANT,
                        "deviate",
                        "change-kind",
                        "reopen",
                        "correct",
                        "waive-tasks"),
                Grant.of(SALES_MANAGER, STAGE_VISIT, TENANT, VIEW),
                Grant.of(SALES_MANAGER, MARKETING_ACTIVITY, TENANT, CREATE, EDIT, DELETE, EXPORT, IMPORT),
                Grant.of(SALES_MANAGER, TARGET, TENANT, CREATE, EDIT, DELETE, EXPORT, IMPORT),
                Grant.of(SALES_MANAGER, TERMS, TENANT, CREATE, EDIT, DELETE, EXPORT, IMPORT));
    }

    private static Stream<Grant> rep() {
        return Stream.of(
                Grant.of(SALES_REP, LEAD, TENANT, CREATE),
                Grant.of(SALES_REP, LEAD, TEAM, VIEW),
                Grant.of(SALES_REP, LEAD, OWN, EDIT, ASSIGN, SHARE, "qualify", "unqualify", "disqualify", "reactivate"),
                Grant.of(SALES_REP, LEAD, OWN, "follow-up"),
                Grant.of(SALES_REP, OPPORTUNITY, TENANT, CREATE),
                Grant.of(SALES_REP, OPPORTUNITY, TEAM, VIEW),
                Grant.of(SALES_REP, OPPORTUNITY, TEAM, "copy"),
                Grant.of(SALES_REP, OPPORTUNITY, OWN, EDIT, ASSIGN, SHARE),
                Grant.of(SALES_REP, OPPORTUNITY, OWN, "develop", "move", "win", "lose", "close", "reopen"),
                Grant.of(SALES_REP, OPPORTUNITY, OWN, "post-demand", "quote-demand", "waive-tasks", "change-currency"),
                Grant.of(SALES_REP, STAGE_VISIT, TEAM, VIEW));
    }

    private static Stream<Grant> quotes() {
        return Stream.of(
                Grant.of(SALES_MANAGER, OPPORTUNITY, TENANT, "quote"),
                Grant.of(SALES_MANAGER, QUOTE, TENANT, VIEW, CREATE, EDIT, DELETE, ASSIGN, SHARE, EXPORT, IMPORT),
                Grant.of(SALES_MANAGER, QUOTE, TENANT, QUOTE_VERBS),
                Grant.of(SALES_MANAGER, QUOTE, TENANT, "approve", "reverse"),
                Grant.of(SALES_MANAGER, QUOTE_TEMPLATE, TENANT, CREATE, EDIT, DELETE, EXPORT, IMPORT),
                Grant.of(SALES_REP, OPPORTUNITY, OWN, "quote"),
                Grant.of(SALES_REP, QUOTE, TENANT, CREATE),
                Grant.of(SALES_REP, QUOTE, TEAM, VIEW),
                Grant.of(SALES_REP, QUOTE, OWN, EDIT, ASSIGN, SHARE),
                Grant.of(SALES_REP, QUOTE, OWN, QUOTE_VERBS),
                Grant.of(READ_ONLY, QUOTE, TENANT, VIEW),
                Grant.of(TERRITORY_MANAGER, QUOTE, TENANT, VIEW),
                Grant.of(BILLING_CLERK, QUOTE, TENANT, VIEW));
    }

    private static Stream<Grant> orders() {
        return Stream.of(
                Grant.of(SALES_MANAGER, QUOTE, TENANT, "order"),
                Grant.of(SALES_MANAGER, ORDER, TENANT, VIEW, CREATE, EDIT, DELETE, ASSIGN, SHARE, EXPORT, IMPORT),
                Grant.of(SALES_MANAGER, ORDER, TENANT, ORDER_VERBS),
                Grant.of(SALES_REP, QUOTE, OWN, "order"),
                Grant.of(SALES_REP, ORDER, TENANT, CREATE),
                Grant.of(SALES_REP, ORDER, TEAM, VIEW),
                Grant.of(SALES_REP, ORDER, OWN, EDIT, ASSIGN, SHARE),
                Grant.of(SALES_REP, ORDER, OWN, ORDER_VERBS),
                Grant.of(READ_ONLY, ORDER, TENANT, VIEW),
                Grant.of(TERRITORY_MANAGER, ORDER, TENANT, VIEW),
                Grant.of(BILLING_CLERK, ORDER, TENANT, VIEW, "invoice"));
    }

    private static Stream<Grant> readers() {
        return Stream.of(
                Grant.of(READ_ONLY, LEAD, TENANT, VIEW),
                Grant.of(TERRITORY_MANAGER, LEAD, TENANT, VIEW),
                Grant.of(READ_ONLY, OPPORTUNITY, TENANT, VIEW),
                Grant.of(TERRITORY_MANAGER, OPPORTUNITY, TENANT, VIEW),
                Grant.of(BILLING_CLERK, OPPORTUNITY, TENANT, VIEW),
                Grant.of(READ_ONLY, STAGE_VISIT, TENANT, VIEW),
                Grant.of(TERRITORY_MANAGER, STAGE_VISIT, TENANT, VIEW));
    }

    /** Whoever sees leads or opportunities sees the lists their values come from. */
    private static Stream<Grant> catalogues() {
        Stream<Grant> leads = Stream.of(SALES_MANAGER, SALES_REP, READ_ONLY, TERRITORY_MANAGER)
                .flatMap(role -> Stream.of(LEAD_STATUS, LEAD_FORM, ASSIGNMENT_RULE, SCORE_RULE)
                        .map(catalogue -> Grant.of(role, catalogue, TENANT, VIEW)));
        Stream<Grant> opportunities = Stream.of(SALES_MANAGER, SALES_REP, READ_ONLY, TERRITORY_MANAGER, BILLING_CLERK)
                .flatMap(SalesModule::opportunityCatalogues);
        return Stream.concat(leads, opportunities);
    }

    private static Stream<Grant> opportunityCatalogues(BuiltInRole role) {
        return Stream.of(
                        OPPORTUNITY_STATUS,
                        LOSS_REASON,
                        WIN_REASON,
                        TEXT_BLOCK,
                        QUOTE_TEMPLATE,
                        KIND,
                        STAGE,
                        KIND_STAGE,
                        PARTY_ROLE,
                        CONTACT_ROLE,
                        UNMET_REASON,
                        CHANNEL,
                        MARKETING_ACTIVITY,
                        TARGET,
                        PERIOD_LOCK,
                        TASK_RULE,
                        ARRIVAL_RULE,
                        TERMS)
                .map(catalogue -> Grant.of(role, catalogue, TENANT, VIEW));
    }
}
