package org.pipewright.platform.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;

/** The price lists of the tenant. */
@ApplicationScoped
class PriceLists {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Sql sql;

    /** The list that holds for everybody in that currency. */
    Optional<PriceList> standard(String currency) {
        return sql.first(
                        "select id from core.price_list where currency = ? and standard and deleted_at is null",
                        row -> row.getObject(1, UUID.class),
                        currency)
                .flatMap(this::withId);
    }

    /** The list an account was given. */
    private Optional<PriceList> ofAccount(UUID account) {
        return sql.first(
                        "select price_list_id from core.account where id = ?",
                        row -> Optional.ofNullable(row.getObject(1, UUID.class)),
                        account)
                .flatMap(list -> list)
                .flatMap(this::withId);
    }

    /** What is asked for first, then that of the account, then the one for everybody, as far as they are there. */
    Stream<PriceList> inTurn(Optional<UUID> asked, Optional<UUID> account, Optional<String> currency) {
        return Stream.<Supplier<Optional<PriceList>>>of(
                        () -> asked.flatMap(this::withId),
                        () -> account.flatMap(this::ofAccount),
                        () -> currency.flatMap(this::standard))
                .map(Supplier::get)
                .flatMap(Optional::stream);
    }

    Optional<PriceList> withId(UUID list) {
        return records.withId(PriceList.class, list);
    }

    List<PriceAdjustment> adjustments(PriceList list) {
        return parts.of(PriceAdjustment.class, list.id());
    }

    /** The price a list itself says, for the greatest quantity it begins at; of several the youngest. */
    Optional<Listed> listed(PriceList list, UUID product, BigDecimal quantity, LocalDate day) {
        return sql.first(
                "select unit_price, from_quantity from core.price where list_id = ? and product_id = ?"
                        + " and from_quantity <= ? and (valid_from is null or valid_from <= ?)"
                        + " and (valid_until is null or valid_until >= ?) and deleted_at is null"
                        + " order by from_quantity desc, valid_from desc nulls last, id limit 1",
                row -> new Listed(row.getBigDecimal(1), row.getBigDecimal(2)),
                list.id(),
                product,
                quantity,
                day,
                day);
    }

    /** A price and the quantity from which it holds. */
    record Listed(BigDecimal price, BigDecimal from) {}
}
