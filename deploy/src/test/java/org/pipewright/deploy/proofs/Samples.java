package org.pipewright.deploy.proofs;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedCall;

/**
 * How each operation is called so that it succeeds. The operations of record types are called by their declaration; every
 * other operation has an entry here, and one without fails the proofs by name.
 */
final class Samples {

    private static final Pattern LINK = Pattern.compile("/(?:signup|invitations|confirm)/([A-Za-z0-9_-]{16,})");
    /** Proposals that are made only for records that have got somewhere. */
    private static final Set<String> OF_WHAT_STANDS_SOMEWHERE = Set.of(
            "sales.quote.send-again-proposal",
            "sales.order.send-proposal",
            "sales.order.invoice-proposal",
            "billing.subscription.pause-proposal",
            "billing.subscription.resume-proposal",
            "billing.subscription.end-proposal",
            "billing.invoice.pay-proposal",
            "billing.invoice.send-proposal",
            "billing.self-billed-invoice.pay-proposal",
            "billing.self-billed-invoice.send-proposal");

    private static final String PRODUCT = "core.product";
    private static final String ACCOUNT = "core.account";
    private static final String RULE = "field-rules/sales.marketing-activity/endsOn";
    /** A picture of one point. */
    private static final String LOGO =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNQSDgAAAHkAUGcFuGgAAAAAElFTkSuQmCC";

    private static final String PASSWORD = "a-long-pass-phrase-42";

    private final Map<String, BiFunction<Workplace, Operation, Sample>> entries = new TreeMap<>();
    /** Generic operations that need a record as it was made, and no other state of it. */
    private static final Set<String> OF_ANY_RECORD = Set.of("change", "bulk", "delete");

    /** Records that stay as they are, by owner or tenant, and type. */
    private final Map<String, Workplace.Prepared> untouched = new TreeMap<>();
    /** Records to which comments, files and the like are added, by tenant and type. */
    private final Map<String, Workplace.Prepared> beside = new TreeMap<>();

    private final boolean keepsRecords;

    Samples() {
        this(false);
    }

    /**
     * @param keepsRecords whether one record serves several samples, also of operations that would change it, until it
     *     is told to be {@link #touched}
     */
    Samples(boolean keepsRecords) {
        this.keepsRecords = keepsRecords;
        addLinks();
        addForms();
        addOutsideLinks();
        addCallbacks();
        addOperator();
        addGrants();
        addPerson();
        addTenant();
        addPeople();
        addShares();
        addActivities();
        addRoles();
        addViews();
        addShortlists();
        addTags();
        addOwnFields();
        addFieldRules();
        addLayouts();
        addWorkflows();
        addMerges();
        addDuplicates();
        addProposals();
        addChoices();
        addPlaces();
        addTerritories();
        addTerritoryPlans();
        addImports();
    }

    boolean has(Operation operation) {
        return operation.isGeneric() || entries.containsKey(name(operation));
    }

    Iterable<String> names() {
        return entries.keySet();
    }

    private static String name(Operation operation) {
        return operation.id().replaceFirst("@.*", "");
    }

    /** A fresh call of the operation in that tenant, about records of the tenant's administrator. */
    Sample of(Operation operation, Workplace place) {
        BiFunction<Workplace, Operation, Sample> entry = entries.get(name(operation));
        if (entry != null) {
            Sample sample = entry.apply(place, operation);
            if (operation.id().startsWith("OwnFields.")) {
                return new Sample(sample.call(), () -> hideOwnFields(place));
            }
            return operation.id().startsWith("Imports.")
                    ? new Sample(sample.call(), () -> ProofImport.settle(place))
                    : sample;
        }
        return generic(operation, place, place.slug(), () -> place.fresh(operation.recordType()));
    }

    /** The same about a record of somebody else. */
    Sample about(DemoMember owner, Operation operation, Workplace place) {
        return generic(operation, place, owner.name(), () -> place.ownedBy(owner, operation.recordType()));
    }

    private Sample generic(Operation operation, Workplace place, String whose, Supplier<Workplace.Prepared> fresh) {
        String type = operation.recordType();
        Supplier<Workplace.Prepared> record = leavesUntouched(operation)
                ? () -> untouched.computeIfAbsent(whose + " " + type, key -> fresh.get())
                : fresh;
        String root = operation.path().replace("{tenant}", place.slug());
        Call call = Call.of(operation.method(), root);
        return switch (operation.action()) {
            case "list", "bin" -> new Sample(call);
            case "groups" -> new Sample(call.query("by", "createdBy"));
            case "report" -> new Sample(call.at(root.replace("{report}", place.report(type))));
            case "movement" ->
                new Sample(call.at(root.replace("{report}", place.report(type)))
                        .query("from", "2026-01-01")
                        .query("to", "2026-02-01"));
            case "create" -> new Sample(call.with(place.body(type)));
            case "bulk" -> new Sample(call.with(bulk(type, record.get().id(), place)));
            default -> ofRecord(operation, place, call, record.get());
        };
    }

    private boolean leavesUntouched(Operation operation) {
        return operation.isRead()
                ? !OF_WHAT_STANDS_SOMEWHERE.contains(operation.id())
                : keepsRecords && OF_ANY_RECORD.contains(operation.action());
    }

    /** Forgets the records that a call which got through was about; their ids. */
    Set<String> touched(Sample sample) {
        Set<String> gone = untouched.values().stream()
                .map(Workplace.Prepared::id)
                .filter(sample::names)
                .collect(Collectors.toSet());
        untouched.values().removeIf(record -> gone.contains(record.id()));
        return gone;
    }

    private static JsonObject bulk(String type, String id, Workplace place) {
        return Json.createObjectBuilder()
                .add("ids", Json.createArrayBuilder().add(id))
                .add("change", change(type, place))
                .build();
    }

    /** A change of one field that rules leave alone. */
    private static JsonObject change(String type, Workplace place) {
        JsonObject field = place.fields(type).stream()
                .filter(candidate -> !candidate.getBoolean("readOnly"))
                .filter(candidate -> Set.of("text", "multiline", "roles").contains(candidate.getString("kind")))
                .findFirst()
                .orElseThrow();
        return Json.createObjectBuilder()
                .add(field.getString("name"), place.value(field))
                .build();
    }

    private Sample ofRecord(Operation operation, Workplace place, Call bare, Workplace.Prepared record) {
        Call call = bare.at(bare.path().replace("{id}", record.id()));
        String type = operation.recordType();
        return switch (operation.action()) {
            case "read", "history", "state" -> new Sample(call);
            case "change" -> new Sample(call.with(change(type, place)).header("If-Match", record.etag()));
            case "delete" -> new Sample(call);
            case "restore" -> restore(place, type, record, call);
            default ->
                operation.isRead()
                        ? read(operation, place, record, call)
                        : operation.method().equals("PUT")
                                ? parts(operation, place, record, call)
                                : verb(operation, place, record, call);
        };
    }

    private static Sample read(Operation operation, Workplace place, Workplace.Prepared record, Call call) {
        switch (operation.id()) {
            case "core.activity.attendees" -> place.meet(record.id());
            case "sales.quote.send-again-proposal" -> stand(place, record, "SENT");
            case "sales.order.send-proposal", "sales.order.invoice-proposal" -> confirm(place, record);
            case "billing.subscription.pause-proposal", "billing.subscription.end-proposal" ->
                activate(place, record, before(call));
            case "billing.subscription.resume-proposal" -> pause(place, record, before(call));
            case "billing.invoice.pay-proposal", "billing.invoice.send-proposal" ->
                issue(place, record, call.path().substring(0, call.path().lastIndexOf('/')));
            case "billing.self-billed-invoice.pay-proposal", "billing.self-billed-invoice.send-proposal" ->
                place.issueSelfBilled(record.id());
            default -> {}
        }
        return new Sample(call);
    }

    private static String before(Call call) {
        return call.path().substring(0, call.path().lastIndexOf('/'));
    }

    /** Gives a subscription something to charge. */
    private static void charge(Workplace place, Workplace.Prepared subscription) {
        place.fresh("billing.subscription-line", json("subscription", subscription.id()));
    }

    private static void activate(Workplace place, Workplace.Prepared subscription, String path) {
        charge(place, subscription);
        place.admin().done(Call.post(path + "/activate", JsonValue.EMPTY_JSON_OBJECT));
    }

    private static void pause(Workplace place, Workplace.Prepared subscription, String path) {
        activate(place, subscription, path);
        place.admin().done(Call.post(path + "/pause", place.input("billing.subscription", "pause")));
    }

    private static Sample parts(Operation operation, Workplace place, Workplace.Prepared record, Call call) {
        if (operation.id().equals("core.activity.save-attendees")) {
            place.meet(record.id());
        }
        if (operation.id().equals("sales.order.save-deliveries")) {
            place.confirm(record.id());
        }
        if (operation.id().equals("billing.invoice.save-credit-settlements")) {
            Call ofNote = call.at(call.path().replace(record.id(), place.issuedCreditNote()));
            return new Sample(ofNote.with(asItIs(place, ofNote)).header("If-Match", "*"));
        }
        if (operation.id().equals("billing.self-billed-invoice.save-self-billed-payments")) {
            Call ofIssued = call.at(call.path().replace(record.id(), place.issuedSelfBilled()));
            return new Sample(ofIssued.with(asItIs(place, ofIssued)).header("If-Match", "*"));
        }
        return new Sample(call.with(asItIs(place, call)).header("If-Match", record.etag()));
    }

    /** All parts of a record, to be saved unchanged. */
    private static JsonObject asItIs(Workplace place, Call call) {
        return Json.createObjectBuilder()
                .add("items", place.admin().read(call.path()).getJsonArray("items"))
                .build();
    }

    private static Sample restore(Workplace place, String type, Workplace.Prepared record, Call call) {
        place.admin().done(Call.of("DELETE", place.path(place.type(type).getString("path") + "/" + record.id())));
        return new Sample(call);
    }

    /** Parties that others refer to have an account with an address. */
    private static void letPartiesBeReached(Workplace place) {
        JsonObject address = Json.createObjectBuilder()
                .add("emails", Json.createArrayBuilder().add(json("value", "party@example.org")))
                .build();
        place.admin()
                .done(Call.of("PATCH", place.path("accounts/" + place.shared("core.account")))
                        .with(address)
                        .header("If-Match", "*"));
    }

    private static Sample verb(Operation operation, Workplace place, Workplace.Prepared record, Call call) {
        String before = call.path().substring(0, call.path().lastIndexOf('/'));
        switch (operation.id()) {
            case "sales.opportunity.close", "sales.opportunity.correct" ->
                place.admin().done(Call.post(before + "/win", place.input("sales.opportunity", "win")));
            case "sales.lead.unqualify" -> place.admin().done(Call.post(before + "/qualify", qualification(place)));
            case "sales.lead.reactivate", "sales.lead.follow-up" ->
                place.admin().done(Call.post(before + "/disqualify", place.input("sales.lead", "disqualify")));
            case "sales.opportunity.reopen" -> {
                place.admin().done(Call.post(before + "/win", place.input("sales.opportunity", "win")));
                place.admin().done(Call.post(before + "/close", JsonValue.EMPTY_JSON_OBJECT));
            }
            case "sales.quote.send" -> {
                place.fresh("sales.quote-line", json("quote", record.id()));
                letPartiesBeReached(place);
            }
            case "sales.quote.send-again" -> {
                stand(place, record, "SENT");
                letPartiesBeReached(place);
            }
            case "sales.quote.approve", "sales.quote.redraft" -> stand(place, record, "IN_REVIEW");
            case "sales.quote.accept",
                    "sales.quote.reject",
                    "sales.quote.revise",
                    "sales.quote.extend",
                    "sales.quote.revoke-links" -> stand(place, record, "SENT");
            case "sales.order.confirm" -> place.fresh("sales.order-line", json("salesOrder", record.id()));
            case "sales.order.invoice" -> {
                place.fresh(
                        "sales.order-line",
                        Json.createObjectBuilder()
                                .add("salesOrder", record.id())
                                .add("optional", false)
                                .build());
                place.confirm(record.id());
            }
            case "sales.order.deliver" -> {
                place.fresh("sales.order-line", json("salesOrder", record.id()));
                place.confirm(record.id());
            }
            case "sales.order.send", "sales.order.revise" -> confirm(place, record);
            case "sales.quote.order" -> stand(place, record, "ACCEPTED");
            case "sales.quote.reverse" -> stand(place, record, "ACCEPTED");
            case "sales.quote.cancel-others" -> {
                String deal = place.fresh("sales.opportunity").id();
                place.fresh("sales.quote", json("opportunity", deal));
                place.console()
                        .execute(
                                "update sales.quote set opportunity_id = ?::uuid where id = ?::uuid",
                                deal,
                                record.id());
                stand(place, record, "ACCEPTED");
            }
            case "sales.quote.lead" ->
                place.console().execute("update sales.quote set is_leading = false where id = ?::uuid", record.id());
            case "sales.opportunity.post-demand", "sales.opportunity.quote-demand" ->
                place.fresh("sales.demand-line", json("opportunity", record.id()));
            case "billing.subscription.activate" -> charge(place, record);
            case "billing.subscription.pause", "billing.subscription.end" -> activate(place, record, before);
            case "billing.subscription.resume" -> pause(place, record, before);
            case "billing.invoice.issue" -> line(place, record);
            case "billing.self-billed-invoice.issue" -> place.completeSelfBilled(record.id());
            case "billing.self-billed-invoice.credit",
                    "billing.self-billed-invoice.pay",
                    "billing.self-billed-invoice.send" -> place.issueSelfBilled(record.id());
            case "billing.invoice.credit",
                    "billing.invoice.cancel",
                    "billing.invoice.pay",
                    "billing.invoice.send",
                    "billing.invoice.stop-dunning" -> issue(place, record, before);
            case "billing.invoice.correct" -> {
                issue(place, record, before);
                place.admin().done(Call.post(before + "/cancel", json("reason", "Proof")));
            }
            case "billing.invoice.write-off" -> {
                issue(place, record, before);
                place.console()
                        .execute(
                                "update billing.invoice set open_amount = 0.01, open_base = 0.01 where id = ?::uuid",
                                record.id());
            }
            case "billing.invoice.waive-fees" -> {
                issue(place, record, before);
                place.console().execute("update billing.invoice set fees_amount = 1 where id = ?::uuid", record.id());
            }
            case "billing.invoice.write-back" -> {
                issue(place, record, before);
                place.console()
                        .execute(
                                "update billing.invoice set written_off_amount = 0.01 where id = ?::uuid", record.id());
            }
            case "billing.invoice.revoke-links" -> {
                issue(place, record, before);
                place.console().execute("update billing.invoice set sent_at = now() where id = ?::uuid", record.id());
            }
            case "billing.invoice.resume-dunning" -> {
                issue(place, record, before);
                place.admin().done(Call.post(before + "/stop-dunning", JsonValue.EMPTY_JSON_OBJECT));
            }
            case "billing.invoice.remind" -> {
                issue(place, record, before);
                place.console()
                        .execute("update billing.invoice set due_on = '2020-01-01' where id = ?::uuid", record.id());
                place.shared("billing.dunning-level");
            }
            case "sales.opportunity.waive-tasks" -> owe(place, record);
            case "territories.territory.deactivate", "territories.territory-plan.roll-back" ->
                place.admin().done(Call.post(before + "/activate", JsonValue.EMPTY_JSON_OBJECT));
            case "territories.territory-plan.resume" ->
                place.admin().done(Call.post(before + "/archive", JsonValue.EMPTY_JSON_OBJECT));
            case "sales.kind.revise" -> {
                place.fresh("sales.kind-stage", json("kind", record.id()));
                allow(place, record.id());
            }
            case "sales.kind.release" -> follow(place, record);
            case "sales.kind.migrate" ->
                place.console()
                        .execute(
                                "update sales.opportunity set kind_id = ?::uuid where id = ?::uuid",
                                record.id(),
                                place.fresh("sales.opportunity").id());
            case "core.activity.hold", "core.activity.miss" ->
                place.console()
                        .execute(
                                "update core.activity set form = 'CALL', status = 'PLANNED' where id = ?::uuid",
                                record.id());
            case "core.activity.invite" -> place.fresh("core.attendee", json("activity", record.id()));
            case "core.activity.reopen" ->
                place.admin().done(Call.post(before + "/complete", JsonValue.EMPTY_JSON_OBJECT));
            case "core.activity.handle" ->
                place.console().execute("update core.activity set handled = false where id = ?::uuid", record.id());
            case "core.message.take-in" ->
                place.console()
                        .execute(
                                "update core.message set outcome = 'IGNORED', reason = 'NOBODY' where id = ?::uuid",
                                record.id());
            case "core.message.send-again" ->
                place.console()
                        .execute(
                                "update core.message set direction = 'OUTBOUND', delivery = 'FAILED',"
                                        + " recipients = 'proof@example.org' where id = ?::uuid",
                                record.id());
            case "core.member.deactivate" -> status(place, record, "ACTIVE");
            case "core.member.activate" -> status(place, record, "INACTIVE");
            default -> {}
        }
        return new Sample(call.with(
                switch (operation.id()) {
                    case "sales.lead.qualify" -> qualification(place);
                    case "sales.order.invoice" -> json("part", "REST");
                    case "sales.opportunity.move", "sales.opportunity.deviate" -> toStage(operation, place);
                    case "sales.opportunity.change-kind" -> toKind(place);
                    case "sales.kind.migrate" ->
                        json(
                                "kind",
                                place.named("opportunity-kinds", "Custom sale"),
                                "stage",
                                place.stage("Custom sale", "Negotiate"));
                    case "sales.stage.apply-probability", "sales.opportunity-status.apply-probability" ->
                        Json.createObjectBuilder().add("deals", 0).build();
                    case "billing.invoice.issue", "billing.self-billed-invoice.issue" -> JsonValue.EMPTY_JSON_OBJECT;
                    case "billing.self-billed-invoice.pay" -> allOfIt(place, before);
                    case "billing.bank-entry.assign-to" -> json("customer", place.shared(ACCOUNT));
                    default -> place.input(operation.recordType(), operation.action());
                }));
    }

    /** Lets a quote stand where it has got by its number. */
    private static void stand(Workplace place, Workplace.Prepared quote, String status) {
        place.console()
                .execute("update sales.quote set status = ?, number = id::text where id = ?::uuid", status, quote.id());
    }

    /** Lets an order stand where it has got its number. */
    private static void confirm(Workplace place, Workplace.Prepared order) {
        place.confirm(order.id());
        place.console().execute("update sales.customer_order set number = id::text where id = ?::uuid", order.id());
    }

    private static void issue(Workplace place, Workplace.Prepared invoice, String path) {
        line(place, invoice);
        place.admin().done(Call.post(path + "/issue", JsonValue.EMPTY_JSON_OBJECT));
    }

    /** What is proposed: no more is paid to suppliers than they get. */
    private static JsonObject allOfIt(Workplace place, String path) {
        return place.admin().read(path + "/pay");
    }

    private static void line(Workplace place, Workplace.Prepared invoice) {
        place.fresh("billing.invoice-line", json("invoice", invoice.id()));
    }

    /** Lets new deals be of the kind, but not by themselves: it may lack stages. */
    private static void allow(Workplace place, String kind) {
        place.console().execute("update sales.kind set allowed = true, preferred = false where id = ?::uuid", kind);
    }

    /** Lets a kind with a stage be the draft that is to follow another one. */
    private static void follow(Workplace place, Workplace.Prepared draft) {
        String former = place.fresh("sales.kind").id();
        allow(place, former);
        place.fresh("sales.kind-stage", json("kind", draft.id()));
        place.console()
                .execute(
                        "update sales.kind set former_id = ?::uuid, edition = 2 where id = ?::uuid",
                        former,
                        draft.id());
    }

    /** A task that is mandatory in the stage of the deal, by a rule that asks for no other. */
    private static void owe(Workplace place, Workplace.Prepared deal) {
        String stage = place.admin()
                .read(place.path("opportunities/" + deal.id()))
                .getJsonObject("stage")
                .getString("id");
        JsonObject asleep = Json.createObjectBuilder(json("stage", stage))
                .add("active", false)
                .build();
        String rule = place.fresh("sales.task-rule", asleep).id();
        place.console()
                .execute(
                        "update core.activity set origin = ? where id = ?::uuid",
                        "sales.task:" + deal.id() + ":" + rule,
                        place.fresh("core.activity").id());
    }

    /** A lead becomes a new account or one there is, not both. */
    private static JsonObject qualification(Workplace place) {
        return Json.createObjectBuilder(place.input("sales.lead", "qualify"))
                .remove("account")
                .remove("contact")
                .build();
    }

    /** New deals are of the kind that lets them move anywhere. */
    private static JsonObject toStage(Operation operation, Workplace place) {
        return Json.createObjectBuilder(place.input(operation.recordType(), operation.action()))
                .add("stage", place.stage("Custom sale", "Negotiate"))
                .build();
    }

    private static JsonObject toKind(Workplace place) {
        return json(
                "kind",
                place.named("opportunity-kinds", "Standard sale"),
                "stage",
                place.stage("Standard sale", "Identify needs"));
    }

    private static void status(Workplace place, Workplace.Prepared member, String status) {
        place.console().execute("update core.member set status = ? where id = ?::uuid", status, member.id());
    }

    private void add(String id, BiFunction<Workplace, Operation, Sample> entry) {
        entries.put(id, entry);
    }

    /** An operation whose path needs nothing but the tenant. */
    private void plain(String id, Function<Call, Call> completion) {
        add(id, (place, operation) -> new Sample(completion.apply(at(operation, place))));
    }

    /** An operation on something that is made before. */
    private void on(String id, Function<Workplace, String> made, BiFunction<Workplace, Call, Call> completion) {
        add(id, (place, operation) -> {
            Call call = at(operation, place);
            return new Sample(completion.apply(place, call.at(call.path().replace("{id}", made.apply(place)))));
        });
    }

    private static Call at(Operation operation, Workplace place) {
        return Call.of(operation.method(), operation.path().replace("{tenant}", place.slug()));
    }

    private static JsonObject json(String... namesAndValues) {
        var object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object.build();
    }

    private void addTranslations() {
        Function<Call, Call> german = call -> call.at(call.path().replace("{language}", "de"));
        plain("Translations.translations", german);
        on(
                "Translations.name",
                place -> place.fresh("sales.loss-reason").id(),
                (place, call) -> german.apply(call).with(json("text", "Zu teuer " + Workplace.number())));
        on("Translations.forget", place -> place.fresh("sales.loss-reason").id(), (place, call) -> german.apply(call));
    }

    private void addLinks() {
        plain("Signups.signUp", call -> call.with(signup("proof" + Workplace.number() + "@signup.example")));
        token("Signups.view", place -> signupToken(place.product()), call -> call);
        token("Signups.confirm", place -> signupToken(place.product()), call -> call.with(json("password", PASSWORD)));
        token("Signups.resend", place -> signupToken(place.product()), call -> call);
        token("InvitationLink.view", Samples::invitationToken, call -> call);
        token(
                "InvitationLink.accept",
                Samples::invitationToken,
                call -> call.with(json("name", "Ina Invited", "password", PASSWORD)));
        plain("Texts.texts", call -> call.at(call.path().replace("{language}", "en")));
    }

    private void addForms() {
        ofForm("Forms.view", (place, call) -> call);
        ofForm("Forms.preflight", (place, call) -> call);
        ofForm(
                "Forms.submit",
                (place, call) -> call.with(
                        submission(opened(place, call.path()), "proof" + Workplace.number() + "@visitor.example")));
        plain("ParkedSubmissions.parked", call -> call);
        on("ParkedSubmissions.release", Samples::parked, (place, call) -> call);
        on("ParkedSubmissions.discard", Samples::parked, (place, call) -> call);
        ofForm("Forms.confirm", (place, call) -> {
            String form = call.path().replaceFirst("/confirm$", "");
            String email = "proof" + Workplace.number() + "@visitor.example";
            place.product().asNobody().done(Call.post(form, submission(opened(place, form), email)));
            return call.with(json("secret", mailedToken(place.product(), email)));
        });
    }

    /** What was sent by a form while it was closed. */
    private static String parked(Workplace place) {
        String id = java.util.UUID.randomUUID().toString();
        place.console()
                .execute(
                        "insert into core.form_submission (id, form_id, nonce, state, expires_at, content)"
                                + " values (?::uuid, ?::uuid, ?, 'PARKED', now(), ?::jsonb)",
                        id,
                        place.shared("sales.lead-form"),
                        id,
                        "{\"members\": {\"lastName\": \"Proof " + Workplace.number() + "\"},"
                                + " \"arrival\": {\"facts\": {}, \"at\": \"2026-06-15T08:00:00Z\"}}");
        return id;
    }

    /** A form in the tenant, in whose path the tenant stands elsewhere. */
    private void ofForm(String id, BiFunction<Workplace, Call, Call> completion) {
        add(id, (place, operation) -> {
            Call call = at(operation, place);
            return new Sample(completion.apply(
                    place,
                    call.at(call.path()
                            .replace("{form}", place.fresh("sales.lead-form").id()))));
        });
    }

    /** The token of an opened form, once a person could have filled it in. */
    private static String opened(Workplace place, String form) {
        String token = place.product().asNobody().done(Call.get(form)).json().getString("token");
        long since = Long.parseLong(token.split("\\.")[0]);
        RunningProduct.eventually("somebody has written", () -> System.currentTimeMillis() > since + 2_100);
        return token;
    }

    private static JsonObject submission(String token, String email) {
        return Json.createObjectBuilder()
                .add("token", token)
                .add("consent", true)
                .add(
                        "answers",
                        Json.createObjectBuilder()
                                .add("firstName", "Vera")
                                .add("lastName", "Visitor")
                                .add("company", "Visitor Ltd")
                                .add("jobTitle", "Buyer")
                                .add("emails", email)
                                .add("phones", "+49 30 5550100")
                                .add("website", "https://visitor.example")
                                .add("need", "Machines"))
                .build();
    }

    private void token(String id, Function<Workplace, String> token, Function<Call, Call> completion) {
        add(id, (place, operation) -> {
            Call call = at(operation, place);
            return new Sample(completion.apply(call.at(call.path().replace("{token}", token.apply(place)))));
        });
    }

    static JsonObject signup(String email) {
        return Json.createObjectBuilder()
                .add("organisation", "Proof Company")
                .add("slug", "proof-" + Workplace.number())
                .add("country", "DE")
                .add("timeZone", "Europe/Berlin")
                .add("language", "en")
                .add("currency", "EUR")
                .add("adminName", "Petra Proof")
                .add("adminEmail", email)
                .add("terms", true)
                .build();
    }

    private static String signupToken(RunningProduct product) {
        String email = "proof" + Workplace.number() + "@signup.example";
        product.asNobody().done(Call.post("/api/signups", signup(email)));
        return mailedToken(product, email);
    }

    private static String invitationToken(Workplace place) {
        String email = "proof" + Workplace.number() + "@invited.example";
        invitation(place, email);
        return mailedToken(place.product(), email);
    }

    private static String invitation(Workplace place) {
        return invitation(place, "proof" + Workplace.number() + "@invited.example");
    }

    private static String invitation(Workplace place, String email) {
        return place.admin()
                .done(Call.post(place.path("invitations"), invited(place, email)))
                .json()
                .getString("id");
    }

    private static JsonObject emailDomain(Workplace place) {
        return Json.createObjectBuilder()
                .add("domain", "proof" + Workplace.number() + ".example")
                .add("role", place.roleId("read-only"))
                .build();
    }

    private static String namedDomain(Workplace place) {
        return newDomain(place).getString("id");
    }

    private static String provableDomain(Workplace place) {
        JsonObject domain = newDomain(place);
        place.product().names().publish(domain.getString("recordName"), domain.getString("recordText"));
        return domain.getString("id");
    }

    private static JsonObject newDomain(Workplace place) {
        return place.admin()
                .done(Call.post(place.path("email-domains"), emailDomain(place)))
                .json();
    }

    private static JsonObject invited(Workplace place, String email) {
        return Json.createObjectBuilder()
                .add("email", email)
                .add("name", "Ina Invited")
                .add("roles", Json.createArrayBuilder().add(place.roleId("read-only")))
                .build();
    }

    static String mailedToken(RunningProduct product, String email) {
        RunningProduct.eventually(
                "a mail to " + email, () -> !product.mailsTo(email).isEmpty());
        JsonArray mails = product.mailsTo(email);
        Matcher link = LINK.matcher(mails.getJsonObject(0).getString("text"));
        if (!link.find()) {
            throw new IllegalStateException("No link in " + mails.getJsonObject(0));
        }
        return link.group(1);
    }

    private void addOperator() {
        plain("Operator.list", call -> call);
        plain("InstalledModules.modules", call -> call);
        add("Operator.suspend", (place, operation) -> {
            Call call = tenantOf(at(operation, place), Workplace.GLOBEX).with(json("reason", "Proof"));
            return new Sample(call, () -> operator("reactivate"));
        });
        add("Operator.reactivate", (place, operation) -> {
            operator("suspend");
            return new Sample(tenantOf(at(operation, place), Workplace.GLOBEX), () -> operator("reactivate"));
        });
        ofGlobex("OperatorDeletions.view", call -> call);
        ofGlobex("OperatorUsage.usage", call -> call);
        ofGlobex("OperatorUsage.months", call -> call);
        ofGlobex(
                "OperatorUsage.limit",
                call -> call.at(call.path().replace("{limit}", "import-rows"))
                        .with(Json.createObjectBuilder().addNull("most").build()));
        plain("DeletionRecords.records", call -> call);
        addDefaults();
        add("OperatorDeletions.request", (place, operation) -> {
            Call call = tenantOf(at(operation, place), Workplace.GLOBEX).with(json("slug", "globex"));
            return new Sample(call, () -> deletionTakenBack(Workplace.GLOBEX));
        });
        add("OperatorDeletions.cancel", (place, operation) -> {
            Workplace.GLOBEX.admin().done(Call.post(Workplace.GLOBEX.path("deletion"), json("slug", "globex")));
            return new Sample(
                    tenantOf(at(operation, place), Workplace.GLOBEX), () -> deletionTakenBack(Workplace.GLOBEX));
        });
        plain(
                "Operator.grant",
                call -> tenantOf(call, Workplace.GLOBEX)
                        .at(tenantOf(call, Workplace.GLOBEX).path().replace("{module}", "billing"))
                        .with(Json.createObjectBuilder().add("granted", true).build()));
    }

    /** The defaults of the modules stay. */
    private void addDefaults() {
        plain("OperatorDefaults.list", call -> call);
        plain("OperatorDefaults.changes", call -> call);
        plain(
                "OperatorDefaults.feature",
                call -> call.at(call.path().replace("{feature}", "billing.invoices"))
                        .with(Json.createObjectBuilder().addNull("enabled").build()));
        plain(
                "OperatorDefaults.setting",
                call -> call.at(call.path().replace("{key}", "core.bin.days"))
                        .with(Json.createObjectBuilder().addNull("value").build()));
    }

    /** A feature that is on stays on. */
    private void addGrants() {
        ofGlobex("Operator.plan", call -> call.with(json("plan", "Proof")));
        ofGlobex("OperatorFeatures.list", call -> call);
        ofGlobex(
                "OperatorFeatures.grant",
                call -> call.at(call.path().replace("{feature}", "billing.invoices"))
                        .with(Json.createObjectBuilder().add("granted", true).build()));
    }

    private void ofGlobex(String id, Function<Call, Call> completion) {
        plain(id, call -> completion.apply(tenantOf(call, Workplace.GLOBEX)));
    }

    private static Call tenantOf(Call call, Workplace place) {
        return call.at(call.path().replace("{id}", place.tenantId()));
    }

    private static void operator(String deed) {
        Call call = Call.of("POST", "/api/operator/tenants/" + Workplace.GLOBEX.tenantId() + "/" + deed);
        RunningProduct.get()
                .as(DemoMember.OPERATOR)
                .send(deed.equals("suspend") ? call.with(json("reason", "Proof")) : call);
    }

    private void addPerson() {
        plain("Session.session", call -> call);
        plain("Session.change", call -> call.with(json("language", "en")));
        plain("Sessions.list", call -> call);
        on("Sessions.end", Samples::session, (place, call) -> call);
    }

    /** A browser session of the administrator, put there as the log-in does. */
    private static String session(Workplace place) {
        place.console()
                .execute(
                        "insert into platform.session (id_hash, person_id, expires_at) select decode(md5(?) || md5(?),"
                                + " 'hex'), id, now() + interval '1 hour' from platform.person where email = ?",
                        UUID.randomUUID().toString(),
                        "session",
                        place.adminMember().email());
        return place.admin()
                .read("/api/sessions")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private void addTenant() {
        plain("Manifest.manifest", call -> call);
        plain("Modules.modules", call -> call);
        plain("OpenApi.document", call -> call);
        plain("Features.features", call -> call);
        plain(
                "Features.choose",
                call -> call.at(call.path().replace("{key}", "sales.lead-sources"))
                        .with(Json.createObjectBuilder().add("enabled", true).build()));
        plain("Settings.settings", call -> call);
        add(
                "Settings.choose",
                (place, operation) -> new Sample(at(operation, place)
                        .at(at(operation, place).path().replace("{key}", setting(place)))
                        .with(Json.createObjectBuilder().addNull("value").build())));
        plain("Currencies.currencies", call -> call);
        plain(
                "Currencies.choose",
                call -> call.at(call.path().replace("{code}", "NOK"))
                        .with(Json.createObjectBuilder()
                                .add("active", true)
                                .add("preferred", false)
                                .build()));
        plain("NumberSeries.series", call -> call);
        plain("NumberSeries.gaps", call -> call.at(call.path().replace("{key}", "sales.quote")));
        plain(
                "NumberSeries.choose",
                call -> call.at(call.path().replace("{key}", "sales.quote"))
                        .with(Json.createObjectBuilder()
                                .add("pattern", "Q-{year}-{number:3}")
                                .add("reset", "YEAR")
                                .build()));
        addTranslations();
        plain("Search.search", call -> call.query("q", "proof"));
        plain("Audit.audit", call -> call);
        plain("AuditExport.export", call -> call);
        plain("Retention.retention", call -> call);
        plain("PaperTemplates.templates", call -> call);
        plain("PaperTemplates.template", Samples::ofInvoice);
        plain("PaperTemplates.choose", call -> ofInvoice(call).with(json("template", "<p>{{title}}</p>")));
        plain("PaperTemplates.giveUp", Samples::ofInvoice);
        plain("PaperTemplates.versions", Samples::ofInvoice);
        plain("PaperTemplates.preview", call -> ofInvoice(call).with(json("language", "de")));
        plain("SampleData.view", call -> call);
        add("SampleData.write", (place, operation) -> {
            place.admin().done(Call.of("DELETE", place.path("sample-data")));
            return new Sample(
                    Call.of("POST", place.path("sample-data")),
                    () -> place.admin().done(Call.of("DELETE", place.path("sample-data"))));
        });
        plain("SampleData.remove", call -> call);
        plain(
                "Retention.choose",
                call -> call.at(call.path().replace("{recordType}", PRODUCT))
                        .with(Json.createObjectBuilder().add("days", 36_500).build()));
        on("PersonalData.view", place -> place.fresh("core.contact").id(), (place, call) -> ofContact(call));
        on("PersonalData.erase", place -> place.fresh("core.contact").id(), (place, call) -> ofContact(call));
        plain("Rights.rights", call -> call);
        plain("Explain.explain", call -> call.query("subject", ACCOUNT).query("action", "view"));
        plain("Organisation.profile", call -> call);
        add("Logo.logo", (place, operation) -> {
            place.admin().done(Call.put(place.path("organisation/logo"), json("content", LOGO)));
            return new Sample(Call.get(place.path("organisation/logo")));
        });
        plain("Logo.choose", call -> call.with(json("content", LOGO)));
        plain("Logo.remove", call -> call);
        plain("Organisation.change", call -> call.with(json("city", "Proof")).header("If-Match", "*"));
        plain("Export.export", call -> call);
        plain("ListExports.begin", call -> call.with(json("recordType", "core.account", "format", "csv")));
        on("JobFile.file", Samples::jobFile, (place, call) -> call);
        plain("Outbox.failed", call -> call);
        on("Outbox.retry", Samples::failedDelivery, (place, call) -> call);
        plain("Jobs.jobs", call -> call);
        on("Jobs.job", Samples::job, (place, call) -> call);
        on("Jobs.cancel", Samples::job, (place, call) -> call);
        plain("Usage.usage", call -> call);
        plain("Usage.warnings", call -> call);
        plain("Usage.months", call -> call);
        plain("FirstSteps.steps", call -> call);
        plain(
                "FirstSteps.dismiss",
                call -> call.with(
                        Json.createObjectBuilder().add("dismissed", false).build()));
        plain(
                "FirstSteps.say",
                call -> call.at(call.path().replace("{step}", "features"))
                        .with(Json.createObjectBuilder().add("done", true).build()));
        plain("Takeouts.exports", call -> call);
        add("Takeouts.begin", (place, operation) -> {
            noTakeout(place);
            return new Sample(at(operation, place), () -> noTakeout(place));
        });
        on("Takeouts.export", Samples::takeout, (place, call) -> call);
        on("Takeouts.archive", Samples::takeout, (place, call) -> call);
        on("Takeouts.remove", Samples::takeout, (place, call) -> call);
        plain("Deletion.view", call -> call);
        add(
                "Deletion.request",
                (place, operation) -> new Sample(
                        at(operation, place).with(json("slug", place.slug())), () -> deletionTakenBack(place)));
        add("Deletion.cancel", (place, operation) -> {
            place.admin().done(Call.post(place.path("deletion"), json("slug", place.slug())));
            return new Sample(at(operation, place), () -> deletionTakenBack(place));
        });
    }

    private static Call ofInvoice(Call call) {
        return call.at(call.path().replace("{kind}", "billing.invoice"));
    }

    private static Call ofContact(Call call) {
        return call.at(call.path().replace("{recordType}", "core.contact"));
    }

    /** The first setting there is, or a name of none. */
    private static String setting(Workplace place) {
        return settings(place).stream()
                .map(setting -> setting.getString("key"))
                .findFirst()
                .orElse("core.nothing");
    }

    private static List<JsonObject> settings(Workplace place) {
        return place.admin().read(place.path("settings")).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** Whether it can succeed: as long as no module has a setting, none can be chosen. */
    static boolean isPossible(Operation operation, Workplace place) {
        boolean nothingToShare =
                operation.id().matches("Shares\\.(share|withdraw)@.*") && !isSharable(operation, place);
        boolean nothingToTag = operation.id().startsWith("RecordTags.") && !isEditable(operation, place);
        boolean takesNone = operation.id().matches("(LinkedActivities\\.add|Mails\\.(start|send))@.*")
                && !place.type(operation.recordType()).getBoolean("activities");
        boolean nothingToMerge = operation.id().startsWith("Merges.")
                && !place.type(operation.recordType()).getJsonObject("actions").getBoolean("merge");
        return !nothingToShare
                && !nothingToMerge
                && !nothingToTag
                && !takesNone
                && (!operation.id().equals("Settings.choose")
                        || !settings(place).isEmpty());
    }

    /** Lets none be under way; only one may be. */
    private static void noTakeout(Workplace place) {
        place.console().execute("update core.takeout set state = 'FAILED' where state in ('WAITING', 'RUNNING')");
    }

    /** A takeout that is ready, put there as the job does. */
    private static String takeout(Workplace place) {
        String id = UUID.randomUUID().toString();
        place.console()
                .execute(
                        "insert into core.takeout (id, state, requested_by, finished_at, expires_at, size, sha256,"
                                + " manifest) values (?::uuid, 'READY', 'Proof', now(), now() + interval '1 hour', 5,"
                                + " 'proof', '{}')",
                        id);
        place.console()
                .execute("insert into core.takeout_part (takeout_id, n, bytes) values (?::uuid, 0, 'proof')", id);
        return id;
    }

    private static void deletionTakenBack(Workplace place) {
        place.admin().send(Call.of("DELETE", place.path("deletion")));
    }

    private static String failedDelivery(Workplace place) {
        place.console()
                .execute(
                        "insert into platform.outbox (tenant_id, kind, consumer, payload, attempts, failed_at)"
                                + " values (?::uuid, 'core.proof.v1', 'proof', '{}', 5, now())",
                        place.tenantId());
        return String.valueOf(place.admin()
                        .read(place.path("outbox/failed"))
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .get("id"))
                .replace("\"", "");
    }

    private static String job(Workplace place) {
        String id = UUID.randomUUID().toString();
        place.console()
                .execute(
                        "insert into platform.job (id, tenant_id, member_id, kind, state, started_at, heartbeat_at)"
                                + " values (?::uuid, ?::uuid, ?::uuid, 'core.proof', 'RUNNING', now(), now())",
                        id,
                        place.tenantId(),
                        place.memberId(place.adminMember()));
        return id;
    }

    /** A job that is done, with the file it made. */
    private static String jobFile(Workplace place) {
        String id = job(place);
        Console console = place.console();
        console.execute("update platform.job set state = 'DONE', finished_at = now() where id = ?::uuid", id);
        console.execute(
                "insert into core.job_file (job_id, name, media_type, size, expires_at)"
                        + " values (?::uuid, 'proof.csv', 'text/csv', 5, now() + interval '1 hour')",
                id);
        console.execute("insert into core.job_file_part (job_id, n, bytes) values (?::uuid, 0, 'proof')", id);
        return id;
    }

    private void addPeople() {
        plain("Invitations.list", call -> call);
        add(
                "Invitations.invite",
                (place, operation) -> new Sample(
                        at(operation, place).with(invited(place, "proof" + Workplace.number() + "@invited.example"))));
        on("Invitations.revoke", Samples::invitation, (place, call) -> call);
        on("Invitations.resend", Samples::invitation, (place, call) -> call);
        plain("EmailDomains.list", call -> call);
        add(
                "EmailDomains.add",
                (place, operation) -> new Sample(at(operation, place).with(emailDomain(place))));
        on(
                "EmailDomains.change",
                Samples::namedDomain,
                (place, call) -> call.with(Json.createObjectBuilder()
                        .add("role", place.roleId("sales-rep"))
                        .add("team", place.shared("core.team"))
                        .build()));
        on("EmailDomains.prove", Samples::provableDomain, (place, call) -> call);
        on("EmailDomains.remove", Samples::namedDomain, (place, call) -> call);
        on("OwnedRecords.owned", place -> place.shared("core.member"), (place, call) -> call);
        on("MemberRoles.roles", place -> place.shared("core.member"), (place, call) -> call);
        on("MemberTeams.teams", place -> place.shared("core.member"), (place, call) -> call);
        on("MemberTeams.replace", place -> place.fresh("core.member").id(), (place, call) -> {
            String team = place.fresh("core.team").id();
            return call.with(Json.createObjectBuilder()
                    .add("main", team)
                    .add("teams", Json.createArrayBuilder().add(team))
                    .build());
        });
        on(
                "MemberRoles.replace",
                place -> place.fresh("core.member").id(),
                (place, call) -> call.with(Json.createObjectBuilder()
                        .add("roles", Json.createArrayBuilder().add(place.roleId("read-only")))
                        .build()));
    }

    private void addShares() {
        add("Shares.list", (place, operation) -> new Sample(Call.of("GET", path(place, operation))));
        add(
                "Shares.share",
                (place, operation) ->
                        new Sample(Call.of("POST", path(place, operation)).with(share(place))));
        add("Shares.withdraw", (place, operation) -> {
            String root = path(place, operation);
            Call share = Call.post(root.substring(0, root.lastIndexOf('/')), share(place));
            String id = isSharable(operation, place)
                    ? place.admin().done(share).json().getString("id")
                    : UUID.randomUUID().toString();
            return new Sample(Call.of("DELETE", root.replace("{share}", id)));
        });
    }

    private void addActivities() {
        add("Timeline.timeline", (place, operation) -> new Sample(Call.of("GET", besidePath(place, operation))));
        add("LinkedActivities.planned", (place, operation) -> new Sample(Call.of("GET", besidePath(place, operation))));
        add("LinkedActivities.weeks", (place, operation) -> new Sample(Call.of("GET", besidePath(place, operation))));
        add(
                "LinkedActivities.add",
                (place, operation) ->
                        new Sample(Call.of("POST", besidePath(place, operation)).with(json("subject", "Proof"))));
        add("Comments.comments", (place, operation) -> new Sample(Call.of("GET", besidePath(place, operation))));
        add(
                "Comments.write",
                (place, operation) -> new Sample(Call.post(besidePath(place, operation), json("text", "Proof"))));
        onComment("Comments.change", call -> call.with(json("text", "Proven")));
        onComment("Comments.remove", call -> call);
        onComment("Comments.former", call -> call);
        addFiles();
        addMails();
        Function<Workplace, String> mail = place -> place.fresh("core.message").id();
        on("MessagePage.page", mail, (place, call) -> call);
        on("MessageLinks.links", mail, (place, call) -> call);
        on("MessageLinks.link", mail, (place, call) -> call.with(linkTo(place)));
        ofTrackedMail("TrackedMails.picture", link -> "/picture");
        ofTrackedMail("TrackedMails.follow", link -> "/links/" + link);
        add(
                "FreeBusy.freeBusy",
                (place, operation) -> new Sample(at(operation, place)
                        .query("member", place.memberId(place.adminMember()))
                        .query("from", "2026-01-01T00:00:00Z")
                        .query("to", "2026-01-02T00:00:00Z")));
        plain("OwnAbsences.absences", call -> call);
        plain("OwnAbsences.add", call -> call.with(absence()));
        on(
                "OwnAbsences.withdraw",
                place -> place.admin()
                        .done(Call.post(place.path("own-absences"), absence()))
                        .json()
                        .getString("id"),
                (place, call) -> call);
        plain("CalendarFeeds.feeds", call -> call);
        plain("CalendarFeeds.make", call -> call.with(json("name", "Proof", "whose", "ME")));
        on("CalendarFeeds.revoke", place -> feed(place).getString("id"), (place, call) -> call);
        add("Calendar.calendar", (place, operation) -> {
            String url = feed(place).getString("url");
            return new Sample(Call.get(url.substring(url.indexOf("/api/"))), () -> noFeeds(place));
        });
        plain("Notices.notices", call -> call);
        plain("Notices.readAll", call -> call);
        on("Notices.read", Samples::notice, (place, call) -> call);
        Function<Workplace, String> activity =
                place -> place.fresh("core.activity").id();
        on("ActivityLinks.links", activity, (place, call) -> call);
        on("ActivityLinks.link", activity, (place, call) -> call.with(linkTo(place)));
        on("ActivityLinks.unlink", activity, (place, call) -> {
            JsonObject link = linkTo(place);
            String links = call.path().substring(0, call.path().indexOf("/links") + "/links".length());
            place.admin().done(Call.post(links, link));
            return call.at(links + "/" + ACCOUNT + "/" + link.getString("id"));
        });
    }

    /** Somebody opens a mail, or follows a link in it: put there as one that went out to somebody who agreed. */
    private void ofTrackedMail(String id, UnaryOperator<String> path) {
        add(id, (place, operation) -> {
            String message = place.fresh("core.message").id();
            place.console()
                    .execute(
                            "insert into core.tracked_mail (token_hash, message_id) values (sha256(convert_to(?, 'UTF8')), ?::uuid)",
                            message,
                            message);
            place.console()
                    .execute(
                            "insert into core.tracked_link (id, message_id, address)"
                                    + " values (?::uuid, ?::uuid, 'https://page.example')",
                            message,
                            message);
            return new Sample(Call.get("/api/mails/" + place.slug() + "/" + message + path.apply(message)));
        });
    }

    /** Where the link leads that a customer was sent, and what is answered there. */
    private void addOutsideLinks() {
        ofLink("Links.page", call -> call);
        ofLink("Links.file", call -> call.at(call.path().replace("{name}", fileOf(call))));
        ofLink(
                "Links.answer",
                call -> call.at(call.path().replace("{ask}", "changes"))
                        .with(Json.createObjectBuilder()
                                .add("answers", json("name", "Vera Visitor", "words", "Less"))
                                .build()));
    }

    /** A provider tells of a payment that nobody knows the invoice of. */
    private void addCallbacks() {
        add("Callbacks.take", (place, operation) -> {
            String provider = place.fresh("billing.payment-provider").id();
            place.admin()
                    .done(Call.post(
                            place.path("payment-providers/" + provider + "/set-secret"), json("secret", PASSWORD)));
            String body = Json.createObjectBuilder()
                    .add("id", "proof-" + Workplace.number())
                    .add("invoice", "PROOF")
                    .add("amount", json("amount", "1.00", "currency", "EUR"))
                    .build()
                    .toString();
            return new Sample(SignedCall.of(SignedCall.path(place.slug(), provider), PASSWORD, body));
        });
    }

    /** Name of the file that the page of a link names. */
    private static String fileOf(Call call) {
        return RunningProduct.get()
                .asNobody()
                .read(call.path().substring(0, call.path().indexOf("/files/")))
                .getJsonArray("files")
                .getString(0);
    }

    private void ofLink(String id, Function<Call, Call> completion) {
        add(id, (place, operation) -> {
            Workplace.Prepared quote = place.fresh("sales.quote");
            place.fresh("sales.quote-line", json("quote", quote.id()));
            String email = "proof" + Workplace.number() + "@visitor.example";
            place.admin().done(Call.post(place.path("quotes/" + quote.id() + "/send"), json("to", email)));
            RunningProduct.eventually(
                    "a mail to " + email, () -> !place.product().mailsTo(email).isEmpty());
            String mail = place.product().mailsTo(email).getJsonObject(0).getString("text");
            String token = mail.substring(mail.lastIndexOf('/') + 1).strip();
            Call call = at(operation, place);
            return new Sample(completion.apply(call.at(call.path().replace("{token}", token))));
        });
    }

    /** A calendar feed; members may have only so many. */
    private static JsonObject feed(Workplace place) {
        noFeeds(place);
        return place.admin()
                .done(Call.post(place.path("calendar-feeds"), json("name", "Proof", "whose", "ALL")))
                .json();
    }

    private static void noFeeds(Workplace place) {
        place.console()
                .execute(
                        "delete from core.calendar_feed where member_id = ?::uuid",
                        place.memberId(place.adminMember()));
    }

    private void addFiles() {
        add("Files.files", (place, operation) -> new Sample(Call.of("GET", besidePath(place, operation))));
        add("Files.add", (place, operation) -> new Sample(file(Call.of("POST", besidePath(place, operation)))));
        onFile("File.file", call -> call);
        onFile("File.rename", call -> call.with(json("name", "Proven.txt")));
        onFile("File.remove", call -> call);
        onFile("File.versions", call -> call);
        onFile("File.renew", Samples::file);
        onFile("File.link", call -> call.with(JsonValue.EMPTY_JSON_OBJECT));
        add("Downloads.download", (place, operation) -> {
            String files = place.path("accounts/" + place.shared(ACCOUNT) + "/files");
            String id = place.admin().done(file(Call.of("POST", files))).json().getString("id");
            return new Sample(Call.get(place.admin()
                    .done(Call.post(files + "/" + id + "/links", JsonValue.EMPTY_JSON_OBJECT))
                    .json()
                    .getString("url")));
        });
    }

    private void addMails() {
        add("Mails.start", (place, operation) -> new Sample(Call.of("GET", besidePath(place, operation))));
        add(
                "Mails.send",
                (place, operation) -> new Sample(Call.of("POST", besidePath(place, operation))
                        .with(Json.createObjectBuilder()
                                .add("to", Json.createArrayBuilder().add("proof@person.example"))
                                .add("subject", "Proof")
                                .add("text", "Proof")
                                .build())));
        plain("Signature.signature", call -> call);
        plain("Signature.keep", call -> call.with(json("text", "Proof")));
        plain("UndeliverableAddresses.addresses", call -> call);
        add("UndeliverableAddresses.clear", (place, operation) -> {
            place.console()
                    .execute(
                            "insert into core.undeliverable_address (address, reason) values ('proof@gone.example', 'Proof')"
                                    + " on conflict do nothing");
            return new Sample(Call.of("DELETE", place.path("undeliverable-addresses/proof@gone.example")));
        });
    }

    private static Call file(Call call) {
        String content = call.path().contains("/received-invoices/") ? eInvoice() : "Proof";
        return call.query("name", "Proof.txt").with("application/octet-stream", content);
    }

    /** The least that is read as one, and not the same twice. */
    private static String eInvoice() {
        return "<Invoice><ID>Proof " + Workplace.number() + "</ID><IssueDate>2026-01-01</IssueDate>"
                + "<DocumentCurrencyCode>EUR</DocumentCurrencyCode></Invoice>";
    }

    /** An operation on a file that the administrator sent before. */
    private void onFile(String id, Function<Call, Call> completion) {
        add(id, (place, operation) -> {
            String path = besidePath(place, operation);
            String files = path.substring(0, path.indexOf("/files") + "/files".length());
            String file =
                    place.admin().done(file(Call.of("POST", files))).json().getString("id");
            return new Sample(completion.apply(Call.of(operation.method(), path.replace("{file}", file))));
        });
    }

    /** An operation on a comment that the administrator wrote before. */
    private void onComment(String id, Function<Call, Call> completion) {
        add(id, (place, operation) -> {
            String path = besidePath(place, operation);
            String comments = path.substring(0, path.indexOf("/comments") + "/comments".length());
            String comment = place.admin()
                    .done(Call.post(comments, json("text", "Proof")))
                    .json()
                    .getString("id");
            return new Sample(completion.apply(Call.of(operation.method(), path.replace("{comment}", comment))));
        });
    }

    /** A notice of the administrator, put there as a reminder does. */
    private static String notice(Workplace place) {
        String id = UUID.randomUUID().toString();
        place.console()
                .execute(
                        "insert into core.notice (id, member_id, kind, record_type, record_id)"
                                + " values (?::uuid, ?::uuid, 'reminder', 'core.activity', ?::uuid)",
                        id,
                        place.memberId(place.adminMember()),
                        place.fresh("core.activity").id());
        return id;
    }

    private static JsonObject linkTo(Workplace place) {
        return json("recordType", ACCOUNT, "id", place.shared(ACCOUNT));
    }

    /** Only what belongs to somebody can be shared. */
    private static boolean isSharable(Operation operation, Workplace place) {
        return place.type(operation.recordType()).getBoolean("owned");
    }

    /** What the module keeps by itself takes no tags that everybody sees. */
    private static boolean isEditable(Operation operation, Workplace place) {
        return place.type(operation.recordType()).getJsonObject("actions").getBoolean("edit");
    }

    /** About a record of its own. */
    private static String path(Workplace place, Operation operation) {
        return path(place, operation, place.fresh(operation.recordType()));
    }

    /** About a record to which others are added too. */
    private String besidePath(Workplace place, Operation operation) {
        return path(
                place,
                operation,
                beside.computeIfAbsent(
                        place.slug() + " " + operation.recordType(), key -> place.fresh(operation.recordType())));
    }

    private static String path(Workplace place, Operation operation, Workplace.Prepared record) {
        return operation.path().replace("{tenant}", place.slug()).replace("{id}", record.id());
    }

    private static JsonObject share(Workplace place) {
        return json("member", place.shared("core.member"), "access", "VIEW");
    }

    private void addRoles() {
        plain("Roles.roles", call -> call);
        plain("Roles.create", call -> call.with(role()));
        on("Roles.role", Samples::newRole, (place, call) -> call);
        on(
                "Roles.change",
                Samples::newRole,
                (place, call) ->
                        call.with(json("name", "Proof " + Workplace.number())).header("If-Match", "\"1\""));
        on("Roles.delete", Samples::newRole, (place, call) -> call);
        on("Roles.copy", Samples::newRole, (place, call) -> call.with(json("name", "Proof " + Workplace.number())));
        on(
                "RoleFeatures.choose",
                Samples::newRole,
                (place, call) -> call.at(call.path().replace("{key}", "sales.lead-sources"))
                        .with(Json.createObjectBuilder().add("enabled", false).build()));
    }

    private static JsonObject role() {
        return Json.createObjectBuilder()
                .add("name", "Proof " + Workplace.number())
                .add(
                        "grants",
                        Json.createArrayBuilder().add(json("subject", ACCOUNT, "action", "view", "level", "own")))
                .build();
    }

    private static String newRole(Workplace place) {
        return place.admin().done(Call.post(place.path("roles"), role())).json().getString("id");
    }

    private void addViews() {
        plain("Views.views", call -> call.query("recordType", ACCOUNT));
        plain("Views.create", call -> call.with(view()));
        on(
                "Views.change",
                Samples::newView,
                (place, call) -> call.with(json("name", "Other proof")).header("If-Match", "\"1\""));
        on("Views.delete", Samples::newView, (place, call) -> call);
    }

    private static JsonObject view() {
        return Json.createObjectBuilder()
                .add("recordType", ACCOUNT)
                .add("name", "Proof " + Workplace.number())
                .add("visibility", "private")
                .add("filter", "name==Proof*")
                .add("sort", "name")
                .add("columns", Json.createArrayBuilder().add("name"))
                .build();
    }

    private static String newView(Workplace place) {
        return place.admin().done(Call.post(place.path("views"), view())).json().getString("id");
    }

    /** So far away that nobody misses the caller. */
    private static JsonObject absence() {
        return json("fromDay", "2099-01-01", "untilDay", "2099-01-02");
    }

    private void addShortlists() {
        plain("Favourites.favourites", call -> call);
        plain("Recent.recent", call -> call);
        on("Favourites.add", place -> place.fresh(PRODUCT).id(), Samples::ofProducts);
        on("Recent.add", place -> place.fresh(PRODUCT).id(), Samples::ofProducts);
        on("Favourites.remove", place -> newlyOn("favourites", place), Samples::ofProducts);
        plain("Followed.followed", call -> call);
        on("Followed.add", place -> place.fresh(PRODUCT).id(), Samples::ofProducts);
        on("Followed.remove", place -> newlyOn("followed", place), Samples::ofProducts);
    }

    private static Call ofProducts(Workplace place, Call call) {
        return call.at(call.path().replace("{recordType}", PRODUCT));
    }

    private static String newlyOn(String list, Workplace place) {
        String id = place.fresh(PRODUCT).id();
        place.admin().done(Call.of("PUT", place.path(list + "/" + PRODUCT + "/" + id)));
        return id;
    }

    private void addTags() {
        plain("Tags.tags", call -> call);
        plain("Tags.create", call -> call.with(tag()));
        on(
                "Tags.change",
                Samples::newTag,
                (place, call) ->
                        call.with(json("name", "Proof " + Workplace.number())).header("If-Match", "\"1\""));
        on("Tags.delete", Samples::newTag, (place, call) -> call);
        on("Tags.merge", Samples::newTag, (place, call) -> call.with(json("into", newTag(place))));
        add(
                "RecordTags.change",
                (place, operation) -> new Sample(Call.of("POST", besidePath(place, operation))
                        .with(Json.createObjectBuilder()
                                .add("add", Json.createArrayBuilder().add(newTag(place)))
                                .build())));
    }

    private void addOwnFields() {
        plain("OwnFields.fields", call -> call);
        add("OwnFields.add", (place, operation) -> {
            fewOwnFields(place);
            return new Sample(at(operation, place).with(ownField()));
        });
        on(
                "OwnFields.change",
                Samples::newOwnField,
                (place, call) -> call.with(Json.createObjectBuilder()
                                .add("labels", json("en", "Proof " + Workplace.number()))
                                .build())
                        .header("If-Match", "*"));
        on("OwnFields.hide", Samples::newOwnField, (place, call) -> call);
        on("OwnFields.restore", Samples::newOwnField, (place, call) -> call);
    }

    private static JsonObject ownField() {
        return Json.createObjectBuilder()
                .add("recordType", "sales.marketing-activity")
                .add("kind", "TEXT")
                .add("labels", json("en", "Proof " + Workplace.number()))
                .build();
    }

    /** Lets those of earlier calls go; a tenant can only have so many. */
    private static void fewOwnFields(Workplace place) {
        place.console().execute("delete from core.own_field where name like 'ownProof%' and hidden_at is not null");
    }

    /** One that is hidden already, so that no other proof meets it. */
    private static String newOwnField(Workplace place) {
        fewOwnFields(place);
        String id = place.admin()
                .done(Call.post(place.path("own-fields"), ownField()))
                .json()
                .getString("id");
        hideOwnFields(place);
        return id;
    }

    private static void hideOwnFields(Workplace place) {
        place.admin().read(place.path("own-fields")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(field -> field.getString("name").startsWith("ownProof"))
                .map(field -> field.getString("id"))
                .forEach(id -> place.admin().send(Call.of("DELETE", place.path("own-fields/" + id))));
    }

    private void addFieldRules() {
        plain("FieldRules.rules", call -> call);
        add(
                "FieldRules.keep",
                (place, operation) -> new Sample(ofRule(operation, place).with(rule()), () -> forgetRule(place)));
        add("FieldRules.forget", (place, operation) -> {
            place.admin().done(Call.put(place.path(RULE), rule()));
            return new Sample(ofRule(operation, place), () -> forgetRule(place));
        });
    }

    private static Call ofRule(Operation operation, Workplace place) {
        Call call = at(operation, place);
        return call.at(
                call.path().replace("{recordType}", "sales.marketing-activity").replace("{field}", "endsOn"));
    }

    /** One that holds for no record there is. */
    private static JsonObject rule() {
        return Json.createObjectBuilder()
                .add(
                        "conditions",
                        Json.createObjectBuilder()
                                .add(
                                        "required",
                                        Json.createObjectBuilder()
                                                .add("field", "name")
                                                .add(
                                                        "values",
                                                        Json.createArrayBuilder()
                                                                .add("Proof " + Workplace.number()))))
                .build();
    }

    private static void forgetRule(Workplace place) {
        place.admin().send(Call.of("DELETE", place.path(RULE)));
    }

    private void addLayouts() {
        plain("Layouts.layouts", call -> call);
        add("Layouts.add", (place, operation) -> new Sample(at(operation, place).with(layout(place))));
        on(
                "Layouts.change",
                Samples::newLayout,
                (place, call) -> call.with(Json.createObjectBuilder()
                                .add("columns", Json.createArrayBuilder().add("name"))
                                .build())
                        .header("If-Match", "*"));
        on("Layouts.delete", Samples::newLayout, (place, call) -> call);
    }

    private static String newLayout(Workplace place) {
        return place.admin()
                .done(Call.post(place.path("layouts"), layout(place)))
                .json()
                .getString("id");
    }

    /** One for a role that nobody holds, so that no other proof meets it; those of long ago go, as there can only be so many. */
    private static JsonObject layout(Workplace place) {
        place.console()
                .execute("delete from core.layout where id in (select id from core.layout"
                        + " where record_type = 'sales.marketing-activity' order by created_at desc offset 20)");
        return Json.createObjectBuilder()
                .add("recordType", "sales.marketing-activity")
                .add("role", newRole(place))
                .add("columns", Json.createArrayBuilder().add("name"))
                .build();
    }

    private void addWorkflows() {
        plain("Workflows.workflows", call -> call);
        plain("Workflows.add", call -> call.with(workflow("")));
        Function<Workplace, String> draft = place -> newWorkflow(place, "");
        on("Workflows.workflow", draft, (place, call) -> call);
        on("Workflows.delete", draft, (place, call) -> call);
        on("Workflows.publish", draft, (place, call) -> call);
        on(
                "Workflows.change",
                draft,
                (place, call) -> call.with(Json.createObjectBuilder()
                                .add("name", "Proof " + Workplace.number())
                                .build())
                        .header("If-Match", "*"));
        on(
                "Workflows.activate",
                place -> published(place, "id==" + UUID.randomUUID()),
                (place, call) -> call.with(
                        Json.createObjectBuilder().add("instead", true).build()));
        on("Workflows.deactivate", place -> active(place, "id==" + UUID.randomUUID()), (place, call) -> call);
        running("RunningWorkflows.running", call -> call);
        running("RunningWorkflows.passages", call -> call);
        running("RunningWorkflows.place", call -> call.with(json("step", "done", "reason", "Proof")));
        running("RunningWorkflows.pass", call -> call.with(json("website", "https://example.com")));
    }

    /** Something about an account and a workflow that only it follows. */
    private void running(String id, Function<Call, Call> completion) {
        add(id, (place, operation) -> {
            String account = place.fresh(ACCOUNT).id();
            Call call = at(operation, place);
            String path = call.path().replace("{recordType}", ACCOUNT).replace("{record}", account);
            return new Sample(completion.apply(call.at(
                    path.replace("{workflow}", active(place, "id==" + account)).replace("{transition}", "finish"))));
        });
    }

    private static String active(Workplace place, String applies) {
        String id = published(place, applies);
        place.admin().done(Call.post(place.path("workflows/" + id + "/activate"), JsonValue.EMPTY_JSON_OBJECT));
        return id;
    }

    private static String published(Workplace place, String applies) {
        String id = newWorkflow(place, applies);
        place.admin().done(Call.post(place.path("workflows/" + id + "/publish"), JsonValue.EMPTY_JSON_OBJECT));
        return id;
    }

    /** Those of long ago go, as there can only be so many. */
    private static String newWorkflow(Workplace place, String applies) {
        String old = "(select id from core.workflow where name like 'Proof %' order by created_at desc offset 20)";
        place.console().execute("delete from core.workflow_item where workflow_id in " + old);
        place.console().execute("delete from core.workflow where id in " + old);
        return place.admin()
                .done(Call.post(place.path("workflows"), workflow(applies)))
                .json()
                .getString("id");
    }

    private static JsonObject workflow(String applies) {
        JsonObject definition = parsed(
                "{'applies': '" + applies + "', 'start': 'open', 'steps': [{'key': 'open', 'name':"
                        + " 'Open'}, {'key': 'done', 'name': 'Done', 'end': true}], 'transitions': [{'key': 'finish', 'name':"
                        + " 'Finish', 'from': ['open'], 'to': 'done', 'fields': [{'field': 'website', 'required': true}]}]}");
        return Json.createObjectBuilder()
                .add("recordType", ACCOUNT)
                .add("name", "Proof " + Workplace.number())
                .add("definition", definition)
                .build();
    }

    private static JsonObject parsed(String text) {
        try (var reader = Json.createReader(new java.io.StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    private void addMerges() {
        add("Merges.merge", (place, operation) -> {
            String other = place.fresh(operation.recordType()).id();
            return new Sample(Call.of("POST", path(place, operation))
                    .with(Json.createObjectBuilder()
                            .add("losers", Json.createArrayBuilder().add(other))
                            .build()));
        });
    }

    private void addDuplicates() {
        plain("Duplicates.find", call -> ofAccounts(call).with(json("name", "Proof")));
        plain("Duplicates.list", Samples::ofAccounts);
        plain("Duplicates.scan", Samples::ofAccounts);
        add(
                "Duplicates.dismiss",
                (place, operation) ->
                        new Sample(ofAccounts(at(operation, place)).with(pairs(place))));
    }

    private void addProposals() {
        add(
                "Proposals.propose",
                (place, operation) -> new Sample(at(operation, place)
                        .at(place.path("proposals/sales.quote-line"))
                        .with(json("quote", place.fresh("sales.quote").id()))));
    }

    private void addChoices() {
        add(
                "Choices.of",
                (place, operation) -> new Sample(at(operation, place)
                        .at(place.path("choices/sales.opportunity"))
                        .with(json("id", place.fresh("sales.opportunity").id()))));
    }

    private void addTerritories() {
        add("TerritoryAssignments.of", (place, operation) -> new Sample(ofTerritory(operation, place, "")));
        add(
                "TerritoryAssignments.pin",
                (place, operation) ->
                        new Sample(ofTerritory(operation, place, "/pin").with(json("reason", "It was agreed"))));
        add("TerritoryAssignments.release", (place, operation) -> new Sample(ofTerritory(operation, place, "/pin")));
        add(
                "TerritoryRuns.start",
                (place, operation) -> new Sample(at(operation, place)
                        .with(Json.createObjectBuilder()
                                .add("settledToo", false)
                                .build())));
        add("TerritoryBalances.balance", (place, operation) -> new Sample(ofBalance(operation, place, "")));
        add(
                "TerritoryBalances.suggestion",
                (place, operation) -> new Sample(ofBalance(operation, place, "/suggestion")
                        .with(Json.createObjectBuilder()
                                .add("by", "RECORDS")
                                .add("moves", 5)
                                .add("tolerance", 10)
                                .build())));
        add(
                "TerritoryBalances.moves",
                (place, operation) ->
                        new Sample(ofBalance(operation, place, "/moves").with(moves(place))));
        add("TerritorySurveys.now", (place, operation) -> new Sample(at(operation, place)));
        add(
                "TerritorySurveys.after",
                (place, operation) -> new Sample(at(operation, place)
                        .at(place.path("territory-surveys/after/" + place.shared("territories.territory")))));
    }

    private void addTerritoryPlans() {
        add("TerritoryPlanTrees.tree", (place, operation) -> new Sample(ofPlan(operation, place, "")));
        add("TerritoryPlanTrees.comparison", (place, operation) -> new Sample(ofPlan(operation, place, "/comparison")));
        add(
                "TerritoryPlanTrees.draw",
                (place, operation) -> new Sample(ofPlan(operation, place, "")
                        .with(Json.createObjectBuilder()
                                .add("territories", Json.createArrayBuilder().add(planned(place)))
                                .build())));
    }

    private static Call ofPlan(Operation operation, Workplace place, String rest) {
        String plan = place.fresh("territories.territory-plan").id();
        return at(operation, place).at(place.path("territory-plan-trees/" + plan + rest));
    }

    private static JsonObject planned(Workplace place) {
        return Json.createObjectBuilder()
                .add("id", UUID.randomUUID().toString())
                .add("name", "Planned")
                .add("active", true)
                .add("inherits", false)
                .add("members", Json.createArrayBuilder().add(json("member", place.shared("core.member"))))
                .build();
    }

    private static Call ofBalance(Operation operation, Workplace place, String rest) {
        return at(operation, place)
                .at(place.path("territory-balances/" + place.shared("territories.territory") + "/" + ACCOUNT + rest));
    }

    private static JsonObject moves(Workplace place) {
        String me = place.memberId(place.adminMember());
        JsonObject move = json("record", place.shared(ACCOUNT), "from", me, "to", me);
        return Json.createObjectBuilder()
                .add("moves", Json.createArrayBuilder().add(move))
                .build();
    }

    private static Call ofTerritory(Operation operation, Workplace place, String rest) {
        return at(operation, place)
                .at(place.path("territory-assignments/" + ACCOUNT + "/" + place.shared(ACCOUNT) + rest));
    }

    private void addPlaces() {
        add(
                "Places.put",
                (place, operation) -> new Sample(at(operation, place)
                        .at(place.path("boards/sales.opportunity/places"))
                        .with(json(
                                "record",
                                place.fresh("sales.opportunity").id(),
                                "after",
                                place.fresh("sales.opportunity").id()))));
    }

    private static JsonObject pairs(Workplace place) {
        JsonObject pair = json(
                "first",
                place.fresh(ACCOUNT).id(),
                "second",
                place.fresh(ACCOUNT).id());
        return Json.createObjectBuilder()
                .add("pairs", Json.createArrayBuilder().add(pair))
                .build();
    }

    private static Call ofAccounts(Call call) {
        return call.at(call.path().replace("{recordType}", ACCOUNT));
    }

    private static JsonObject tag() {
        return Json.createObjectBuilder()
                .add("name", "Proof " + Workplace.number())
                .add("colour", "GREEN")
                .add("shared", true)
                .build();
    }

    private static String newTag(Workplace place) {
        return place.admin().done(Call.post(place.path("tags"), tag())).json().getString("id");
    }

    private void addImports() {
        plain("Imports.imports", call -> call);
        plain("Imports.upload", Samples::upload);
        plain("Imports.template", call -> call.at(call.path().replace("{recordType}", ACCOUNT)));
        on("Imports.view", ProofImport::uploaded, (place, call) -> call);
        on("Imports.map", ProofImport::uploaded, (place, call) -> call.with(ProofImport.mapping()));
        on(
                "Imports.values",
                ProofImport::uploaded,
                (place, call) -> call.query("column", "Name").query("field", "name"));
        on("Imports.validate", ProofImport::mapped, (place, call) -> call);
        on("Imports.run", ProofImport::validated, (place, call) -> call);
        on("Imports.cancel", ProofImport::busy, (place, call) -> call);
        on("Imports.undo", ProofImport::done, (place, call) -> call);
        on("Imports.delete", ProofImport::uploaded, (place, call) -> call);
        on("Imports.rows", ProofImport::uploaded, (place, call) -> call);
        on("Imports.errors", ProofImport::uploaded, (place, call) -> call);
        on(
                "Imports.change",
                ProofImport::validated,
                (place, call) -> call.at(call.path().replace("{n}", "1"))
                        .with(Json.createObjectBuilder()
                                .add("cells", json("Name", "Changed proof"))
                                .build()));
    }

    private static Call upload(Call call) {
        return call.query("recordType", ACCOUNT).with("text/csv", ProofImport.file());
    }
}
