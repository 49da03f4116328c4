package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.tenants.TenantChore;

/** A lead nobody has been in touch with for some time loses the points for it though nobody writes it (S-LEAD-11). */
@ApplicationScoped
class ScoresFollowTime implements TenantChore {

    @Inject
    Scores scores;

    @Override
    public void perform() {
        scores.reckonAll();
    }
}
