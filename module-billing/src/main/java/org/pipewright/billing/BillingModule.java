package org.pipewright.billing;

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
import org.pipewright.platform.spi.modules.VersionRange;

/** What billing brings: the terms on which a tenant's customers pay. */
public final class BillingModule implements CrmModule {

    /** Prefix of the module's keys and name of its schema. */
    public static final String ID = "billing";

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
        return List.of(Feature.on("billing.invoices"));
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return List.of(BillingErrorCode.values());
    }

    @Override
    public List<Grant> grants() {
        return List.of(
                Grant.of(BILLING_CLERK, PAYMENT_TERM, TENANT, VIEW, CREATE, EDIT, DELETE, EXPORT, IMPORT),
                Grant.of(BILLING_CLERK, PAYMENT_TERM, TENANT, "make-default"),
                Grant.of(SALES_MANAGER, PAYMENT_TERM, TENANT, VIEW),
                Grant.of(READ_ONLY, PAYMENT_TERM, TENANT, VIEW));
    }
}
