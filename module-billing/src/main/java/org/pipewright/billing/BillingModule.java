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
    /** Setting: the e-invoice that goes with new invoices. */
    public static final String E_INVOICE = "billing.invoices.e-invoice";

    /** Setting: whether customers are reminded by themselves. */
    public static final String AUTOMATIC_DUNNING = "billing.dunning.automatic";
    /** Feature: invoices. */
    public static final String FEATURE = "billing.invoices";

    private static final String PAYMENTS = "billing.payments";
    private static final String PAYMENT = "billing.payment";
    private static final String INVOICE = "billing.invoice";
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
        return List.of(Feature.on(FEATURE), Feature.on(PAYMENTS, FEATURE));
    }

    @Override
    public List<NumberSeries> numberSeries() {
        return List.of(
                new NumberSeries(INVOICES, "INV-{year}-{number:3}", NumberSeries.Reset.YEAR, FEATURE),
                new NumberSeries(CREDIT_NOTES, "CN-{year}-{number:3}", NumberSeries.Reset.YEAR, FEATURE));
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(
                        E_INVOICE,
                        Setting.Type.CHOICE,
                        "NONE",
                        List.of("NONE", "EN16931", "XRECHNUNG", "PEPPOL"),
                        FEATURE),
                new Setting(AUTOMATIC_DUNNING, Setting.Type.BOOLEAN, "false", List.of(), FEATURE));
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return List.of(BillingErrorCode.values());
    }

    @Override
    public List<Grant> grants() {
        return List.of(
                Grant.of(BILLING_CLERK, INVOICE, TENANT, VIEW, CREATE, EDIT, DELETE, ASSIGN, EXPORT),
                Grant.of(BILLING_CLERK, INVOICE, TENANT, "issue", "credit", "remind", "stop-dunning", "resume-dunning"),
                Grant.of(BILLING_CLERK, DUNNING_LEVEL, TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT, IMPORT),
                Grant.of(SALES_MANAGER, DUNNING_LEVEL, TENANT, VIEW),
                Grant.of(READ_ONLY, DUNNING_LEVEL, TENANT, VIEW),
                Grant.of(BILLING_CLERK, PAYMENT, TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT),
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
