package org.pipewright.platform.identity;

import java.util.UUID;

/** Modules that came when tenants were there already, and have to write their defaults in each of these. */
public interface LateModules {

    /** Has them do so in the tenant before anybody works there; called outside any transaction, with nobody bound. */
    void setUp(UUID tenant);
}
