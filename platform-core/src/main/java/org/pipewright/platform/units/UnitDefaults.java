package org.pipewright.platform.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;

/** The units a tenant begins with, in its language. */
@ApplicationScoped
class UnitDefaults implements TenantHook {

    private static final int STEP = 10;
    private static final List<String> USUAL = List.of(
            "C62", "HUR", "DAY", "WEE", "MON", "ANN", "LS", "KGM", "TNE", "MTR", "KMT", "MTK", "MTQ", "LTR", "KWH",
            "SET", "PR", "XPK");

    @Inject
    Records records;

    @Inject
    Wording wording;

    @Override
    public void setUp(Locale language) {
        int position = 0;
        for (String code : USUAL) {
            position += STEP;
            records.create(new Unit(wording.text(language, "core.unit.preset." + code), position, code));
        }
    }
}
