package org.pipewright.platform.spi.callbacks;

import java.util.UUID;

/** Where programs outside call. Provided by the core as a CDI bean; used inside a transaction of the tenant. */
public interface CallbackAddresses {

    /** The whole address of calls about the record; it is no secret. */
    String of(String kind, UUID record);
}
