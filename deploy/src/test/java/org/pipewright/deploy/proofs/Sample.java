package org.pipewright.deploy.proofs;

import org.pipewright.deploy.product.Call;

/**
 * A call that succeeds once for the operation's rightful caller.
 *
 * @param call to send
 * @param afterwards what puts the tenant back into its state if need be
 */
record Sample(Call call, Runnable afterwards) {

    private static final Runnable NOTHING = () -> {};

    Sample(Call call) {
        this(call, NOTHING);
    }

    /** Whether the call is about the record of that id. */
    boolean names(String id) {
        return call.path().contains(id) || call.body().orElse("").contains(id);
    }

    /** Whether nothing has to be put back. */
    boolean leavesNothing() {
        return afterwards == NOTHING;
    }
}
