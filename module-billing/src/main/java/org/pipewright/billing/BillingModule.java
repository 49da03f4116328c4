package org.pipewright.billing;

import static org.pipewright.platform.spi.access.Action.ASSIGN;
import static org.pipewright.platform.spi.access.Action.CREATE;
import static org.pipewright.platform.spi.access.Action.DELETE;
import static org.pipewright.platform.spi.access.Action.EDIT;
import static org.pipewright.platform.spi.access.Action.EXPORT;
import static org.pipewright.platform.spi.access.Action.IMPORT;
import static org.pipewright.platform.spi.access.Action.VIEW;
import static org.pipewright.platform.spi.access.BuiltInRole.BILLING_CLERK;
import static org.pipewright.platform.spi.access.BuiltInRole.READ_ONLY;
import static org.pipewright.platform.spi.access.BuiltInRole.SALES_MANAGER;
import static org.pipewright.platform.spi.access.Level.TENANT;

import java.util.List;
import java.util.stream.Stream;
import org.pipewright.platform.spi.documents.EInvoiceForm;
import org.pipewright.platform.spi.errors.ErrorCode;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.Grant;
import org.pipewright.platform.spi.modules.NumberSeries;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.modules.VersionRange;

/** What billing brings: invoices, and the terms on which a tenant's customers pay. */
public final class BillingModule implements CrmModule {

    /** Prefix of the module's keys and name of its schema. */
    public static final String ID = "billing";

    /** Series of numbers: invoices. */
    public static final String INVOICES = "billing.invoice";
    /** Series of numbers: credit notes. */
    public static final String CREDIT_NOTES = "billing.credit-note";
    /** Series of numbers: invoices that the tenant writes in the name of suppliers. */
    public static final String SELF_BILLED = "billing.self-billed-invoice";
    /** Series of numbers: credit notes for those. */
    public static final String SELF_BILLED_CREDIT_NOTES = "billing.self-billed-credit-note";
    /** Setting: the e-invoice that goes with new invoices. */
    public static final String E_INVOICE = "billing.invoices.e-invoice";

    /** Setting: whether customers are reminded by themselves. */
    public static final String AUTOMATIC_DUNNING = "billing.dunning.automatic";

    /** Setting: whether it reminds on working days only. */
    public static final String WORKING_DAYS = "billing.dunning.working-days";
    /** Setting: up to how many hundredths, or what else the currency is counted in, people may write off. */
    public static final String WRITE_OFF_LIMIT = "billing.payments.write-off-limit";
    /** Setting: how many days before they are due customers are reminded of invoices; 0 for not at all. */
    public static final String REMIND_BEFORE = "billing.reminders.days-before";
    /** Setting: whether customers are told that their payments have come. */
    public static final String RECEIPTS = "billing.payments.receipts";
    /** Setting: whether invoices may be issued on a day before that of the last one. */
    public static final String BACK_DATING = "billing.invoices.back-dating";
    /** Choice of {@link #BACK_DATING}: only when somebody insists. */
    public static final String WARN = "WARN";
    /** Setting: whether orders have drafts of their invoices by themselves. */
    public static final String ORDER_DRAFTS = "billing.orders.drafts";
    /** Setting: what follows when a customer who orders owes too much. */
    public static final String CREDIT_CHECK = "billing.credit.check";
    /** Setting: account on which accounting posts what customers owe. */
    public static final String RECEIVABLES_ACCOUNT = "billing.accounting.receivables";
    /** Setting: account of what is earned. */
    public static final String REVENUE_ACCOUNT = "billing.accounting.revenue";
    /** Setting: account of the tax that is owed. */
    public static final String TAX_ACCOUNT = "billing.accounting.tax";
    /** Setting: account of the bank. */
    public static final String BANK_ACCOUNT = "billing.accounting.bank";
    /** Setting: account of what is given up. */
    public static final String WRITE_OFFS_ACCOUNT = "billing.accounting.write-offs";
    /** Setting: account of what reminders cost customers. */
    public static final String FEES_ACCOUNT = "billing.accounting.fees";
    /** Setting: account of what is gained by rates between an invoice and its payment. */
    public static final String EXCHANGE_GAINS_ACCOUNT = "billing.accounting.exchange-gains";
    /** Setting: account of what is lost by them. */
    public static final String EXCHANGE_LOSSES_ACCOUNT = "billing.accounting.exchange-losses";
    /** Setting: account on which accounting posts what is owed to suppliers. */
    public static final String PAYABLES_ACCOUNT = "billing.accounting.payables";
    /** Setting: account of what suppliers deliver. */
    public static final String PURCHASES_ACCOUNT = "billing.accounting.purchases";
    /** Setting: account of the tax that is paid to suppliers. */
    public static final String INPUT_TAX_ACCOUNT = "billing.accounting.input-tax";
    /** Feature: invoices. */
    public static final String FEATURE = "billing.invoices";

    /** Feature: payments on invoices. */
    public static final String PAYMENTS = "billing.payments";

    /** Feature: providers that take payments of customers and tell of them. */
    public static final String PAYMENT_PROVIDERS = "billing.payment-providers";

    /** Feature: invoices that come again and again. */
    public static final String SUBSCRIPTIONS = "billing.subscriptions";

    /** Feature: invoices that the tenant writes in the name of suppliers. */
    public static final String SELF_BILLING = "billing.self-billing";

    private static final String PAYMENT = "billing.payment";
    private static final String INVOICE = "billing.invoice";
    private static final String ACCOUNTING_EXPORT = "billing.accounting-export";
    private static final String STATEMENT = "billing.statement";
    private static final String SUBSCRIPTION = "billing.subscription";
    private static final String LEDGER_CHECK = "billing.ledger-check";
    private static final String PREVIEW = "billing.invoice-preview";
    private static final String DUNNING_LEVEL = "billing.dunning-level";
    private static final String PAYMENT_TERM = "billing.payment-term";

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
                Feature.on(FEATURE),
                Feature.on(PAYMENTS, FEATURE),
                Feature.on(PAYMENT_PROVIDERS, PAYMENTS),
                Feature.on(SUBSCRIPTIONS, FEATURE),
                Feature.on(SELF_BILLING, FEATURE));
    }

    @Override
    public List<NumberSeries> numberSeries() {
        return List.of(
                new NumberSeries(INVOICES, "INV-{year}-{number:3}", NumberSeries.Reset.YEAR, FEATURE),
                new NumberSeries(CREDIT_NOTES, "CN-{year}-{number:3}", NumberSeries.Reset.YEAR, FEATURE),
                new NumberSeries(SELF_BILLED, "SB-{year}-{number:3}", NumberSeries.Reset.YEAR, SELF_BILLING),
                new NumberSeries(
                        SELF_BILLED_CREDIT_NOTES, "SC-{year}-{number:3}", NumberSeries.Reset.YEAR, SELF_BILLING));
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(
                        E_INVOICE,
                        Setting.Type.CHOICE,
                        "NONE",
                        Stream.of(EInvoiceForm.values()).map(Enum::name).toList(),
                        FEATURE),
                new Setting(WRITE_OFF_LIMIT, Setting.Type.INTEGER, "10", List.of(), PAYMENTS),
                new Setting(BACK_DATING, Setting.Type.CHOICE, "FORBID", List.of(WARN, "FORBID"), FEATURE),
                new Setting(ORDER_DRAFTS, Setting.Type.BOOLEAN, "false", List.of(), FEATURE),
                new Setting(RECEIPTS, Setting.Type.BOOLEAN, "false", List.of(), PAYMENTS),
                new Setting(REMIND_BEFORE, Setting.Type.INTEGER, "0", List.of(), FEATURE),
                new Setting(CREDIT_CHECK, Setting.Type.CHOICE, "WARN", List.of("OFF", "WARN", "BLOCK"), FEATURE),
                account(RECEIVABLES_ACCOUNT, "1400"),
                account(REVENUE_ACCOUNT, "8400"),
                account(TAX_ACCOUNT, "1776"),
                account(BANK_ACCOUNT, "1200"),
                account(WRITE_OFFS_ACCOUNT, "2400"),
                account(FEES_ACCOUNT, "2700"),
                account(EXCHANGE_GAINS_ACCOUNT, "2660"),
                account(EXCHANGE_LOSSES_ACCOUNT, "2150"),
                purchases(PAYABLES_ACCOUNT, "1600"),
                purchases(PURCHASES_ACCOUNT, "3400"),
                purchases(INPUT_TAX_ACCOUNT, "1576"),
                new Setting(AUTOMATIC_DUNNING, Setting.Type.BOOLEAN, "false", List.of(), FEATURE),
                new Setting(WORKING_DAYS, Setting.Type.BOOLEAN, "false", List.of(), FEATURE).with(AUTOMATIC_DUNNING));
    }

    private static Setting account(String key, String usual) {
        return new Setting(key, Setting.Type.TEXT, usual, List.of(), FEATURE);
    }

    private static Setting purchases(String key, String usual) {
        return new Setting(key, Setting.Type.TEXT, usual, List.of(), SELF_BILLING);
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return List.of(BillingErrorCode.values());
    }

    @Override
    public List<Grant> grants() {
        return List.of(
                Grant.of(BILLING_CLERK, INVOICE, TENANT, VIEW, CREATE, EDIT, DELETE, ASSIGN, EXPORT),
                Grant.of(BILLING_CLERK, INVOICE, TENANT, "pay", "write-off", "write-back", "waive-fees"),
                Grant.of(
                        BILLING_CLERK,
                        INVOICE,
                        TENANT,
                        "change-currency",
                        "issue",
                        "credit",
                        "cancel",
                        "correct",
                        "send",
                        "revoke-links",
                        "remind",
                        "stop-dunning",
                        "resume-dunning"),
                Grant.of(BILLING_CLERK, SUBSCRIPTION, TENANT, VIEW, CREATE, EDIT, DELETE, ASSIGN, EXPORT),
                Grant.of(BILLING_CLERK, SUBSCRIPTION, TENANT, "activate", "pause", "resume", "end"),
                Grant.of(BILLING_CLERK, LEDGER_CHECK, TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT),
                Grant.of(SALES_MANAGER, LEDGER_CHECK, TENANT, VIEW),
                Grant.of(READ_ONLY, LEDGER_CHECK, TENANT, VIEW),
                Grant.of(SALES_MANAGER, SUBSCRIPTION, TENANT, VIEW),
                Grant.of(READ_ONLY, SUBSCRIPTION, TENANT, VIEW),
                Grant.of(BILLING_CLERK, PREVIEW, TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT),
                Grant.of(SALES_MANAGER, PREVIEW, TENANT, VIEW),
                Grant.of(READ_ONLY, PREVIEW, TENANT, VIEW),
                Grant.of(BILLING_CLERK, ACCOUNTING_EXPORT, TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT),
                Grant.of(SALES_MANAGER, ACCOUNTING_EXPORT, TENANT, VIEW),
                Grant.of(READ_ONLY, ACCOUNTING_EXPORT, TENANT, VIEW),
                Grant.of(BILLING_CLERK, STATEMENT, TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT, "send"),
                Grant.of(SALES_MANAGER, STATEMENT, TENANT, VIEW),
                Grant.of(READ_ONLY, STATEMENT, TENANT, VIEW),
                Grant.of(BILLING_CLERK, DUNNING_LEVEL, TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT, IMPORT),
                Grant.of(SALES_MANAGER, DUNNING_LEVEL, TENANT, VIEW),
                Grant.of(READ_ONLY, DUNNING_LEVEL, TENANT, VIEW),
                Grant.of(BILLING_CLERK, PAYMENT, TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT),
                Grant.of(BILLING_CLERK, "billing.bank-file", TENANT, VIEW, CREATE, EDIT, DELETE),
                Grant.of(BILLING_CLERK, "billing.bank-entry", TENANT, VIEW, "assign-to", "dismiss"),
                Grant.of(BILLING_CLERK, "billing.received-invoice", TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT),
                Grant.of(BILLING_CLERK, SELF_BILLED, TENANT, VIEW, CREATE, EDIT, DELETE, ASSIGN, EXPORT),
                Grant.of(BILLING_CLERK, SELF_BILLED, TENANT, "issue", "credit", "pay", "send"),
                Grant.of(BILLING_CLERK, "billing.self-billing-agreement", TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT),
                Grant.of(SALES_MANAGER, PAYMENT, TENANT, VIEW),
                Grant.of(READ_ONLY, PAYMENT, TENANT, VIEW),
                Grant.of(SALES_MANAGER, INVOICE, TENANT, VIEW),
                Grant.of(READ_ONLY, INVOICE, TENANT, VIEW),
                Grant.of(BILLING_CLERK, PAYMENT_TERM, TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT, IMPORT),
                Grant.of(BILLING_CLERK, PAYMENT_TERM, TENANT, "make-default"),
                Grant.of(SALES_MANAGER, PAYMENT_TERM, TENANT, VIEW),
                Grant.of(READ_ONLY, PAYMENT_TERM, TENANT, VIEW));
    }
}
