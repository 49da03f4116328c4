package org.pipewright.platform.records;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.OwnValues;

/** Makes a record of a row, to be asked what may be done to it; nothing that is set in it is ever written. */
final class RecordRow {

    private RecordRow() {}

    /** Columns it is made of. */
    static List<String> columns(DeclaredType type) {
        List<String> columns = new ArrayList<>(List.of("t.id", "t.version", "t.own"));
        fields(type).forEach(field -> {
            columns.add(field.in(Query.MAIN));
            if (field.kind() == FieldKind.MONEY) {
                columns.add(field.currencyIn(Query.MAIN));
                columns.add(field.baseIn(Query.MAIN));
            }
        });
        return columns;
    }

    /** The record whose columns begin at that one. */
    static CrmRecord read(DeclaredType type, ResultSet row, int first) throws SQLException {
        CrmRecord record = type.newRecord();
        record.read(row.getObject(first, UUID.class), row.getInt(first + 1));
        String own = row.getString(first + 2);
        record.own(own == null ? null : OwnValues.ofJson(own));
        int column = first + 3;
        for (DeclaredField field : fields(type)) {
            field.setIn(record, value(field, row, column));
            column += field.kind() == FieldKind.MONEY ? 3 : 1;
        }
        return record;
    }

    /** Of a type that a row does not make whole, only who the record is. */
    private static Collection<DeclaredField> fields(DeclaredType type) {
        return type.whole()
                ? type.fields().stream().filter(field -> !field.isOwn()).toList()
                : List.of();
    }

    private static Object value(DeclaredField field, ResultSet row, int column) throws SQLException {
        return switch (field.kind()) {
            case MONEY -> money(row, column);
            case CHOICE -> choice(field, row.getString(column));
            case INSTANT -> instant(row.getObject(column, OffsetDateTime.class));
            case DATE -> row.getObject(column, LocalDate.class);
            case INTEGER -> integer(field, row, column);
            case DECIMAL -> row.getBigDecimal(column);
            case BOOLEAN -> row.getObject(column, Boolean.class);
            case REFERENCE, ID -> row.getObject(column, UUID.class);
            case EMAILS, PHONES, LINKS, ADDRESSES -> points(row.getString(column));
            default -> row.getString(column);
        };
    }

    private static ContactPoints points(String json) {
        return json == null ? null : ContactPoints.ofJson(json);
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null
                ? null
                : Money.of(amount, row.getString(column + 1)).withBase(row.getBigDecimal(column + 2));
    }

    private static Object choice(DeclaredField field, String name) {
        return name == null ? null : field.chosen(name);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Object integer(DeclaredField field, ResultSet row, int column) throws SQLException {
        Class<?> type = field.attribute().type();
        return type == Integer.class || type == int.class
                ? row.getObject(column, Integer.class)
                : row.getObject(column, Long.class);
    }
}
