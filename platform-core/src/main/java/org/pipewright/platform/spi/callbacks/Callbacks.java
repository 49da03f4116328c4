package org.pipewright.platform.spi.callbacks;

import java.util.UUID;

/**
 * Takes calls of programs outside for records of a module, as a CDI bean. The core serves the address, counts calls and
 * binds the tenant, which itself acts; who calls is for the module to find out, as by a signature. Called inside a
 * transaction: the caller is told that all is well once that is committed, and calls again if it never hears. So the same
 * call has to do no more when it comes again.
 */
public interface Callbacks {

    /** Path of the records it takes calls for, such as {@code payment-providers}; it stands in their address. */
    String kind();

    /** Feature that must be in force for the tenant; nobody answers without. */
    String feature();

    /** Takes the call about the record; a refusal undoes everything and is told to the caller as a problem. */
    void take(UUID record, Callback call);
}
