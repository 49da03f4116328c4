package org.pipewright.billing;

import org.pipewright.platform.modules.ModuleContract;

class BillingContractTest extends ModuleContract {
    BillingContractTest() {
        super(new BillingModule());
    }
}
