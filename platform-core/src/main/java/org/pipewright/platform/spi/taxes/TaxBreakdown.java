package org.pipewright.platform.spi.taxes;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.Serializable;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The taxes of a document by category and rate (S-TAX-03): a value, kept as JSON in one column. */
public final class TaxBreakdown implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String CATEGORY = "category";
    private static final String RATE = "rate";
    private static final String BASE = "base";
    private static final String TAX = "tax";
    private static final String DISCOUNT = "discount";
    private static final String EXEMPTION = "exemption";

    private final String text;
    private transient List<TaxRow> rows;

    private TaxBreakdown(String text, List<TaxRow> rows) {
        this.text = text;
        this.rows = rows;
    }

    /** Of these rows. */
    public static TaxBreakdown of(List<TaxRow> rows) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        rows.forEach(row -> array.add(written(row)));
        return new TaxBreakdown(array.build().toString(), List.copyOf(rows));
    }

    /** From what {@link #toString} made. */
    public static TaxBreakdown ofJson(String text) {
        return new TaxBreakdown(text, null);
    }

    private static JsonObject written(TaxRow row) {
        JsonObjectBuilder object = JSON.createObjectBuilder()
                .add(CATEGORY, row.tax().category().name())
                .add(RATE, row.tax().rate())
                .add(BASE, row.base().toPlainString())
                .add(TAX, row.amount().toPlainString())
                .add(DISCOUNT, row.discount().toPlainString());
        row.tax().exemption().ifPresent(reason -> object.add(EXEMPTION, reason));
        return object.build();
    }

    private static TaxRow row(JsonObject object) {
        return new TaxRow(
                new Tax(
                        TaxCategory.valueOf(object.getString(CATEGORY)),
                        object.getJsonNumber(RATE).bigDecimalValue(),
                        Optional.ofNullable(object.getString(EXEMPTION, null))),
                amount(object, BASE),
                amount(object, TAX),
                amount(object, DISCOUNT));
    }

    private static BigDecimal amount(JsonObject object, String name) {
        return new BigDecimal(object.getString(name));
    }

    /** Its rows in the order in which the lines first had them. */
    public List<TaxRow> rows() {
        if (rows == null) {
            rows = toJson().getValuesAs(JsonObject.class).stream()
                    .map(TaxBreakdown::row)
                    .toList();
        }
        return rows;
    }

    /** As REST shows it: {@code [{category, rate, base, tax, discount, exemption}]}, amounts as text. */
    public JsonArray toJson() {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    /** In words, such as {@code S 19 %: 100.00 + 19.00}, one row after the other. */
    public String inWords() {
        return rows().stream()
                .map(row -> row.tax().category() + " " + row.tax().rate().toPlainString() + " %: "
                        + row.base().toPlainString() + " + " + row.amount().toPlainString())
                .collect(Collectors.joining("; "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaxBreakdown that && rows().equals(that.rows());
    }

    @Override
    public int hashCode() {
        return rows().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
