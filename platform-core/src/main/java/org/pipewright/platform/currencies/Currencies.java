package org.pipewright.platform.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pipewright.platform.access.AccessChanged;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.money.Money;

/** The currencies the tenant works in (S-CUR-01). */
@ApplicationScoped
public class Currencies {

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Inject
    History history;

    @Inject
    Event<AccessChanged> access;

    /**
     * A currency of the tenant's list.
     *
     * @param code ISO 4217
     * @param decimals digits after the point that its amounts may have
     * @param active whether new amounts may be in it; others stay as they are
     * @param preferred whether new records start with it
     * @param base whether the tenant reckons in it
     * @param rate what one unit is worth in the base today; null while no rate is known
     */
    public record Listed(String code, int decimals, boolean active, boolean preferred, boolean base, BigDecimal rate) {}

    /** All currencies of the list, the base first. */
    public List<Listed> all() {
        return sql.list(
                "select code, active, preferred, rate from core.currency order by code <> ?, code",
                this::listed,
                base());
    }

    private Listed listed(ResultSet row) throws SQLException {
        String code = row.getString(1);
        boolean isBase = code.equals(base());
        BigDecimal rate = isBase ? BigDecimal.ONE : row.getBigDecimal(4);
        return new Listed(
                code,
                Amounts.decimals(code),
                row.getBoolean(2),
                row.getBoolean(3),
                isBase,
                rate == null ? null : plain(rate.stripTrailingZeros()));
    }

    private static BigDecimal plain(BigDecimal rate) {
        return rate.setScale(Math.max(0, rate.scale()), RoundingMode.UNNECESSARY);
    }

    /** Those in which new amounts may be: the base alone while there are no others. */
    public List<Listed> offered() {
        boolean several = callers.caller().has(CoreModule.CURRENCIES);
        return all().stream()
                .filter(each -> several ? each.active() : each.base())
                .toList();
    }

    /** Codes of those in which new amounts may be. */
    public Set<String> offeredCodes() {
        return offered().stream().map(Listed::code).collect(Collectors.toSet());
    }

    /** Takes a currency up or changes what holds for it; refuses to take the base or the preferred one away. */
    Listed choose(String code, boolean active, boolean preferred) {
        Optional<Listed> before = find(code);
        if (!Money.isCurrency(code)) {
            throw InvalidFields.refusal("code", "wrong-currency");
        } else if (!active
                && (preferred
                        || before.filter(each -> each.base() || each.preferred())
                                .isPresent())) {
            throw InvalidFields.refusal("active", "currency-needed");
        } else if (!preferred && before.filter(Listed::preferred).isPresent()) {
            throw InvalidFields.refusal("preferred", "currency-needed");
        }
        if (preferred) {
            sql.update("update core.currency set preferred = false where preferred");
        }
        sql.update(
                "insert into core.currency (code, active, preferred) values (?, ?, ?) on conflict (tenant_id, code)"
                        + " do update set active = excluded.active, preferred = excluded.preferred",
                code,
                active,
                preferred);
        Listed after = find(code).orElseThrow();
        tell(before, after);
        return after;
    }

    private void tell(Optional<Listed> before, Listed after) {
        if (!before.equals(Optional.of(after))) {
            history.record("currency:" + after.code(), "edit", told(before), told(Optional.of(after)));
            access.fire(new AccessChanged(callers.tenantId()));
        }
    }

    private static JsonValue told(Optional<Listed> currency) {
        return currency.map(each -> Json.createValue(each.preferred() ? "preferred" : each.active() ? "on" : "off"))
                .map(JsonValue.class::cast)
                .orElse(JsonValue.NULL);
    }

    private Optional<Listed> find(String code) {
        return all().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private String base() {
        return callers.caller().tenant().currency();
    }
}
