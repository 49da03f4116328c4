package org.pipewright.billing.subscriptions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** What is invoiced for each whole period. */
@Entity
@Table(schema = "billing", name = "subscription_line")
@RecordType(
        name = "billing.subscription-line",
        path = "subscription-lines",
        title = "description",
        feature = "billing.subscriptions",
        columns = {"description", "quantity", "unit", "unitPrice", "discount", "taxCategory", "taxRate", "amount"},
        importable = false,
        partOf = "subscription",
        essential = true)
class SubscriptionLine extends DocumentLine {

    @Field(required = true, references = Subscription.NAME)
    @Column(name = "subscription_id")
    private UUID subscription;

    @Override
    public UUID document() {
        return subscription;
    }

    /** Nothing of it is left to the customer. */
    @Override
    protected boolean isCounted() {
        return true;
    }
}
