package org.pipewright.deploy.proofs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.TenantTables;

/** A tenant of the demo in which the proofs make what they need, as its administrator. */
final class Workplace {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Set<String> SYSTEM = Set.of("owner", "team");

    /** Fields that rules allow only together with an outcome or a parent that nobody has yet. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.ofEntries(
            Map.entry("core.absence", Set.of("deputy")),
            Map.entry("core.activity", Set.of("confidential")),
            Map.entry("core.attendee", Set.of("personType", "personId")),
            Map.entry("core.account", Set.of("mainContact")),
            Map.entry("core.customer", Set.of("contact")),
            Map.entry("core.contact", Set.of("doNotMail")),
            Map.entry(
                    "sales.lead",
                    Set.of(
                            "disqualifyReason",
                            "disqualifyNote",
                            "disqualifiedOn",
                            "sourceUser",
                            "sourcePartner",
                            "sourceContact",
                            "sourceActivity")),
            Map.entry(
                    "sales.opportunity",
                    Set.of(
                            "sourceUser",
                            "sourcePartner",
                            "sourceContact",
                            "sourceActivity",
                            "contact",
                            "customer",
                            "kind",
                            "stage",
                            "status",
                            "actualClose",
                            "closeRevenue",
                            "lossReason",
                            "lossNote",
                            "winReason")),
            Map.entry("billing.invoice", Set.of("contact", "deliveredOn", "discountAmount", "currency", "eInvoice")),
            Map.entry(
                    "billing.self-billed-invoice",
                    Set.of("contact", "deliveredOn", "discountAmount", "currency", "eInvoice")),
            Map.entry("billing.self-billed-line", Set.of("taxCode", "taxCategory", "taxRate")),
            Map.entry("billing.allocation", Set.of("rate")),
            Map.entry("billing.payment-provider", Set.of("system", "page")),
            Map.entry("billing.invoice-line", Set.of("taxCode", "taxCategory", "taxRate")),
            Map.entry(
                    "billing.subscription",
                    Set.of("contact", "discountAmount", "currency", "eInvoice", "trialDays", "countedFrom")),
            Map.entry("billing.subscription-line", Set.of("taxCode", "taxCategory", "taxRate")),
            Map.entry("sales.kind", Set.of("allowed", "team")),
            Map.entry("sales.party", Set.of("winner")),
            Map.entry("sales.party-role", Set.of("meaning")),
            Map.entry("sales.task-rule", Set.of("role")),
            Map.entry("sales.stage", Set.of("needsOwn")),
            Map.entry("sales.score-rule", Set.of("least")),
            Map.entry("core.price-list", Set.of("parent")),
            Map.entry("sales.quote", Set.of("contact", "deliveryOn", "template")),
            // Costs are for those alone who may see them: QuoteCostsIT.
            Map.entry(
                    "sales.quote-line",
                    Set.of(
                            "taxCode",
                            "taxCategory",
                            "taxRate",
                            "quantityFrom",
                            "quantityTo",
                            "unitCost",
                            "demandLine")),
            Map.entry("sales.order", Set.of("contact", "deliveryOn")),
            Map.entry("sales.order-line", Set.of("taxCode", "taxCategory", "taxRate", "demandLine")),
            Map.entry("sales.delivery", Set.of("salesOrder", "line")),
            Map.entry("sales.arrival-rule", Set.of("marketingActivity")),
            // Giving access is a right of its own: TerritoryAccessIT.
            Map.entry("territories.territory-member", Set.of("access", "below")));

    /** Fields without which another one would be required. */
    private static final Set<String> ENOUGH = Set.of(
            "core.contact.lastName",
            "sales.lead.lastName",
            "core.unit.code",
            "sales.order-line.description",
            "sales.order-line.unitPrice");

    /** References that no two records may share. */
    private static final Map<String, Set<String>> OF_ITS_OWN = Map.ofEntries(
            Map.entry("core.affiliation", Set.of("contact")),
            Map.entry("sales.kind-stage", Set.of("stage")),
            Map.entry("sales.party", Set.of("role")),
            Map.entry("sales.credit-split", Set.of("opportunity")),
            Map.entry("billing.allocation", Set.of("payment", "invoice")),
            Map.entry("billing.credit-settlement", Set.of("creditNote", "invoice")),
            Map.entry("billing.self-billed-payment", Set.of("selfBilledInvoice")),
            Map.entry("billing.term-instalment", Set.of("term")),
            Map.entry("core.price", Set.of("product")),
            Map.entry("core.bundle-item", Set.of("bundle", "product")),
            Map.entry("territories.territory-intake", Set.of("territory")),
            Map.entry("territories.territory-member", Set.of("territory")));

    private static final Map<String, JsonValue> FIXED = Map.of(
            "foundedYear",
            Json.createValue(1999),
            "validUntil",
            Json.createValue("2030-06-15"),
            "activateOn",
            Json.createValue("2999-06-15"),
            "share",
            Json.createValue(100),
            "through",
            Json.createValue("1999-12-31"),
            "roles",
            Json.createValue("tenant-admin"),
            "origins",
            Json.createValue("https://www.example.org"),
            "recordType",
            Json.createValue("core.account"),
            "criteria",
            Json.createValue("name==nobody-is-called-that"),
            "core.unit.code",
            Json.createValue("C62"));

    /** Days of which there may be one rate. */
    private static final Set<String> DAYS_ONCE = Set.of("core.exchange-rate.validFrom", "core.tax-rate.validFrom");

    /** Day on which the next rate begins: no two share one, and a later run begins where no earlier one has come to. */
    private static final AtomicInteger RATE_DAY =
            new AtomicInteger((int) (System.currentTimeMillis() / 1000 % 350_000));

    private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);

    /** Mailboxes nobody reads: the product writes down when it tried to; and rules that would give away what others make. */
    private static final Set<String> OFF = Set.of(
            "core.mailbox.active", "core.tax-rule.active", "sales.assignment-rule.active", "sales.score-rule.active");

    static final Workplace ACME = new Workplace(DemoMember.ANNA_ADMIN, DemoMember.RITA_REP, "acme");
    static final Workplace GLOBEX = new Workplace(DemoMember.GINA_ADMIN, DemoMember.GINA_ADMIN, "globex");

    /** A record with the version it has. */
    record Prepared(String id, String etag) {}

    private final DemoMember adminMember;
    /** Whose the records are that others refer to: somebody whose records all colleagues see. */
    private final DemoMember referenceOwner;

    private final String slug;
    private final Map<String, String> shared = new TreeMap<>();
    private final Map<DemoMember, String> members = new EnumMap<>(DemoMember.class);
    private JsonObject manifest;
    private TenantTables tables;

    private Workplace(DemoMember admin, DemoMember referenceOwner, String slug) {
        this.adminMember = admin;
        this.referenceOwner = referenceOwner;
        this.slug = slug;
    }

    RunningProduct product() {
        return RunningProduct.get();
    }

    Client admin() {
        return product().as(adminMember);
    }

    DemoMember adminMember() {
        return adminMember;
    }

    String slug() {
        return slug;
    }

    String path(String rest) {
        return "/api/tenants/" + slug + "/" + rest;
    }

    /** What the administrator sees, with every feature on. */
    synchronized JsonObject manifest() {
        if (manifest == null) {
            admin().read(path("features")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .filter(feature -> !feature.getBoolean("value"))
                    .forEach(feature -> switchFeature(feature.getString("key"), true));
            manifest = admin().read(path("manifest"));
            console().execute("update sales.kind set primary_demand = true");
        }
        return manifest;
    }

    void switchFeature(String key, boolean on) {
        JsonObject choice = Json.createObjectBuilder().add("enabled", on).build();
        admin().done(Call.put(path("features/" + key), choice));
    }

    String tenantId() {
        return manifest().getJsonObject("tenant").getString("id");
    }

    synchronized TenantTables tables() {
        if (tables == null) {
            tables = new TenantTables(tenantId());
        }
        return tables;
    }

    /** A number no other record has. */
    static int number() {
        return NUMBER.incrementAndGet() + (int) (System.currentTimeMillis() / 1000 % 1_000_000) * 1000;
    }

    /** Id of the member of this tenant with that address. */
    String memberId(DemoMember member) {
        return members.computeIfAbsent(
                member,
                known -> admin().done(Call.get(path("people")).query("filter", "email==" + known.email()))
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("id"));
    }

    String roleId(String key) {
        return admin().read(path("roles")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(role -> key.equals(role.getString("key", "")))
                .map(role -> role.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    JsonObject type(String name) {
        return manifest().getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(slug + " has no record type " + name));
    }

    /** Key of the first report about records of the type. */
    String report(String type) {
        return type(type).getJsonArray("reports").getJsonObject(0).getString("key");
    }

    List<JsonObject> fields(String type) {
        return type(type).getJsonArray("fields").getValuesAs(JsonObject.class);
    }

    /** A new record of that type, made by the administrator. */
    Prepared fresh(String type) {
        return fresh(type, JsonValue.EMPTY_JSON_OBJECT);
    }

    Prepared fresh(String type, JsonObject changes) {
        if (type.equals("sales.stage-visit")) {
            return visitOf(fresh("sales.opportunity", changes));
        }
        if (type.equals("core.attendee")) {
            return attendee(changes);
        }
        if (type.equals("core.message")) {
            return message(changes.getString("owner", memberId(adminMember)));
        }
        if (type.equals("sales.delivery")) {
            return delivery(changes);
        }
        if (type.equals("sales.quote-decision")) {
            return decision(changes.containsKey("quote") ? changes.getString("quote") : shared("sales.quote"));
        }
        if (type.equals("sales.quote-sending")) {
            return sending(changes.containsKey("quote") ? changes.getString("quote") : shared("sales.quote"));
        }
        if (type.equals("billing.instalment")) {
            return instalment(
                    changes.containsKey("invoice") ? changes.getString("invoice") : shared("billing.invoice"));
        }
        if (type.equals("billing.dunning-notice")) {
            return notice(changes.containsKey("invoice") ? changes.getString("invoice") : shared("billing.invoice"));
        }
        if (type.equals("billing.tax-entry")) {
            return taxEntry(changes.containsKey("invoice") ? changes.getString("invoice") : shared("billing.invoice"));
        }
        if (type.equals("billing.statement-line")) {
            return statementLine(
                    changes.containsKey("statement") ? changes.getString("statement") : shared("billing.statement"));
        }
        if (type.equals("billing.tax-receipt")) {
            return taxReceipt(
                    changes.containsKey("invoice") ? changes.getString("invoice") : shared("billing.invoice"));
        }
        if (type.equals("billing.ledger-difference")) {
            return ledgerDifference(
                    changes.containsKey("check") ? changes.getString("check") : shared("billing.ledger-check"));
        }
        if (type.equals("billing.invoice-preview-line")) {
            return previewLine(
                    changes.containsKey("preview") ? changes.getString("preview") : shared("billing.invoice-preview"));
        }
        if (type.equals("billing.received-invoice-line")) {
            return receivedLine(
                    changes.containsKey("receivedInvoice")
                            ? changes.getString("receivedInvoice")
                            : shared("billing.received-invoice"));
        }
        if (type.equals("billing.self-billed-tax")) {
            return selfBilledTax(
                    changes.containsKey("selfBilledInvoice")
                            ? changes.getString("selfBilledInvoice")
                            : shared("billing.self-billed-invoice"));
        }
        if (type.equals("billing.bank-entry")) {
            return bankEntry();
        }
        if (type.equals("sales.posted-demand-line")) {
            return posted(fresh("sales.demand-line", changes));
        }
        Call call = Call.post(
                path(type(type).getString("path")),
                Json.createMergePatch(changes).apply(body(type)).asJsonObject());
        JsonObject record = admin().done(call).json();
        return new Prepared(record.getString("id"), "\"" + record.getInt("version") + "\"");
    }

    /** Stages are passed, not made: the first one of a new opportunity. */
    private Prepared visitOf(Prepared opportunity) {
        JsonObject visit = admin().done(
                        Call.get(path("stage-visits")).query("filter", "opportunity==" + opportunity.id()))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        return new Prepared(visit.getString("id"), "\"" + visit.getInt("version") + "\"");
    }

    /** Mails come in, they are not made: put there as a mailbox does. */
    private Prepared message(String owner) {
        String id = java.util.UUID.randomUUID().toString();
        console()
                .execute(
                        "insert into core.message (id, subject, sender, sent_at, text, outcome, message_key, owner_id,"
                                + " html) values (?::uuid, 'Proof', 'proof@example.org', now(), 'Proof', 'TAKEN', ?, ?::uuid, '<p>Proof</p>')",
                        id,
                        id,
                        owner);
        console().execute("update core.message set html = '<p>Proof</p>' where id = ?::uuid", id);
        return new Prepared(id, "\"1\"");
    }

    private Prepared attendee(JsonObject changes) {
        JsonObject whole = Json.createMergePatch(changes)
                .apply(body("core.attendee", false))
                .asJsonObject();
        JsonObject record =
                admin().done(Call.post(path("attendees"), ofMeeting(whole))).json();
        return new Prepared(record.getString("id"), "\"" + record.getInt("version") + "\"");
    }

    private JsonObject ofMeeting(JsonObject attendee) {
        meet(attendee.getString("activity"));
        return attendee;
    }

    /** Lets an activity be a meeting that is to come. */
    void meet(String activity) {
        console()
                .execute(
                        "update core.activity set form = 'MEETING', status = 'PLANNED', starts_at = now() + interval"
                                + " '1 day' where id = ?::uuid",
                        activity);
    }

    private Prepared delivery(JsonObject changes) {
        JsonObject whole = Json.createObjectBuilder(changes).add("quantity", 1).build();
        JsonObject record = admin().done(Call.post(path("deliveries"), ofConfirmedOrder(whole)))
                .json();
        return new Prepared(record.getString("id"), "\"" + record.getInt("version") + "\"");
    }

    /** What is delivered is a line of its own order, which is confirmed. */
    private JsonObject ofConfirmedOrder(JsonObject delivery) {
        String order = delivery.containsKey("salesOrder") ? delivery.getString("salesOrder") : referable("sales.order");
        JsonObject ofOrder = Json.createObjectBuilder().add("salesOrder", order).build();
        String line = fresh("sales.order-line", ofOrder).id();
        confirm(order);
        return Json.createObjectBuilder(delivery)
                .addAll(Json.createObjectBuilder(ofOrder))
                .add("line", line)
                .build();
    }

    /** Lets an order stand where it can be delivered. */
    void confirm(String order) {
        console().execute("update sales.customer_order set status = 'CONFIRMED' where id = ?::uuid", order);
    }

    /** Customers answer, nobody makes their answers: put there as their page does. */
    private Prepared decision(String quote) {
        return put(
                "insert into sales.quote_decision (id, position, quote_id, at, kind, by_name) values"
                        + " (?::uuid, 1, ?::uuid, now(), 'ACCEPTED', 'Proof')",
                quote);
    }

    /** Sending makes them, nobody else does: put there as that does. */
    private Prepared sending(String quote) {
        return put(
                "insert into sales.quote_sending (id, position, quote_id, sent_at, recipient, letter_id, link_id)"
                        + " values (?::uuid, 1, ?::uuid, now(), 'proof@example.org', gen_random_uuid(),"
                        + " gen_random_uuid())",
                quote);
    }

    /** Issuing makes instalments, nobody else does: put there as that does. */
    private Prepared instalment(String invoice) {
        return put(
                "insert into billing.instalment (id, position, invoice_id, name, due_on, amount_amount,"
                        + " amount_currency) values (?::uuid, 1, ?::uuid, 'Proof', current_date, 1, 'EUR')",
                invoice);
    }

    /** Reminding makes notices: put there as that does. */
    private Prepared notice(String invoice) {
        return put(
                "insert into billing.dunning_notice (id, position, invoice_id, level_id, sent_on, sent_to)"
                        + " values (?::uuid, 1, ?::uuid, ?::uuid, current_date, 'Proof')",
                invoice,
                shared("billing.dunning-level"));
    }

    /** Issuing enters taxes: put there as that does. */
    private Prepared taxEntry(String invoice) {
        return put(
                "insert into billing.tax_entry (id, position, invoice_id, taxed_on, code, category, rate,"
                        + " base_amount, base_currency, tax_amount, tax_currency) values (?::uuid, 1, ?::uuid,"
                        + " current_date, 'S 19', 'S', 19, 1, 'EUR', 0.19, 'EUR')",
                invoice);
    }

    /** Payments bring taxes: put there as they do. */
    private Prepared taxReceipt(String invoice) {
        return put(
                "insert into billing.tax_receipt (id, position, invoice_id, entry_id, source, received_on, code,"
                        + " category, rate, base_amount, base_currency, tax_amount, tax_currency) values"
                        + " (?::uuid, 1, ?::uuid, ?::uuid, ?::uuid, current_date, 'S 19', 'S', 19, 1, 'EUR',"
                        + " 0.19, 'EUR')",
                invoice,
                taxEntry(invoice).id(),
                java.util.UUID.randomUUID().toString());
    }

    /** Checks find differences, nobody makes them: put there as they do. */
    private Prepared ledgerDifference(String check) {
        return put(
                "insert into billing.ledger_difference (id, position, check_id, kind, reference,"
                        + " difference_amount, difference_currency) values (?::uuid, 1, ?::uuid, 'INVOICE',"
                        + " 'Proof', 1, 'EUR')",
                check);
    }

    /** The ledger tells what stands on statements: put there as that does. */
    private Prepared statementLine(String statement) {
        return put(
                "insert into billing.statement_line (id, position, statement_id, day, kind, reference,"
                        + " amount_amount, amount_currency, balance_amount, balance_currency) values (?::uuid, 1,"
                        + " ?::uuid, current_date, 'INVOICE', 'Proof', 1, 'EUR', 1, 'EUR')",
                statement);
    }

    /** What is going to be invoiced is reckoned: put there as that does. */
    private Prepared previewLine(String preview) {
        return put(
                "insert into billing.invoice_preview_line (id, position, preview_id, name, subscription_id,"
                        + " account_id, made_on, period_from, period_to, net_amount, net_currency, tax_amount,"
                        + " tax_currency, payable_amount, payable_currency) values (?::uuid, 1, ?::uuid,"
                        + " 'Proof', ?::uuid, ?::uuid, current_date, current_date, current_date, 1, 'EUR', 0,"
                        + " 'EUR', 1, 'EUR')",
                preview,
                shared("billing.subscription"),
                shared("core.account"));
    }

    /** A file tells the lines of others: put there as that does. */
    private Prepared receivedLine(String invoice) {
        return put(
                "insert into billing.received_invoice_line (id, position, received_invoice_id, item)"
                        + " values (?::uuid, 1, ?::uuid, 'Proof')",
                invoice);
    }

    /** Issuing enters input tax: put there as that does. */
    private Prepared selfBilledTax(String invoice) {
        return put(
                "insert into billing.self_billed_tax (id, position, self_billed_invoice_id, taxed_on, code, category,"
                        + " rate, base_amount, base_currency, tax_amount, tax_currency) values (?::uuid, 1, ?::uuid,"
                        + " current_date, 'S 19', 'S', 19, 1, 'EUR', 0.19, 'EUR')",
                invoice);
    }

    /** Puts a row there that the API cannot make; its id is the first of the values. */
    private Prepared put(String insert, Object... values) {
        String id = java.util.UUID.randomUUID().toString();
        console()
                .execute(insert, Stream.concat(Stream.of(id), Stream.of(values)).toArray());
        return new Prepared(id, "\"1\"");
    }

    /** Banks tell entries, nobody makes them: put there as a file does. */
    private Prepared bankEntry() {
        String id = java.util.UUID.randomUUID().toString();
        console()
                .execute(
                        "insert into billing.bank_entry (id, name, file_id, entry_key, booked_on, direction,"
                                + " amount_amount, amount_currency, status, reason) values (?::uuid, 'Proof', ?::uuid,"
                                + " ?, current_date, 'IN', 1, 'EUR', 'REVIEW', 'UNKNOWN')",
                        id,
                        shared("billing.bank-file"),
                        id);
        return new Prepared(id, "\"1\"");
    }

    /** Demand is posted, not made: the line as it stands. */
    private Prepared posted(Prepared line) {
        String deal = admin().read(path("demand-lines/" + line.id()))
                .getJsonObject("opportunity")
                .getString("id");
        admin().done(Call.post(path("opportunities/" + deal + "/post-demand"), JsonValue.EMPTY_JSON_OBJECT));
        JsonObject posted = admin().read(path("opportunities/" + deal + "/posted-demand-lines"))
                .getJsonArray("items")
                .getJsonObject(0);
        return new Prepared(posted.getString("id"), "\"" + posted.getInt("version") + "\"");
    }

    /** Id of the record of that name. */
    String named(String path, String name) {
        return admin().done(Call.get(path(path)).query("filter", "name=='" + name + "'"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    /** Id of the stage of that name, which the kind has. */
    String stage(String kind, String name) {
        return admin().done(Call.get(path("opportunity-kind-stages"))
                        .query("filter", "kind.name=='" + kind + "';name=='" + name + "'"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonObject("stage")
                .getString("id");
    }

    /** A new record that belongs to that member. */
    Prepared ownedBy(DemoMember owner, String type) {
        if (type.equals("billing.credit-settlement") || type.equals("billing.self-billed-payment")) {
            return fresh(type); // drafts have none, and who may see invoices sees those of everybody
        }
        if (type(type).get("partOf") instanceof JsonObject whole) {
            return fresh(
                    type,
                    Json.createObjectBuilder()
                            .add(
                                    whole.getString("field"),
                                    ownedBy(owner, whole.getString("type")).id())
                            .build());
        }
        boolean owned = type(type).getBoolean("owned");
        return owned
                ? fresh(
                        type,
                        Json.createObjectBuilder().add("owner", memberId(owner)).build())
                : fresh(type);
    }

    /** One record of that type that others refer to. */
    synchronized String shared(String type) {
        String known = shared.get(type);
        if (known == null) {
            known = referable(type);
            shared.put(type, known);
        }
        return known;
    }

    private String referable(String type) {
        JsonObject body = body(type, true);
        if (type(type).getBoolean("owned") && !referenceOwner.equals(adminMember)) {
            body = Json.createObjectBuilder(body)
                    .add("owner", memberId(referenceOwner))
                    .build();
        }
        Call call = Call.post(path(type(type).getString("path")), body);
        return admin().done(call).json().getString("id");
    }

    /** A body with every field that can be sent. */
    JsonObject body(String type) {
        JsonObject body = body(type, false);
        return switch (type) {
            case "sales.delivery" -> ofConfirmedOrder(body);
            case "core.attendee" -> ofMeeting(body);
            default -> body;
        };
    }

    private JsonObject body(String type, boolean smallest) {
        JsonObjectBuilder body = Json.createObjectBuilder();
        fields(type).stream()
                .filter(field -> !field.getBoolean("readOnly"))
                .filter(field -> !SYSTEM.contains(field.getString("name")))
                .filter(field -> !LEFT_OUT.getOrDefault(type, Set.of()).contains(field.getString("name")))
                .filter(field -> !smallest || field.getBoolean("required") || ENOUGH.contains(field.getString("label")))
                .forEach(field -> body.add(field.getString("name"), value(type, field)));
        return body.build();
    }

    private JsonValue value(String type, JsonObject field) {
        if (field.getString("name").equals("creditNote")) {
            return Json.createValue(issuedCreditNote());
        }
        return OF_ITS_OWN.getOrDefault(type, Set.of()).contains(field.getString("name"))
                ? Json.createValue(ofItsOwn(field.getString("references")))
                : value(field);
    }

    private String ofItsOwn(String type) {
        return switch (type) {
            case "billing.invoice" -> issuedInvoice();
            case "billing.self-billed-invoice" -> issuedSelfBilled();
            default -> referable(type);
        };
    }

    /** Only what is issued can be paid. */
    private String issuedInvoice() {
        String id = fresh("billing.invoice").id();
        fresh(
                "billing.invoice-line",
                Json.createObjectBuilder().add("invoice", id).build());
        admin().done(Call.post(path("invoices/" + id + "/issue"), JsonValue.EMPTY_JSON_OBJECT));
        return id;
    }

    /** The same of what is written in the name of a supplier. */
    String issuedSelfBilled() {
        String id = fresh("billing.self-billed-invoice").id();
        issueSelfBilled(id);
        return id;
    }

    /** Issues a draft. */
    void issueSelfBilled(String id) {
        completeSelfBilled(id);
        admin().done(Call.post(path("self-billed-invoices/" + id + "/issue"), JsonValue.EMPTY_JSON_OBJECT));
    }

    /** Lets a draft be issued: it has a line, and its supplier has a tax number and has agreed. */
    void completeSelfBilled(String id) {
        String supplier = shared("core.account");
        console().execute("update core.account set tax_number = 'DE123456789' where id = ?::uuid", supplier);
        fresh(
                "billing.self-billing-agreement",
                Json.createObjectBuilder()
                        .add("supplier", supplier)
                        .add("agreedOn", "2020-01-01")
                        .addNull("endsOn")
                        .build());
        fresh(
                "billing.self-billed-line",
                Json.createObjectBuilder().add("selfBilledInvoice", id).build());
    }

    /** Of which nothing is settled yet, not even with its own invoice. */
    String issuedCreditNote() {
        String invoice = issuedInvoice();
        admin().done(Call.post(path("invoices/" + invoice + "/credit"), JsonValue.EMPTY_JSON_OBJECT));
        String note = admin().done(Call.get(path("invoices")).query("filter", "credited==" + invoice))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        admin().done(Call.post(path("invoices/" + note + "/issue"), JsonValue.EMPTY_JSON_OBJECT));
        admin().done(Call.put(
                        path("invoices/" + note + "/credit-settlements"),
                        Json.createObjectBuilder()
                                .add("items", JsonValue.EMPTY_JSON_ARRAY)
                                .build())
                .header("If-Match", "*"));
        return note;
    }

    /** The input of a verb with every field it has. */
    JsonObject input(String type, String verb) {
        JsonObjectBuilder body = Json.createObjectBuilder();
        type(type).getJsonArray("verbs").getValuesAs(JsonObject.class).stream()
                .filter(form -> form.getString("name").equals(verb))
                .flatMap(form -> form.getJsonArray("fields").getValuesAs(JsonObject.class).stream())
                .forEach(field -> body.add(field.getString("name"), value(field)));
        return body.build();
    }

    /** A value the field takes. */
    JsonValue value(JsonObject field) {
        if (DAYS_ONCE.contains(field.getString("label"))) {
            return Json.createValue(
                    FIRST_DAY.plusDays(RATE_DAY.incrementAndGet()).toString());
        }
        if (FIXED.containsKey(field.getString("name"))) {
            return FIXED.get(field.getString("name"));
        }
        if (FIXED.containsKey(field.getString("label"))) {
            return FIXED.get(field.getString("label"));
        }
        return switch (field.getString("kind")) {
            case "text" -> Json.createValue(text(field));
            case "multiline" -> Json.createValue("Proven " + number());
            case "email" -> Json.createValue("proof" + number() + "@example.org");
            case "phone" -> Json.createValue("+49 30 5550100");
            case "url" -> Json.createValue("https://example.org/proof");
            case "integer", "decimal", "percent" -> Json.createValue(10);
            case "boolean" -> OFF.contains(field.getString("label")) ? JsonValue.FALSE : JsonValue.TRUE;
            case "date" -> Json.createValue("2026-06-15");
            case "instant" -> Json.createValue("2026-06-15T08:00:00Z");
            case "choice" -> field.getJsonArray("choices").getJsonObject(0).get("value");
            case "reference" -> Json.createValue(shared(field.getString("references")));
            case "money" ->
                Json.createObjectBuilder()
                        .add("amount", "1234.50")
                        .add("currency", manifest().getJsonObject("tenant").getString("currency"))
                        .build();
            case "emails" -> points("value", "proof" + number() + "@example.org");
            case "phones" -> points("value", "+49 30 5550100");
            case "links" -> points("value", "https://example.org/proof");
            case "addresses" -> points("street", "Proof street " + number());
            case "country" -> Json.createValue("DE");
            case "currency" -> Json.createValue("GBP");
            case "roles" -> Json.createValue("tenant-admin");
            default -> throw new IllegalArgumentException("No value for a field of kind " + field.getString("kind"));
        };
    }

    private static JsonValue points(String part, String value) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("kind", "OTHER")
                        .add("primary", true)
                        .add(part, value))
                .build();
    }

    private static String text(JsonObject field) {
        String text = "Proof " + number();
        int max = field.containsKey("max") && field.get("max").getValueType() == JsonValue.ValueType.NUMBER
                ? field.getInt("max")
                : 255;
        return text.length() > max ? text.substring(text.length() - max).strip() : text;
    }

    /** The tenant's tables behind the product's back, for states the API cannot make at once. */
    Console console() {
        return Console.of(slug);
    }
}
