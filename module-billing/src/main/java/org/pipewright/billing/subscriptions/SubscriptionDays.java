package org.pipewright.billing.subscriptions;

import java.util.List;
import java.util.Map;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/** Refuses days on which a subscription cannot be paused, resumed or ended. */
final class SubscriptionDays {

    private SubscriptionDays() {}

    static void require(boolean fine, String message) {
        if (!fine) {
            throw new Refusal(
                    BillingErrorCode.SUBSCRIPTION_DAY,
                    Map.of(),
                    List.of(new FieldError("on", "out-of-range", message)));
        }
    }
}
