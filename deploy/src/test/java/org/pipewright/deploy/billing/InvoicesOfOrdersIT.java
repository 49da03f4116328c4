package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("An order")
class InvoicesOfOrdersIT {

    private final Ledger ledger = new Ledger();

    @Test
    @DisplayName("of 2,500 is invoiced by 20 percent, which is 500, and then the rest of 2,000 (S-INV-02, S-ORD-09)")
    void isInvoicedInParts() {
        String order = order("{'description':'Machine','quantity':1,'unitPrice':2500,'taxRate':0,'taxCategory':'Z'}");

        String first = invoiced(order, "{'part':'PERCENTAGE','percent':20}");
        String before = read(order).getString("invoicing");
        issue(first);
        String between = read(order).getString("invoicing");
        String rest = invoiced(order, "{'part':'REST'}");
        issue(rest);

        assertThat(amount(ledger.read(first), "payable")).isEqualTo("500.00");
        assertThat(ledger.read(first).getJsonObject("salesOrder").getString("id"))
                .isEqualTo(order);
        assertThat(lines(first).get(0).getString("description"))
                .isEqualTo("20 % of order " + read(order).getString("number"));
        assertThat(amount(ledger.read(rest), "payable")).isEqualTo("2000.00");
        assertThat(lines(rest).get(1).getString("description"))
                .contains(ledger.read(first).getString("number"));
        assertThat(List.of(before, between, read(order).getString("invoicing")))
                .containsExactly("NOT", "PARTLY", "FULLY");
        assertThat(amount(read(order), "invoiced")).isEqualTo("2500.00");
        assertThat(invoice(order, "{'part':'REST'}").problem()).isEqualTo("order-invoiced");
    }

    @Test
    @DisplayName("hands on to its invoices where they go and within how many days they are paid (S-ORD-01, S-INV-07)")
    void handsOnWhatWasAgreedOn() {
        String order = orderWith(
                "'paymentDays':21,'billingAddress':'Accounting\\nWeg 3\\n14467 Potsdam\\nGermany'",
                "{'description':'Part','quantity':1,'unitPrice':10,'taxRate':19}");

        String invoice = invoiced(order, "{'part':'REST'}");
        ledger.bill.done(Call.of("PATCH", ROOT + "invoices/" + invoice)
                .with(json("{'eInvoice':'EN16931'}"))
                .header("If-Match", "*"));
        issue(invoice);

        JsonObject issued = ledger.read(invoice);
        assertThat(LocalDate.parse(issued.getString("dueOn")))
                .isEqualTo(LocalDate.parse(issued.getString("issuedOn")).plusDays(21));
        assertThat(issued.getString("buyer").lines().skip(1))
                .containsExactly("Accounting", "Weg 3", "14467 Potsdam", "Germany");
        assertThat(new String(
                        ledger.content(invoice, ledger.file(invoice, ".xml").getString("id")), StandardCharsets.UTF_8))
                .contains(">Accounting, Weg 3<", ">14467<", ">Potsdam<", ">Payable within 21 days<");
    }

    @Test
    @DisplayName("is taxed on its invoices by the rate of the day of delivery, typed rates apart (S-TAX-01)")
    void isTaxedByTheDayOfDelivery() {
        String code = made(ledger.anna, "tax-codes", "{'name':'Standard NAME','category':'S'}");
        rates(code, "'validFrom':'2020-01-01','rate':19", "'validFrom':'2020-07-01','rate':16");
        String order = orderWith(
                "'prices':'NET','deliveryOn':'2020-07-01'",
                "{'description':'Part','quantity':2,'unitPrice':100,'taxCode':'" + code + "'}");
        String ordered = read(order).getJsonObject("tax").getString("amount");
        deliver(order, "'deliveredOn':'2020-06-30',", 1);
        String first = invoiced(order, "{'part':'DELIVERED'}");
        String delivered = amount(ledger.read(first), "tax");
        later(first, "2020-07-01");
        String postponed = amount(ledger.read(first), "tax");
        later(first, "2020-06-30");
        issue(first);

        String rest = invoiced(order, "{'part':'REST'}");
        String today = amount(ledger.read(rest), "tax");
        String now = ledger.read(first).getString("issuedOn");
        made(ledger.anna, "tax-rates", "{'code':'" + code + "','validFrom':'" + now + "','rate':21}");
        String typed = ledger.draft("{}");
        ledger.lines(typed, "{'description':'Extra','quantity':1,'unitPrice':100,'taxCode':'" + code + "'}");
        JsonObject line = lines(typed).get(0);
        ledger.bill.done(Call.of("PATCH", ROOT + "invoice-lines/" + line.getString("id"))
                .with(json("{'taxRate':5}"))
                .header("If-Match", "*"));
        later(typed, "2020-06-30");
        issue(rest);

        assertThat(List.of(ordered, delivered, postponed, amount(ledger.read(first), "tax"), today))
                .containsExactly("32.00", "19.00", "16.00", "19.00", "16.00");
        assertThat(line.getInt("taxRate")).isEqualTo(21);
        assertThat(amount(ledger.read(typed), "tax")).isEqualTo("5.00");
        assertThat(amount(ledger.read(rest), "tax")).isEqualTo("21.00");
    }

    private void rates(String code, String... rates) {
        ledger.anna.done(Call.put(
                        ROOT + "tax-codes/" + code + "/tax-rates",
                        json("{'items':[{" + String.join("},{", rates) + "}]}"))
                .header("If-Match", "*"));
    }

    private void later(String invoice, String day) {
        ledger.bill.done(Call.of("PATCH", ROOT + "invoices/" + invoice)
                .with(json("{'deliveredOn':'" + day + "'}"))
                .header("If-Match", "*"));
    }

    @Test
    @DisplayName("is never invoiced by more than is left of it, drafts counted in (S-INV-02)")
    void isNotInvoicedTwice() {
        String order = order("{'description':'Machine','quantity':4,'unitPrice':25,'taxRate':19}");
        invoiced(order, "{'part':'DOWN_PAYMENT','percent':80}");

        Answer tooMuch = invoice(order, "{'part':'MILESTONE','amount':20.01}");
        String rest = invoiced(order, "{'part':'MILESTONE','amount':20,'description':'Delivery'}");
        Answer nothing = invoice(order, "{'part':'REST'}");
        Answer otherwise = ledger.bill.send(Call.of("PATCH", ROOT + "invoices/" + rest)
                .with(json("{'currency':'USD'}"))
                .header("If-Match", "*"));
        Answer converted = ledger.bill.send(Call.post(
                ROOT + "invoices/" + rest + "/change-currency", json("{'currency':'USD','numbers':'CONVERT'}")));
        Answer dearer = ledger.bill.send(Call.put(
                        ROOT + "invoices/" + rest + "/invoice-lines",
                        json("{'items':[{'id':'" + lines(rest).get(0).getString("id")
                                + "','description':'Delivery','unitPrice':20.02}]}"))
                .header("If-Match", "*"));

        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.problem()).isEqualTo("over-invoiced");
        assertThat(tooMuch.toString()).contains("20.00 EUR");
        assertThat(amount(ledger.read(rest), "payable")).isEqualTo("23.80");
        assertThat(nothing.problem()).isEqualTo("over-invoiced");
        assertThat(dearer.problem()).isEqualTo("over-invoiced");
        assertThat(otherwise.fields()).containsExactly("currency");
        assertThat(converted.status()).isEqualTo(409);
    }

    @Test
    @DisplayName("is invoiced as it is delivered, with its discount used up to the cent (S-INV-02)")
    void isInvoicedAsDelivered() {
        String order = orderWith(
                "'discountPercent':10,'discountAmount':1",
                "{'description':'Part','quantity':3,'unitPrice':33.33,'taxRate':19}");
        Answer early = invoice(order, "{'part':'DELIVERED'}");
        deliver(order, 1);

        JsonObject proposed = ledger.bill.read(ROOT + "orders/" + order + "/invoice");
        String first = invoiced(order, "{'part':'DELIVERED'}");
        issue(first);
        JsonObject line = orderLine(order);
        deliver(order, 2);
        String last = invoiced(order, "{'part':'DELIVERED'}");
        issue(last);

        assertThat(early.problem()).isEqualTo("nothing-to-invoice");
        assertThat(proposed.getString("part")).isEqualTo("DELIVERED");
        assertThat(line.getJsonNumber("invoiced").intValue()).isEqualTo(1);
        assertThat(amount(ledger.read(first), "net")).isEqualTo("29.66");
        assertThat(amount(ledger.read(last), "net")).isEqualTo("59.33");
        assertThat(amount(read(order), "net")).isEqualTo("88.99");
        assertThat(read(order).getString("invoicing")).isEqualTo("FULLY");
    }

    @Test
    @DisplayName(
            "that is invoiced on delivery asks for no more than went out, but for what is paid beforehand (S-INV-02)")
    void isInvoicedOnDelivery() {
        setting("sales.orders-invoiced-on", "DELIVERY");
        String order = order("{'description':'Part','quantity':3,'unitPrice':10,'taxRate':0,'taxCategory':'Z'}");
        setting("sales.orders-invoiced-on", "ORDER");
        invoiced(order, "{'part':'DOWN_PAYMENT','percent':10}");
        Answer early = invoice(order, "{'part':'REST'}");
        deliver(order, 2);
        JsonObject proposed = ledger.bill.read(ROOT + "orders/" + order + "/invoice");
        String draft = invoiced(order, "{'part':'DELIVERED'}");
        Answer more = ledger.bill.send(
                Call.of("PATCH", ROOT + "invoice-lines/" + lines(draft).get(0).getString("id"))
                        .with(json("{'quantity':3}"))
                        .header("If-Match", "*"));

        assertThat(read(order).getString("invoiceOn")).isEqualTo("DELIVERY");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.problem()).isEqualTo("not-delivered");
        assertThat(proposed.getString("part")).isEqualTo("DELIVERED");
        assertThat(amount(ledger.read(draft), "net")).isEqualTo("17.00");
        assertThat(more.problem()).isEqualTo("not-delivered");
    }

    @Test
    @DisplayName(
            "has the draft of its invoice by itself when it is confirmed or goes out, where that is wanted (S-INV-04)")
    void isDraftedByItself() {
        setting("billing.orders.drafts", "true");
        String line = "{'description':'Part','quantity':3,'unitPrice':10,'taxRate':0,'taxCategory':'Z'}";
        String confirmed = order(line);
        String delivered = orderWith("'prices':'NET','invoiceOn':'DELIVERY'", line);
        deliver(delivered, 1);
        setting("billing.orders.drafts", "false");

        RunningProduct.eventually(
                "the order is drafted",
                () -> ledger.listed("salesOrder==" + confirmed).size() == 1);
        RunningProduct.eventually(
                "what went out is drafted",
                () -> ledger.listed("salesOrder==" + delivered).size() == 1);
        assertThat(amount(ledger.read(newest("salesOrder==" + confirmed)), "net"))
                .isEqualTo("30.00");
        assertThat(amount(ledger.read(newest("salesOrder==" + delivered)), "net"))
                .isEqualTo("10.00");
    }

    @Test
    @DisplayName("with an issued invoice is not cancelled before that is credited (S-ORD-08)")
    void isNotCancelledWhileInvoiced() {
        String order = order("{'description':'Part','quantity':2,'unitPrice':50,'taxRate':19}");
        String invoice = invoiced(order, "{'part':'REST'}");
        issue(invoice);

        Answer refused = cancel(order);
        String note = credited(invoice);
        issue(note);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("order-invoiced");
        assertThat(refused.toString()).contains(ledger.read(invoice).getString("number"));
        assertThat(read(order).getString("invoicing")).isEqualTo("NOT");
        assertThat(cancel(order).isSuccess()).isTrue();
    }

    @Test
    @DisplayName("gets back what a credit note takes from its invoice, and can be invoiced for it anew (S-INV-06)")
    void getsBackWhatIsCredited() {
        String order = order("{'description':'Part','quantity':5,'unitPrice':10,'taxRate':19}");
        String invoice = invoiced(order, "{'part':'REST'}");
        issue(invoice);
        String note = credited(invoice);
        ledger.bill.done(Call.put(
                        ROOT + "invoices/" + note + "/invoice-lines",
                        json("{'items':[{'id':'" + lines(note).get(0).getString("id")
                                + "','description':'Part','quantity':2,'unitPrice':10}]}"))
                .header("If-Match", "*"));
        issue(note);

        JsonObject between = read(order);
        int kept = orderLine(order).getJsonNumber("invoiced").intValue();
        String again = invoiced(order, "{'part':'REST'}");

        assertThat(between.getString("invoicing")).isEqualTo("PARTLY");
        assertThat(kept).isEqualTo(3);
        assertThat(amount(ledger.read(again), "net")).isEqualTo("20.00");
    }

    @Test
    @DisplayName("of which 3 are invoiced is changed to no less, in quantity and in what it comes to (S-ORD-07)")
    void isNotChangedToLessThanInvoiced() {
        String order = order("{'description':'Part','quantity':5,'unitPrice':10,'taxRate':19}");
        deliver(order, 3);
        issue(invoiced(order, "{'part':'DELIVERED'}"));
        issue(invoiced(order, "{'part':'REST'}"));
        revise(order);

        Answer less = saveLine(order, "'quantity':4");
        Answer none = saveLines(order, "{'description':'Other','quantity':1,'unitPrice':1,'taxRate':19}");
        ledger.anna.done(saving(order, line(order, "'unitPrice':9")));
        Answer cheaper = confirm(order);
        ledger.anna.done(saving(order, line(order, "'quantity':7,'unitPrice':10")));
        JsonObject between = read(order);
        Answer meanwhile = invoice(order, "{'part':'REST'}");
        assertThat(confirm(order)).matches(Answer::isSuccess);

        assertThat(less.status()).isEqualTo(409);
        assertThat(less.problem()).isEqualTo("below-invoiced");
        assertThat(none.problem()).isEqualTo("below-invoiced");
        assertThat(cheaper.problem()).isEqualTo("below-invoiced");
        assertThat(between.getString("status")).isEqualTo("CHANGING");
        assertThat(meanwhile.status()).isEqualTo(409);
        assertThat(read(order).getString("status")).isEqualTo("IN_FULFILMENT");
        assertThat(read(order).getString("invoicing")).isEqualTo("PARTLY");
        assertThat(amount(ledger.read(invoiced(order, "{'part':'REST'}")), "net"))
                .isEqualTo("20.00");
    }

    @Test
    @DisplayName("says by field what is not clear about the part that is to be invoiced (S-INV-02)")
    void saysWhatIsNotClear() {
        String order = order("{'description':'Part','quantity':5,'unitPrice':10,'taxRate':19}");

        assertThat(invoice(order, "{'part':'PERCENTAGE'}").fields()).containsExactly("percent");
        assertThat(invoice(order, "{'part':'MILESTONE','amount':0,'percent':5}").fields())
                .containsExactlyInAnyOrder("amount", "percent");
        assertThat(invoice(order, "{'part':'REST','amount':5}").status()).isEqualTo(400);
    }

    @Test
    @DisplayName(
            "of a customer who would owe more than the limit says so, and is refused where that is wanted (S-ORD-11)")
    void tellsOfCredit() {
        limit("{'creditLimit':{'amount':'1000.00','currency':'EUR'}}");
        String small = draft("'prices':'NET'", "{'description':'Part','quantity':1,'unitPrice':900,'taxRate':0}");
        String large = draft("'prices':'NET'", "{'description':'Part','quantity':1,'unitPrice':1001,'taxRate':0}");

        JsonObject warned = read(large);
        check("BLOCK");
        Answer refused = confirm(large);
        check("WARN");

        assertThat(read(small).get("creditWarning")).isEqualTo(JsonValue.NULL);
        assertThat(warned.getString("creditWarning")).contains("1001.00 EUR").contains("1000.00 EUR");
        assertThat(refused.problem()).isEqualTo("customer-credit");
        assertThat(refused.toString()).contains("1000.00 EUR");
        assertThat(confirm(large).isSuccess()).isTrue();
        assertThat(read(large).getString("creditWarning")).contains("1001.00 EUR");
    }

    @Test
    @DisplayName("of a customer with an overdue invoice says how much is overdue (S-ORD-11)")
    void tellsOfOverdue() {
        String late = ledger.hundred("{}");
        issue(late);
        ledger.pass("billing.invoice set due_on = '2020-01-01' where id", late);

        String order = draft("'prices':'NET'", "{'description':'Part','quantity':1,'unitPrice':1,'taxRate':0}");

        assertThat(read(order).getString("creditWarning")).contains("119.00 EUR");
    }

    private void limit(String body) {
        ledger.anna.done(Call.of("PATCH", ROOT + "accounts/" + ledger.account)
                .with(json(body))
                .header("If-Match", "*"));
    }

    private void check(String choice) {
        setting("billing.credit.check", choice);
    }

    private void setting(String key, String choice) {
        String value = choice.equals("true") || choice.equals("false") ? choice : "'" + choice + "'";
        ledger.anna.done(Call.put(ROOT + "settings/" + key, json("{'value':" + value + "}")));
    }

    private String order(String... lines) {
        return orderWith("'prices':'NET'", lines);
    }

    /** A confirmed order. */
    private String orderWith(String more, String... lines) {
        String order = draft(more, lines);
        assertThat(confirm(order)).matches(Answer::isSuccess);
        return order;
    }

    private Answer confirm(String order) {
        return ledger.anna.send(Call.post(ROOT + "orders/" + order + "/confirm", JsonValue.EMPTY_JSON_OBJECT));
    }

    private String draft(String more, String... lines) {
        String order =
                made(ledger.anna, "orders", "{'name':'Machine NAME','account':'" + ledger.account + "'," + more + "}");
        ledger.anna.done(
                Call.put(ROOT + "orders/" + order + "/order-lines", json("{'items':[" + String.join(",", lines) + "]}"))
                        .header("If-Match", "*"));
        return order;
    }

    private void deliver(String order, int quantity) {
        deliver(order, "", quantity);
    }

    private void deliver(String order, String day, int quantity) {
        List<JsonObject> items =
                ledger.anna.read(ROOT + "orders/" + order + "/deliveries").getJsonArray("items").stream()
                        .map(JsonValue::asJsonObject)
                        .toList();
        String before =
                items.stream().map(JsonObject::toString).map(each -> each + ",").reduce("", String::concat);
        ledger.anna.done(Call.put(
                        ROOT + "orders/" + order + "/deliveries",
                        json("{'items':[" + before + "{" + day + "'line':'"
                                + orderLine(order).getString("id") + "','quantity':" + quantity + "}]}"))
                .header("If-Match", "*"));
    }

    private void revise(String order) {
        ledger.anna.done(Call.post(ROOT + "orders/" + order + "/revise", JsonValue.EMPTY_JSON_OBJECT));
    }

    private Answer saveLine(String order, String members) {
        return ledger.anna.send(saving(order, line(order, members)));
    }

    private Answer saveLines(String order, String lines) {
        return ledger.anna.send(saving(order, lines));
    }

    private String line(String order, String members) {
        return "{'id':'" + orderLine(order).getString("id") + "'," + members + "}";
    }

    private static Call saving(String order, String lines) {
        return Call.put(ROOT + "orders/" + order + "/order-lines", json("{'items':[" + lines + "]}"))
                .header("If-Match", "*");
    }

    private Answer cancel(String order) {
        return ledger.anna.send(Call.post(ROOT + "orders/" + order + "/cancel", json("{'reason':'Changed plans'}")));
    }

    private Answer invoice(String order, String share) {
        return ledger.bill.send(Call.post(ROOT + "orders/" + order + "/invoice", json(share)));
    }

    /** Id of the draft that is made. */
    private String invoiced(String order, String share) {
        assertThat(invoice(order, share)).matches(Answer::isSuccess);
        return newest("salesOrder==" + order);
    }

    private String credited(String invoice) {
        assertThat(ledger.act(invoice, "credit")).matches(Answer::isSuccess);
        return newest("credited==" + invoice);
    }

    private String newest(String filter) {
        return ledger.listed(filter).get(0);
    }

    private void issue(String invoice) {
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
    }

    private JsonObject read(String order) {
        return ledger.bill.read(ROOT + "orders/" + order);
    }

    private JsonObject orderLine(String order) {
        return ledger.bill
                .read(ROOT + "orders/" + order + "/order-lines")
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private List<JsonObject> lines(String invoice) {
        return ledger.bill.read(ROOT + "invoices/" + invoice + "/invoice-lines").getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }
}
