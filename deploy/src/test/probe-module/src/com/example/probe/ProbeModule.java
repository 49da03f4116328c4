package com.example.probe;

import java.util.List;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.VersionRange;

/** Shows tests what the platform does for modules behind the scenes. */
public final class ProbeModule implements CrmModule {

    @Override
    public String id() {
        return "probe";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public VersionRange core() {
        return VersionRange.of("0.1.0", "0.2.0");
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.on("probe.notes"));
    }
}
