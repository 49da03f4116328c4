package org.pipewright.billing.providers;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.payments.PaymentTold;

/** A payment as signed calls tell it; everything that is wrong with it is told at once. */
final class ToldInJson {

    private static final int LONGEST = 140;
    private static final int DIGITS = 15;
    private static final String AMOUNT = "amount.amount";
    private static final String CURRENCY = "amount.currency";

    private final JsonObject told;
    private final List<FieldError> errors = new ArrayList<>();

    private ToldInJson(JsonObject told) {
        this.told = told;
    }

    static PaymentTold payment(byte[] body) {
        return new ToldInJson(object(body)).payment();
    }

    private static JsonObject object(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw Refusal.of(BillingErrorCode.CALLBACK);
        }
    }

    private PaymentTold payment() {
        String key = required(told, "id", "id");
        String invoice = required(told, "invoice", "invoice");
        JsonObject amount = told.get("amount") instanceof JsonObject money ? money : JsonValue.EMPTY_JSON_OBJECT;
        Optional<String> currency = currency(required(amount, "currency", CURRENCY));
        Optional<BigDecimal> number = number(required(amount, "amount", AMOUNT), currency);
        Optional<LocalDate> day = text(told, "paidOn", "paidOn").flatMap(this::day);
        Optional<String> payer = text(told, "payer", "payer");
        if (!errors.isEmpty()) {
            throw new Refusal(BillingErrorCode.CALLBACK, Map.of(), errors);
        }
        return new PaymentTold(key, invoice, Money.of(number.orElseThrow(), currency.orElseThrow()), day, payer);
    }

    private String required(JsonObject of, String name, String field) {
        Optional<String> text = text(of, name, field);
        if (text.isEmpty() && errors.stream().noneMatch(error -> error.field().equals(field))) {
            reject(field, "required");
        }
        return text.orElse("");
    }

    /** What is left out, or empty, is none. */
    private Optional<String> text(JsonObject of, String name, String field) {
        JsonValue value = of.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        String text = value instanceof JsonString string ? string.getString() : "\0";
        if (text.length() > LONGEST) {
            reject(field, "too-long");
            return Optional.empty();
        } else if (text.codePoints().anyMatch(ToldInJson::isUnprintable)) {
            reject(field, "invalid");
            return Optional.empty();
        }
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    private static boolean isUnprintable(int sign) {
        return Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE;
    }

    private Optional<String> currency(String code) {
        boolean known = Money.isCurrency(code);
        if (!known && !code.isEmpty()) {
            reject(CURRENCY, "invalid");
        }
        return Optional.of(code).filter(text -> known);
    }

    private Optional<BigDecimal> number(String text, Optional<String> currency) {
        if (!text.matches("[0-9]{1," + DIGITS + "}([.][0-9]{1,4})?")) {
            if (!text.isEmpty()) {
                reject(AMOUNT, "invalid");
            }
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() == 0) {
            reject(AMOUNT, "out-of-range");
        } else if (currency.isPresent() && number.stripTrailingZeros().scale() > Money.decimals(currency.get())) {
            reject(AMOUNT, "too-precise");
        }
        return Optional.of(number);
    }

    private Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1970 || day.getYear() > 9999) {
                reject("paidOn", "out-of-range");
            }
            return Optional.of(day);
        } catch (DateTimeException e) {
            reject("paidOn", "invalid");
            return Optional.empty();
        }
    }

    private void reject(String field, String code) {
        errors.add(new FieldError(field, code, "billing.callback." + code));
    }
}
