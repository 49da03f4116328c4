package org.pipewright.sales;

import org.pipewright.platform.modules.ModuleContract;

class SalesContractTest extends ModuleContract {
    SalesContractTest() {
        super(new SalesModule());
    }
}
