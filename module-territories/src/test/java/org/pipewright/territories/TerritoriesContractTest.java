package org.pipewright.territories;

import org.pipewright.platform.modules.ModuleContract;

class TerritoriesContractTest extends ModuleContract {
    TerritoriesContractTest() {
        super(new TerritoriesModule());
    }
}
