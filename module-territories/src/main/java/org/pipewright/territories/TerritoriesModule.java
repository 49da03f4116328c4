package org.pipewright.territories;

import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.VersionRange;

/** Descriptor of the module. */
public final class TerritoriesModule implements CrmModule {

    @Override
    public String id() {
        return "territories";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public VersionRange core() {
        return VersionRange.of("0.1.0", "0.2.0");
    }
}
