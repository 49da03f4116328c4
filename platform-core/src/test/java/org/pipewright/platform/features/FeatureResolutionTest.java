package org.pipewright.platform.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.features.FeatureState.Layer;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.VersionRange;

class FeatureResolutionTest {

    private static final CrmModule SHOP = new CrmModule() {
        @Override
        public String id() {
            return "shop";
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
            return List.of(
                    Feature.on("shop.gifts", "shop.orders"), Feature.on("shop.orders"), Feature.off("shop.returns"));
        }
    };

    private static FeatureResolution shop(
            Set<String> withheld, Map<String, Boolean> switches, List<Map<String, Boolean>> roles) {
        return FeatureResolution.of(List.of(SHOP), withheld, Map.of(), switches, roles);
    }

    @ParameterizedTest(name = "granted {0}, tenant {1}, roles {2}: {3} by {4}")
    @CsvSource({
        "true,  ,      -,          true,  DEFAULT",
        "true,  true,  -,          true,  TENANT",
        "true,  false, -,          false, TENANT",
        "true,  false, true,       false, TENANT",
        "false, true,  -,          false, OPERATOR",
        "false, ,      -,          false, OPERATOR",
        "true,  ,      false,      false, ROLE",
        "true,  true,  false,      false, ROLE",
        "true,  ,      false true, true,  DEFAULT",
        "true,  ,      false -,    true,  DEFAULT",
        "true,  ,      false false, false, ROLE",
        "true,  ,      none,       false, ROLE",
    })
    void joinsLayersByAndAndRolesByOr(boolean granted, Boolean tenant, String roles, boolean value, Layer layer) {
        FeatureState orders = shop(granted ? Set.of() : Set.of("shop"), chosen("shop.orders", tenant), rolesOf(roles))
                .state("shop.orders");

        assertThat(orders.value()).isEqualTo(value);
        assertThat(orders.layer()).isEqualTo(layer);
    }

    @ParameterizedTest(name = "operator {0}, tenant {1}: {2} by {3}")
    @CsvSource({
        "true,  ,      true,  PLATFORM",
        "false, ,      false, PLATFORM",
        "true,  false, false, TENANT",
        "false, true,  true,  TENANT",
        ",      ,      false, DEFAULT",
    })
    void followsTheOperatorsDefaultWhileTheTenantHasNotChosen(
            Boolean operator, Boolean tenant, boolean value, Layer layer) {
        FeatureState returns = FeatureResolution.ofTenant(
                        List.of(SHOP), Set.of(), chosen("shop.returns", operator), chosen("shop.returns", tenant))
                .state("shop.returns");

        assertThat(returns.value()).isEqualTo(value);
        assertThat(returns.layer()).isEqualTo(layer);
        assertThat(returns.origin()).isEqualTo(layer);
        assertThat(returns.defaultValue()).isEqualTo(operator != null && operator);
    }

    private static Map<String, Boolean> chosen(String key, Boolean value) {
        return value == null ? Map.of() : Map.of(key, value);
    }

    private static List<Map<String, Boolean>> rolesOf(String text) {
        if (text.equals("none")) {
            return List.of();
        }
        return List.of(text.split(" ")).stream()
                .map(role -> chosen("shop.orders", role.equals("-") ? null : Boolean.valueOf(role)))
                .toList();
    }

    @Test
    void withholdsASingleFeatureWithWhatDependsOnIt() {
        FeatureResolution shop = shop(Set.of("shop.orders"), Map.of("shop.orders", true), List.of(Map.of()));

        assertThat(shop.state("shop.orders").granted()).isFalse();
        assertThat(shop.state("shop.orders").layer()).isEqualTo(Layer.OPERATOR);
        assertThat(shop.state("shop.gifts").granted()).isTrue();
        assertThat(shop.state("shop.gifts").layer()).isEqualTo(Layer.DEPENDENCY);
        assertThat(shop.state("shop.returns").granted()).isTrue();
    }

    @Test
    void switchesOffWhatDependsAndRemembersItsOwnValue() {
        FeatureState gifts = FeatureResolution.ofTenant(
                        List.of(SHOP), Set.of(), Map.of(), Map.of("shop.orders", false, "shop.gifts", true))
                .state("shop.gifts");

        assertThat(gifts.value()).isFalse();
        assertThat(gifts.layer()).isEqualTo(Layer.DEPENDENCY);
        assertThat(gifts.blockedBy()).contains("shop.orders");
        assertThat(gifts.tenantValue()).contains(true);
        assertThat(gifts.origin()).isEqualTo(Layer.TENANT);
    }

    @Test
    void isBlockedByAParentThatOnlyTheRolesSwitchOff() {
        FeatureState gifts =
                shop(Set.of(), Map.of(), List.of(Map.of("shop.orders", false))).state("shop.gifts");

        assertThat(gifts.layer()).isEqualTo(Layer.DEPENDENCY);
    }

    @Test
    void keepsAFeatureOffThatIsOffByDefault() {
        FeatureState returns = FeatureResolution.ofTenant(List.of(SHOP), Set.of(), Map.of(), Map.of())
                .state("shop.returns");

        assertThat(returns.value()).isFalse();
        assertThat(returns.layer()).isEqualTo(Layer.DEFAULT);
    }

    @Test
    void holdsAFeatureOfAnAbsentModuleForOff() {
        FeatureState unknown = FeatureResolution.ofTenant(List.of(SHOP), Set.of(), Map.of(), Map.of("toys.lego", true))
                .state("toys.lego");

        assertThat(unknown.value()).isFalse();
        assertThat(unknown.layer()).isEqualTo(Layer.MODULE);
    }

    @Property
    void neverHasAFeatureInForceWithoutItsParents(
            @ForAll boolean orders, @ForAll boolean gifts, @ForAll @Size(max = 3) List<Boolean> roles) {
        Map<String, Boolean> switches = new HashMap<>(Map.of("shop.orders", orders, "shop.gifts", gifts));

        Set<String> inForce = shop(
                        Set.of(),
                        switches,
                        roles.stream().map(on -> Map.of("shop.orders", on)).toList())
                .inForce();

        assertThat(inForce.contains("shop.gifts")).isEqualTo(inForce.contains("shop.orders") && gifts);
    }
}
