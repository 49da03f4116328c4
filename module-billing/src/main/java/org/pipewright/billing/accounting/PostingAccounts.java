package org.pipewright.billing.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.taxes.TaxAccounts;
import org.pipewright.platform.spi.taxes.TaxAccounts.Accounts;
import org.pipewright.platform.spi.taxes.TaxCategory;

/** On which accounts something is posted: those of its tax code, or else those of the settings (S-INV-15). */
@RequestScoped
class PostingAccounts {

    @Inject
    TenantSettings settings;

    @Inject
    TaxAccounts taxes;

    /** Many postings have the same tax. */
    private final Map<String, Accounts> known = new HashMap<>();

    /** What customers owe, or what is owed to suppliers. */
    String owed(Posting posting) {
        return settings.text(
                posting.isOfSupplier() ? BillingModule.PAYABLES_ACCOUNT : BillingModule.RECEIVABLES_ACCOUNT);
    }

    /** The other side of what is owed, without the tax. Tax codes have accounts of what is sold, not of what is bought. */
    String against(Posting posting) {
        return switch (posting.kind()) {
            case Posting.PAYMENT, Posting.SUPPLIER_PAYMENT -> settings.text(BillingModule.BANK_ACCOUNT);
            case Posting.WRITE_OFF -> settings.text(BillingModule.WRITE_OFFS_ACCOUNT);
            case Posting.FEE -> settings.text(BillingModule.FEES_ACCOUNT);
            case Posting.EXCHANGE_GAIN -> settings.text(BillingModule.EXCHANGE_GAINS_ACCOUNT);
            case Posting.EXCHANGE_LOSS -> settings.text(BillingModule.EXCHANGE_LOSSES_ACCOUNT);
            default -> posting.isOfSupplier() ? settings.text(BillingModule.PURCHASES_ACCOUNT) : revenue(posting);
        };
    }

    private String revenue(Posting posting) {
        return named(posting).revenue().orElseGet(() -> settings.text(BillingModule.REVENUE_ACCOUNT));
    }

    /** The tax of it. */
    String tax(Posting posting) {
        return posting.isOfSupplier()
                ? settings.text(BillingModule.INPUT_TAX_ACCOUNT)
                : named(posting).tax().orElseGet(() -> settings.text(BillingModule.TAX_ACCOUNT));
    }

    private Accounts named(Posting posting) {
        return known.computeIfAbsent(
                posting.category() + " " + posting.rate(), key -> taxes.of(category(posting), posting.rate()));
    }

    private static TaxCategory category(Posting posting) {
        return posting.category().isEmpty() ? TaxCategory.O : TaxCategory.valueOf(posting.category());
    }
}
