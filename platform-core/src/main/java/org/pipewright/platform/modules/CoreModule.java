package org.pipewright.platform.modules;

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
import static org.pipewright.platform.spi.access.Level.TEAM_AND_BELOW;
import static org.pipewright.platform.spi.access.Level.TENANT;

import java.util.List;
import java.util.stream.Stream;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.OwnField;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.documents.DocumentRules;
import org.pipewright.platform.spi.documents.PriceBasis;
import org.pipewright.platform.spi.documents.TaxRounding;
import org.pipewright.platform.spi.errors.ErrorCode;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.Grant;
import org.pipewright.platform.spi.modules.MenuEntry;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.modules.VersionRange;
import org.pipewright.platform.spi.records.Match.By;

/** The core described as a module, so that its rights and switches stand in the same lists as everybody's. */
public final class CoreModule implements CrmModule {

    /** Prefix of the core's keys. */
    public static final String ID = "core";
    /** Version of the core, against which modules declare their range. */
    public static final String VERSION = "0.1.0";

    public static final String PEOPLE = "core.people";
    public static final String ROLES = "core.roles";
    public static final String SETTINGS = "core.settings";

    /** Feature of amounts in other currencies than the tenant's (S-SET-07). */
    public static final String CURRENCIES = "core.multi-currency";

    /** Feature of forms, pages and lists laid out for roles and kinds (S-CF-07). */
    public static final String LAYOUTS = "core.layouts";

    /** Feature of workflows that the tenant defines over its records (S-WF-01). */
    public static final String WORKFLOWS = "core.workflows";

    public static final String IMPORTS = "core.import";
    public static final String HISTORICAL_IMPORTS = "core.import.historical";
    public static final String BULK = "core.bulk";
    public static final String EXPORTS = "core.export";
    public static final String AUDIT = "core.audit";
    public static final String JOBS = "core.jobs";
    public static final String PRIVACY = "core.privacy";
    /** Capability: commenting on whatever one sees. */
    public static final String COMMENTS = "core.comment";
    /** Capability: adding files to whatever one sees. */
    public static final String FILES = "core.file";

    /** Capability: sending mails from whatever one sees. */
    public static final String MAILS = "core.mail";

    /** Capability: making a record although a rule takes it for one that is there, and the tenant blocks that. */
    public static final String DUPLICATES = "core.duplicates";

    /** Capability: seeing what things cost the organisation, and what remains of prices (S-QUO-20). */
    public static final String COSTS = "core.costs";

    /** Setting: minutes without use after which a browser must log in again; 0 leaves it to the platform. */
    public static final String SESSION_IDLE_MINUTES = "core.session.idle-minutes";
    /** Setting: hours after which every browser must log in again; 0 leaves it to the platform. */
    public static final String SESSION_HOURS = "core.session.hours";
    /** Setting: level the identity provider must have checked at the log-in; empty for any. */
    public static final String LOGIN_LEVEL = "core.login.level";

    /** Setting: who sees e-mails that were noted without saying whether they are private (S-ACT-14). */
    public static final String MAIL_VISIBILITY = "core.activity.mail-visibility";

    /** Setting: megabytes of the largest file; 0 leaves it to the platform. */
    public static final String FILE_MEGABYTES = "core.file.most-megabytes";
    /** Setting: endings of names of files that are not kept. */
    public static final String FILE_ENDINGS = "core.file.refused-endings";

    /** Setting: days after which what lies in the bin goes for good; 0 keeps it (S-REC-04). */
    public static final String BIN_DAYS = "core.bin.days";

    /** Setting: what stands at the top of papers beside the logo; empty for the address of the organisation. */
    public static final String LETTERHEAD_TOP = "core.letterhead.top";
    /** Setting: what stands at the foot of every page of papers; empty for what the law wants to see there. */
    public static final String LETTERHEAD_FOOT = "core.letterhead.foot";

    /** Setting: whether it is noted that mails are opened and their links followed, of people who agreed (S-MAIL-05). */
    public static final String MAIL_TRACKING = "core.mail.tracking";

    /** Feature: mails from and to records. */
    public static final String MAILBOXES = "core.mailboxes";

    private static final String PROGRAMS =
            "ade adp app bat cab chm cmd com cpl dll exe hta ins iso jar js jse lnk mde msc msi msp pif ps1 reg scr sct"
                    + " vb vbe vbs ws wsc wsf wsh";
    private static final String ACTIVITIES = "core.activities";
    private static final String ACTIVITY = "core.activity";
    private static final String ACTIVITY_KIND = "core.activity-kind";
    private static final String[] ACTIVITY_VERBS = {
        "start", "complete", "hold", "miss", "cancel", "defer", "reopen", "handle", "invite"
    };
    private static final String ACCOUNT = "core.account";
    private static final String CONTACT = "core.contact";
    private static final String CUSTOMER = "core.customer";
    private static final String AFFILIATION = "core.affiliation";
    private static final String PRODUCT = "core.product";
    private static final String PRICE_LIST = "core.price-list";
    private static final String PRICE = "core.price";
    private static final String TAX_CLASS = "core.tax-class";
    private static final String TAX_RULE = "core.tax-rule";
    private static final String UNIT = "core.unit";
    private static final String EXCHANGE_RATE = "core.exchange-rate";
    private static final String TAX_CODE = "core.tax-code";
    private static final String CONSENT = "core.consent";
    private static final String MESSAGE = "core.message";
    private static final String MAILBOX = "core.mailbox";
    private static final String TEXT_TEMPLATE = "core.text-template";
    private static final List<String> CUSTOMERS = List.of(ACCOUNT, CONTACT, CUSTOMER, AFFILIATION, CONSENT);
    private static final String MEMBER = "core.member";
    private static final String TEAMS = "core.team";
    private static final String ABSENCE = "core.absence";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public VersionRange core() {
        return VersionRange.of(VERSION, "1.0.0");
    }

    @Override
    public List<Feature> features() {
        return List.of(
                Feature.on("core.business-customers"),
                Feature.on(ACTIVITIES),
                Feature.on(MAILBOXES),
                Feature.on(CURRENCIES),
                Feature.on(OwnField.FEATURE),
                Feature.on(LAYOUTS),
                Feature.on(WORKFLOWS));
    }

    @Override
    public List<Capability> capabilities() {
        return Stream.of(
                        PEOPLE,
                        ROLES,
                        SETTINGS,
                        IMPORTS,
                        HISTORICAL_IMPORTS,
                        BULK,
                        EXPORTS,
                        AUDIT,
                        JOBS,
                        PRIVACY,
                        COMMENTS,
                        FILES,
                        MAILS,
                        DUPLICATES,
                        COSTS)
                .map(Capability::new)
                .toList();
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("core.calendar", "work", 20, "calendar-days", "calendar", ACTIVITIES, ACTIVITY));
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return List.of(CoreErrorCode.values());
    }

    @Override
    public List<Setting> settings() {
        return Stream.of(
                        List.of(
                                Setting.of(SESSION_IDLE_MINUTES, Setting.Type.INTEGER, "0"),
                                Setting.of(SESSION_HOURS, Setting.Type.INTEGER, "0"),
                                Setting.of(LOGIN_LEVEL, Setting.Type.TEXT, ""),
                                Setting.of(FILE_MEGABYTES, Setting.Type.INTEGER, "0"),
                                Setting.of(FILE_ENDINGS, Setting.Type.TEXT, PROGRAMS),
                                Setting.of(BIN_DAYS, Setting.Type.INTEGER, "90"),
                                choice(DocumentRules.PRICES, PriceBasis.values()),
                                choice(DocumentRules.ROUNDING, TaxRounding.values()),
                                Setting.of(LETTERHEAD_TOP, Setting.Type.TEXT, ""),
                                Setting.of(LETTERHEAD_FOOT, Setting.Type.TEXT, ""),
                                new Setting(
                                        MAIL_VISIBILITY,
                                        Setting.Type.CHOICE,
                                        "SHARED",
                                        List.of("SHARED", "PRIVATE"),
                                        ACTIVITIES),
                                new Setting(MAIL_TRACKING, Setting.Type.BOOLEAN, "false", List.of(), MAILBOXES)),
                        Setting.ofDuplicates(ACCOUNT, "", By.NUMBER, By.EMAIL, By.PHONE, By.DOMAIN, By.ORGANISATION),
                        Setting.ofDuplicates(CONTACT, "", By.EMAIL, By.PHONE, By.PERSON))
                .flatMap(List::stream)
                .toList();
    }

    /** A choice whose first value is the default. */
    private static Setting choice(String key, Enum<?>... values) {
        return new Setting(
                key,
                Setting.Type.CHOICE,
                values[0].name(),
                Stream.of(values).map(Enum::name).toList(),
                "");
    }

    @Override
    public List<Grant> grants() {
        return Stream.of(everybody(), salesManager(), salesRep(), readers(), activities(), mails())
                .flatMap(list -> list)
                .toList();
    }

    /** Everybody sees who works here and what is sold: owners and products are chosen on every form. */
    private static Stream<Grant> everybody() {
        return Stream.of(SALES_MANAGER, SALES_REP, BILLING_CLERK, TERRITORY_MANAGER, READ_ONLY)
                .flatMap(role -> Stream.of(
                                MEMBER,
                                TEAMS,
                                ABSENCE,
                                PRODUCT,
                                PRICE_LIST,
                                PRICE,
                                ACTIVITY_KIND,
                                EXCHANGE_RATE,
                                TAX_CODE,
                                TAX_CLASS,
                                TAX_RULE,
                                UNIT,
                                TEXT_TEMPLATE)
                        .map(subject -> Grant.of(role, subject, TENANT, VIEW)));
    }

    private static Stream<Grant> salesManager() {
        Stream<Grant> customers = CUSTOMERS.stream()
                .flatMap(subject -> Stream.of(
                        Grant.of(SALES_MANAGER, subject, TENANT, VIEW, CREATE, IMPORT, EXPORT),
                        Grant.of(SALES_MANAGER, subject, TEAM_AND_BELOW, EDIT, DELETE, ASSIGN, SHARE)));
        Stream<Grant> checks = Stream.of(Grant.of(SALES_MANAGER, ACCOUNT, TEAM_AND_BELOW, "record-tax-check"));
        Stream<Grant> products = Stream.of(PRODUCT, PRICE_LIST, PRICE, ABSENCE)
                .map(subject -> Grant.of(SALES_MANAGER, subject, TENANT, CREATE, EDIT, DELETE, IMPORT, EXPORT));
        Stream<Grant> lists = Stream.of(Grant.of(SALES_MANAGER, PRICE_LIST, TENANT, "make-default"));
        Stream<Grant> capabilities = Stream.of(IMPORTS, BULK, EXPORTS, DUPLICATES, COSTS)
                .map(capability -> Grant.of(SALES_MANAGER, capability));
        return Stream.of(customers, checks, products, lists, capabilities).flatMap(list -> list);
    }

    private static Stream<Grant> salesRep() {
        Stream<Grant> customers = CUSTOMERS.stream()
                .flatMap(subject -> Stream.of(
                        Grant.of(SALES_REP, subject, TENANT, CREATE),
                        Grant.of(SALES_REP, subject, TEAM, VIEW),
                        Grant.of(SALES_REP, subject, OWN, EDIT, ASSIGN, SHARE)));
        return Stream.concat(customers, Stream.of(Grant.of(SALES_REP, ACCOUNT, OWN, "record-tax-check")));
    }

    /** Everybody but mere readers plans and logs; what others do is seen as far as their customers are. */
    private static Stream<Grant> activities() {
        Stream<Grant> everywhere = Stream.of(SALES_MANAGER, BILLING_CLERK, TERRITORY_MANAGER, READ_ONLY)
                .map(role -> Grant.of(role, ACTIVITY, TENANT, VIEW));
        Stream<Grant> own = Stream.of(SALES_REP, BILLING_CLERK, TERRITORY_MANAGER)
                .flatMap(role -> Stream.of(
                        Grant.of(role, ACTIVITY, TENANT, CREATE),
                        Grant.of(role, ACTIVITY, TEAM, ASSIGN),
                        Grant.of(role, ACTIVITY, OWN, EDIT, DELETE, SHARE),
                        Grant.of(role, ACTIVITY, OWN, ACTIVITY_VERBS)));
        Stream<Grant> sales = Stream.of(
                Grant.of(SALES_REP, ACTIVITY, TEAM, VIEW),
                Grant.of(SALES_MANAGER, ACTIVITY, TENANT, CREATE, IMPORT, EXPORT),
                Grant.of(SALES_MANAGER, ACTIVITY, TEAM_AND_BELOW, EDIT, DELETE, ASSIGN, SHARE),
                Grant.of(SALES_MANAGER, ACTIVITY, TEAM_AND_BELOW, ACTIVITY_VERBS));
        Stream<Grant> comments = Stream.of(SALES_MANAGER, SALES_REP, BILLING_CLERK, TERRITORY_MANAGER)
                .flatMap(role -> Stream.of(Grant.of(role, COMMENTS), Grant.of(role, FILES), Grant.of(role, MAILS)));
        return Stream.of(everywhere, own, sales, comments).flatMap(list -> list);
    }

    /** What came in for a record is read by whoever reads such records; what is for nobody by those who see all. */
    private static Stream<Grant> mails() {
        return Stream.of(
                Grant.of(SALES_MANAGER, MESSAGE, TENANT, VIEW),
                Grant.of(SALES_MANAGER, MESSAGE, TEAM_AND_BELOW, "send-again"),
                Grant.of(SALES_MANAGER, MAILBOX, TENANT, VIEW),
                Grant.of(SALES_REP, MESSAGE, TEAM, VIEW),
                Grant.of(SALES_REP, MESSAGE, OWN, "send-again"),
                Grant.of(SALES_REP, MAILBOX, TENANT, VIEW));
    }

    private static Stream<Grant> readers() {
        return Stream.of(BILLING_CLERK, TERRITORY_MANAGER, READ_ONLY).flatMap(CoreModule::customersToRead);
    }

    private static Stream<Grant> customersToRead(BuiltInRole role) {
        return CUSTOMERS.stream().map(subject -> Grant.of(role, subject, TENANT, VIEW));
    }
}
