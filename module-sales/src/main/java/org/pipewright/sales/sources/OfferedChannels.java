package org.pipewright.sales.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Channels that may be given to leads now. */
@ApplicationScoped
public class OfferedChannels {

    @Inject
    CurrentTenant tenant;

    @Inject
    Records records;

    /** Whether it is one of them; of what was chosen before, some may be retired or gone by now. */
    public boolean has(UUID channel) {
        return tenant.hasFeature(Channel.FEATURE)
                && records.withId(Channel.class, channel)
                        .filter(CatalogueEntry::isActive)
                        .isPresent();
    }
}
