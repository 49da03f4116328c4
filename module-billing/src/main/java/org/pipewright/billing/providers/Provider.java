package org.pipewright.billing.providers;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A provider that takes payments for the tenant, and how both know each other (S-PAY-09). */
@Entity
@Table(schema = "billing", name = "payment_provider")
@RecordType(
        name = Provider.NAME,
        path = Provider.PATH,
        title = "name",
        feature = BillingModule.PAYMENT_PROVIDERS,
        columns = {"name", "system", "active", "secretKept"},
        sort = "name",
        menu = "settings",
        order = 130,
        icon = "coins",
        importable = false)
class Provider extends CrmRecord {

    static final String NAME = "billing.payment-provider";

    static final String PATH = "payment-providers";

    /** For what its secret is sealed. */
    static final String SECRET = "billing.payment-provider";

    @Field(required = true, max = 40, searchable = true)
    private String name;

    @Field
    private boolean active = true;

    /** Name of the bean that speaks its language; see {@link org.pipewright.platform.spi.payments.PaymentProvider}. */
    @Field(max = 100)
    private String system;

    /** Where customers pay, with places for what they pay. */
    @Field(max = 500)
    private String page;

    /** Where the provider calls. */
    @Field(readOnly = true, max = 500)
    private String callbackAddress;

    @Field(readOnly = true)
    private boolean secretKept;

    /** Encrypted; no field, so that it is shown and told to nobody. */
    private String sealedSecret;

    protected Provider() {}

    void fillGaps(String usual) {
        system = system == null ? usual : system;
    }

    void isCalledAt(String address) {
        callbackAddress = address;
    }

    void keepSecret(String sealed) {
        sealedSecret = sealed;
        secretKept = true;
    }

    String name() {
        return name;
    }

    boolean isActive() {
        return active;
    }

    String system() {
        return system;
    }

    Optional<String> page() {
        return Optional.ofNullable(page);
    }

    Optional<String> sealedSecret() {
        return Optional.ofNullable(sealedSecret);
    }
}
