package com.example.events;

import static org.pipewright.platform.spi.access.BuiltInRole.SALES_MANAGER;
import static org.pipewright.platform.spi.access.Level.TENANT;

import java.util.List;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.Grant;
import org.pipewright.platform.spi.modules.VersionRange;
import org.pipewright.platform.spi.modules.WebElement;

/** Trade fairs a tenant takes part in. */
public final class EventsModule implements CrmModule {

    @Override
    public String id() {
        return "events";
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
        return List.of(Feature.on("events.fairs"));
    }

    @Override
    public List<Grant> grants() {
        return List.of(Grant.of(SALES_MANAGER, "events.event", TENANT, "view", "create", "edit", "import", "cancel"));
    }

    @Override
    public List<WebElement> webElements() {
        return List.of(new WebElement(
                WebElement.Slot.WIDGET, "events.next", "", "events-next", "next.js", "events.fairs", "events.event", 50));
    }
}
