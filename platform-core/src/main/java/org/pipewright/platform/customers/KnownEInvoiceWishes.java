package org.pipewright.platform.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.customers.EInvoiceWishes;
import org.pipewright.platform.spi.documents.EInvoiceForm;

/** What stands with the accounts. */
@ApplicationScoped
class KnownEInvoiceWishes implements EInvoiceWishes {

    @Inject
    Sql sql;

    @Override
    public Wish of(UUID account) {
        return sql.first(
                        "select e_invoice, buyer_reference from core.account where id = ?",
                        row -> new Wish(
                                Optional.ofNullable(row.getString(1)).map(EInvoiceForm::valueOf),
                                Optional.ofNullable(row.getString(2))),
                        account)
                .orElse(new Wish(Optional.empty(), Optional.empty()));
    }
}
