package org.pipewright.platform.modules;

class CoreContractTest extends ModuleContract {

    CoreContractTest() {
        super(new CoreModule());
    }
}
