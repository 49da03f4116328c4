package org.pipewright.platform.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.currencies.Rates;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.access.Action;

/**
 * The rows of a record type as they were at a moment: as they are now, with everything the history tells since taken
 * back (S-PIPE-07). Which records the caller may view is asked of the present. Amounts that were not settled by then are
 * worth what the rates of that day say. Fields that a tenant added show what they hold now.
 */
final class PastRows {

    private static final List<String> KEYS = List.of("tenant_id", "id", "version", "own");

    private final Query query;
    private final DeclaredType type;
    private final Instant at;
    private final Map<String, BigDecimal> rates;
    private final String base;
    private final List<String> then = new ArrayList<>();
    private final List<String> worth = new ArrayList<>();

    /**
     * Rows at a moment.
     *
     * @param rates what one unit of each currency was worth on that day
     */
    PastRows(Query query, Instant at, Map<String, BigDecimal> rates) {
        this.query = query;
        this.type = query.type();
        this.at = at;
        this.rates = rates;
        this.base = query.caller().tenant().currency();
        KEYS.forEach(key -> add(key, "p." + key));
        add(
                "deleted_at",
                "case b.action when 'delete' then null when 'restore' then p.updated_at else p.deleted_at end");
        type.fields().stream()
                .filter(field -> !field.isOwn() && !field.isReckoned())
                .forEach(this::add);
    }

    /** A selection of them in place of the table. */
    SqlPart rows() {
        return new SqlPart()
                .add(
                        "(select " + String.join(", ", worth) + " from (select " + String.join(", ", then) + " from "
                                + type.table()
                                + " p left join (select f.record_id, jsonb_object_agg(f.field, f.old) as was from"
                                + " (select distinct on (h.record_id, c ->> 'field') h.record_id, c ->> 'field' as"
                                + " field, c -> 'old' as old from core.history h cross join lateral"
                                + " jsonb_array_elements(h.changes) c where h.subject = ? and h.at > ? order by"
                                + " h.record_id, c ->> 'field', h.id) f group by f.record_id) u on u.record_id = p.id",
                        type.name(),
                        at)
                .add(
                        " left join (select distinct on (record_id) record_id, action from core.history where subject"
                                + " = ? and at > ? and action in ('delete', 'restore') order by record_id, id) b on"
                                + " b.record_id = p.id where p.created_at <= ? and ",
                        type.name(),
                        at,
                        at)
                .add(RowAccess.condition(query.caller(), type, Action.VIEW, "p"))
                .add(") q)");
    }

    private void add(String column, String value) {
        then.add(value + " as " + column);
        worth.add("q." + column);
    }

    private void add(DeclaredField field) {
        if (field.kind() == FieldKind.MONEY) {
            addMoney(field);
        } else if (field.kind().isPoints() || field.kind() == FieldKind.TAXES) {
            add(field.column(), "p." + field.column());
        } else {
            add(
                    field.column(),
                    orWas(
                            field.name(),
                            "(u.was ->> '" + field.name() + "')::" + sqlType(field),
                            "p." + field.column()));
        }
    }

    private static String orWas(String field, String before, String now) {
        return "case when jsonb_exists(u.was, '" + field + "') then " + before + " else " + now + " end";
    }

    /** The history tells an amount with its currency behind it. */
    private void addMoney(DeclaredField field) {
        String was = "(u.was ->> '" + field.name() + "')";
        add(field.column(), orWas(field.name(), "split_part(" + was + ", ' ', 1)::numeric", "p." + field.column()));
        String currency = field.column("currency");
        add(currency, orWas(field.name(), "split_part(" + was + ", ' ', 2)", "p." + currency + "::text"));
        String kept = field.column("base");
        then.add("p." + kept + " as " + kept);
        then.add(Stream.concat(Stream.of(field.name()), settling().map(DeclaredField::name).stream())
                        .map(name -> "jsonb_exists(u.was, '" + name + "')")
                        .collect(Collectors.joining(" or ", "coalesce(", ", false)"))
                + " as " + field.column("changed"));
        worth.add(worth(field) + " as " + kept);
    }

    private Optional<DeclaredField> settling() {
        return type.field(type.declaration().settledOn());
    }

    private String worth(DeclaredField field) {
        String amount = "q." + field.column();
        String currency = "q." + field.column("currency");
        return "case when " + amount + " = 0 or " + currency + " = '" + base + "' then " + amount
                + settling().map(day -> settled(field, "q." + day.column())).orElse("") + " else round(" + amount
                + " * " + rate(rates, currency) + ", 4) end";
    }

    private String settled(DeclaredField field, String day) {
        String rate = Rates.valid("'" + base + "'", "q." + field.column("currency"), day);
        return " when " + day + " is not null and not q." + field.column("changed") + " then q." + field.column("base")
                + " when " + day + " is not null then round(q." + field.column() + " * (" + rate + "), 4)";
    }

    /** What one unit of the currency in that column is worth by the rates; null where none is known. */
    static String rate(Map<String, BigDecimal> rates, String currency) {
        return rates.isEmpty()
                ? "null::numeric"
                : rates.entrySet().stream()
                        .map(rate -> " when '" + rate.getKey() + "' then "
                                + rate.getValue().toPlainString())
                        .collect(Collectors.joining("", "case " + currency, " end"));
    }

    private static String sqlType(DeclaredField field) {
        return switch (field.kind()) {
            case INTEGER -> "bigint";
            case DECIMAL -> "numeric";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case INSTANT -> "timestamptz";
            case REFERENCE, ID -> "uuid";
            default -> "text";
        };
    }
}
