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

    /** Whether nothing has to be put back. */
    boolean leavesNothing() {
        return afterwards == NOTHING;
    }
}
