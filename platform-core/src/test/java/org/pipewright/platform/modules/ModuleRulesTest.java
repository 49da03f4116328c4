package org.pipewright.platform.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.modules.VersionRange;

class ModuleRulesTest {

    private record Shop(String id, VersionRange core, List<Feature> features, List<Setting> settings)
            implements CrmModule {

        static Shop with(Feature... features) {
            return new Shop("shop", VersionRange.of("0.1.0", "0.2.0"), List.of(features), List.of());
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public List<Capability> capabilities() {
            return List.of(new Capability("shop.open"));
        }
    }

    private static List<String> problems(CrmModule... modules) {
        return ModuleRules.problems(List.of(modules));
    }

    @Test
    void findsNothingWrongWithTheCore() {
        assertThat(problems(new CoreModule(), Shop.with(Feature.on("shop.orders"))))
                .isEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Shop shop = new Shop(
                "shop",
                VersionRange.of("99.0.0", "100.0.0"),
                List.of(Feature.on("orders", "shop.missing"), Feature.on("shop.a"), Feature.on("shop.a")),
                List.of(new Setting("shop.size", Setting.Type.INTEGER, "1", List.of(), "shop.nowhere")));

        assertThat(problems(new CoreModule(), shop))
                .containsExactly(
                        "shop: feature orders does not begin with the module's id",
                        "shop: feature shop.a is there twice",
                        "shop: feature orders names the unknown feature shop.missing",
                        "shop: setting shop.size names the unknown feature shop.nowhere",
                        "shop: needs a core in [99.0.0, 100.0.0), this is 0.1.0");
    }

    @Test
    void refusesFeaturesThatDependOnEachOther() {
        assertThat(problems(Shop.with(Feature.on("shop.a", "shop.b"), Feature.on("shop.b", "shop.a"))))
                .containsExactlyInAnyOrder("feature shop.a depends on itself", "feature shop.b depends on itself");
    }

    @Test
    void refusesSettingsThatDependOnEachOtherOrOnNone() {
        Setting size = Setting.of("shop.size", Setting.Type.INTEGER, "1");
        Shop shop = new Shop(
                "shop",
                VersionRange.of("0.1.0", "0.2.0"),
                List.of(),
                List.of(
                        size.with("shop.colour"),
                        Setting.of("shop.colour", Setting.Type.TEXT, "").with("shop.size"),
                        Setting.of("shop.weight", Setting.Type.INTEGER, "1").with("shop.scales", "core.bin.days")));

        assertThat(problems(new CoreModule(), shop))
                .containsExactlyInAnyOrder(
                        "shop: setting shop.weight names the unknown setting shop.scales",
                        "setting shop.size depends on itself",
                        "setting shop.colour depends on itself");
    }

    @Test
    void refusesTwoModulesOfOneName() {
        assertThat(problems(Shop.with(), Shop.with())).contains("two modules are called shop");
    }
}
