package org.pipewright.deploy.proofs;

import org.pipewright.deploy.product.Call;

/**
 * A call that succeeds once for the operation's rightful caller.
 *
 * @param call to send
 * @param afterwards what puts the tenant back into its state if need be
 */
record Sample(Call call, Runnable afterwards) {

    Sample(Call call) {
        this(call, () -> {});
    }
}
