package org.pipewright.platform.spi.access;

import java.util.UUID;

/** Who acts, in which tenant. Available wherever the core calls a module; refuses when nobody is bound. */
public interface CurrentCaller {

    /** The tenant acted in. */
    UUID tenantId();

    /** The acting member of the tenant; for jobs and intake the member the work is done for. */
    UUID memberId();

    /** Whether the feature is in force for the caller. */
    boolean hasFeature(String key);

    /** How far the caller may do the action on records of the type, or use the capability. */
    Level level(String subject, String action);
}
