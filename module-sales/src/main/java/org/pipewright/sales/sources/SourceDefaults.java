package org.pipewright.sales.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;
import org.pipewright.sales.sources.Channel.Impact;

/** The channels every tenant starts with, in its language (S-SRC-11). */
@ApplicationScoped
class SourceDefaults implements TenantHook {

    private record Default(String key, Impact impact) {}

    private static final List<Default> CHANNELS = List.of(
            new Default("website", Impact.NONE),
            new Default("ad", Impact.ACTIVITY),
            new Default("referral", Impact.CONTACT),
            new Default("call", Impact.NONE),
            new Default("email", Impact.NONE),
            new Default("event", Impact.ACTIVITY),
            new Default("partner", Impact.PARTNER),
            new Default("colleague", Impact.USER),
            new Default("other", Impact.NONE));

    @Inject
    Records records;

    @Inject
    Wording wording;

    @Override
    public void setUp(Locale language) {
        for (int i = 0; i < CHANNELS.size(); i++) {
            Default each = CHANNELS.get(i);
            records.create(new Channel(
                    wording.text(language, "sales.default.channel." + each.key()), each.impact(), (i + 1) * 10));
        }
    }
}
