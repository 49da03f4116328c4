package org.pipewright.platform.forms;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.identity.Secrets;
import org.pipewright.platform.mail.Letter;
import org.pipewright.platform.mail.Mail;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.forms.Arrival;
import org.pipewright.platform.spi.forms.PublicForm;
import org.pipewright.platform.spi.forms.PublicForms;

/** Takes each submission once. What is not confirmed yet waits here, and is forgotten when nobody confirms it. */
@ApplicationScoped
@Transactional
class Submissions {

    private static final Duration PATIENCE = Duration.ofDays(7);
    private static final int MOST_LETTERS_A_DAY = 3;
    private static final int LONGEST_FACT = 500;
    private static final Set<String> FACTS =
            Set.of("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "referrer", "page");

    @Inject
    Sql sql;

    @Inject
    @Any
    Instance<PublicForms> modules;

    @Inject
    FormTokens tokens;

    @Inject
    FormAnswers answers;

    @Inject
    FormPages pages;

    @Inject
    Mail mail;

    @Inject
    CallerBinding callers;

    @Inject
    History history;

    /** What became of a submission. */
    enum Outcome {
        TAKEN,
        MAILED,
        /** Kept until the feature of the form is on again. */
        PARKED
    }

    private record Waiting(UUID id, UUID form, String state, Instant expiresAt, JsonObject content) {}

    /** The form, if a module has it and it is open. */
    Optional<PublicForm> open(UUID id) {
        return modules.stream().flatMap(forms -> forms.withId(id).stream()).findFirst();
    }

    /** Takes what was filled in, or mails the link that confirms it; the same token again changes nothing. */
    Outcome submit(PublicForm form, Filled filled) {
        if (filled.isOfRobot()) {
            return form.confirmed() ? Outcome.MAILED : Outcome.TAKEN;
        }
        String nonce = tokens.require(form.id(), filled.token());
        JsonObject members = answers.checked(form, filled.answers(), filled.agreed());
        UUID id = UuidCreator.getTimeOrderedEpoch();
        boolean first = sql.update(
                        "insert into core.form_submission (id, form_id, nonce, state, expires_at)"
                                + " values (?, ?, ?, 'TAKEN', ?) on conflict (tenant_id, form_id, nonce) do nothing",
                        id,
                        form.id(),
                        nonce,
                        Instant.now().plus(PATIENCE))
                == 1;
        if (first && form.confirmed()) {
            ask(form, id, filled, members);
        }
        if (form.confirmed()) {
            return Outcome.MAILED;
        }
        return first ? takeOrPark(form, id, members, arrival(form, filled.facts())) : earlier(form, nonce);
    }

    private Outcome earlier(PublicForm form, String nonce) {
        return sql.first(
                        "select state from core.form_submission where form_id = ? and nonce = ?",
                        row -> Outcome.valueOf(row.getString(1)),
                        form.id(),
                        nonce)
                .orElse(Outcome.TAKEN);
    }

    private void ask(PublicForm form, UUID id, Filled filled, JsonObject members) {
        String email = answers.email(form, filled.answers()).orElseThrow(() -> Refusal.of(CoreErrorCode.INVALID));
        requireModeration(form, email);
        String secret = Secrets.random();
        sql.update(
                "update core.form_submission set state = 'WAITING', email = lower(?), link_hash = ?, content = ?::jsonb"
                        + " where id = ?",
                email,
                Secrets.hash(secret),
                content(members, arrival(form, filled.facts())).toString(),
                id);
        mail.post(
                callers.tenantId(),
                new Letter(
                        email,
                        form.language(),
                        "form-confirm",
                        Map.of(
                                "organisation", callers.caller().tenant().name(),
                                "form", form.wording().heading(),
                                "link", pages.confirmation(form.id(), secret))));
    }

    /** Nobody's mailbox is flooded through a form. */
    private void requireModeration(PublicForm form, String email) {
        int letters = sql.list(
                        "select id from core.form_submission where form_id = ? and email = lower(?)"
                                + " and created_at > now() - interval '1 day'",
                        row -> row.getObject(1, UUID.class),
                        form.id(),
                        email)
                .size();
        if (letters >= MOST_LETTERS_A_DAY) {
            throw Refusal.of(CoreErrorCode.TOO_MANY_REQUESTS);
        }
    }

    /** Takes what was waiting for this link; a second click finds it done. */
    Outcome confirm(PublicForm form, String secret) {
        Waiting waiting = waiting(form, secret);
        if (!waiting.state().equals("WAITING")) {
            return Outcome.valueOf(waiting.state());
        }
        if (waiting.expiresAt().isBefore(Instant.now())) {
            throw Refusal.of(CoreErrorCode.LINK_EXPIRED);
        }
        return takeOrPark(
                form,
                waiting.id(),
                waiting.content().getJsonObject("members"),
                arrival(waiting.content().getJsonObject("arrival")));
    }

    private Outcome takeOrPark(PublicForm form, UUID submission, JsonObject members, Arrival arrival) {
        if (callers.caller().has(form.feature())) {
            take(form.id(), submission, members, arrival);
            return Outcome.TAKEN;
        }
        sql.update(
                "update core.form_submission set state = 'PARKED', content = ?::jsonb where id = ?",
                content(members, arrival).toString(),
                submission);
        return Outcome.PARKED;
    }

    /** Refuses a link that nobody was sent. */
    void requireSent(PublicForm form, String secret) {
        waiting(form, secret);
    }

    private Waiting waiting(PublicForm form, String secret) {
        return sql.first(
                        "select id, form_id, state, expires_at, content from core.form_submission"
                                + " where form_id = ? and link_hash = ? for update",
                        Submissions::read,
                        form.id(),
                        Secrets.hash(secret))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getString(5) == null ? JsonObject.EMPTY_JSON_OBJECT : object(row.getString(5)));
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private UUID take(UUID form, UUID submission, JsonObject members, Arrival arrival) {
        UUID made = modules.stream()
                .filter(forms -> forms.withId(form).isPresent())
                .findFirst()
                .orElseThrow()
                .take(form, members, arrival);
        sql.update(
                "update core.form_submission set state = 'TAKEN', record_id = ?, email = null, content = null"
                        + " where id = ?",
                made,
                submission);
        return made;
    }

    /**
     * What was sent while the feature of its form was off.
     *
     * @param open whether it can be released: the form is there and its feature is on
     * @param answers by name of the field
     */
    public record Parked(
            UUID id, Instant sentAt, String form, String recordType, boolean open, Map<String, String> answers) {}

    /** All that is parked, the oldest first. */
    List<Parked> parked() {
        return sql
                .list(
                        "select id, form_id, state, expires_at, content, created_at from core.form_submission"
                                + " where state = 'PARKED' order by created_at, id",
                        row -> Map.entry(read(row), row.getTimestamp(6).toInstant()))
                .stream()
                .map(entry -> parked(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Parked parked(Waiting waiting, Instant sentAt) {
        Optional<PublicForm> form = open(waiting.form());
        Map<String, String> shown = new TreeMap<>();
        waiting.content()
                .getJsonObject("members")
                .forEach((name, value) ->
                        shown.put(name, value instanceof JsonString text ? text.getString() : value.toString()));
        return new Parked(
                waiting.id(),
                sentAt,
                form.map(found -> found.wording().heading()).orElse(""),
                form.map(PublicForm::recordType).orElse(""),
                form.filter(found -> callers.caller().has(found.feature())).isPresent(),
                shown);
    }

    /** Makes of it what it would have become; refuses while that is not possible. */
    UUID release(UUID id) {
        Waiting waiting = locked(id);
        PublicForm form = open(waiting.form()).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        callers.requireFeature(form.feature());
        return take(
                form.id(),
                id,
                waiting.content().getJsonObject("members"),
                arrival(waiting.content().getJsonObject("arrival")));
    }

    /** Throws it away. */
    void discard(UUID id) {
        locked(id);
        sql.update("delete from core.form_submission where id = ?", id);
        history.record("submission", id, "", "delete", JsonValue.EMPTY_JSON_ARRAY);
    }

    private Waiting locked(UUID id) {
        return sql.first(
                        "select id, form_id, state, expires_at, content from core.form_submission"
                                + " where id = ? and state = 'PARKED' for update",
                        Submissions::read,
                        id)
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private static Arrival arrival(PublicForm form, Map<String, String> facts) {
        Map<String, String> known = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (FACTS.contains(name) && value != null && !value.isBlank()) {
                known.put(name, shortened(value.replaceAll("\\p{Cntrl}", " ").strip()));
            }
        });
        return new Arrival(known, Optional.of(form.wording().consent()).filter(text -> !text.isEmpty()), Instant.now());
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_FACT));
    }

    private static JsonObject content(JsonObject members, Arrival arrival) {
        JsonObjectBuilder facts = Json.createObjectBuilder();
        arrival.facts().forEach(facts::add);
        JsonObjectBuilder told = Json.createObjectBuilder()
                .add("facts", facts)
                .add("at", arrival.at().toString());
        arrival.consent().ifPresent(text -> told.add("consent", text));
        return Json.createObjectBuilder()
                .add("members", members)
                .add("arrival", told)
                .build();
    }

    private static Arrival arrival(JsonObject told) {
        Map<String, String> facts = new TreeMap<>();
        told.getJsonObject("facts").forEach((name, value) -> facts.put(name, ((JsonString) value).getString()));
        return new Arrival(
                facts,
                Optional.ofNullable(told.getJsonString("consent")).map(JsonString::getString),
                Instant.parse(told.getString("at")));
    }

    /** Forgets what nobody confirmed, and tokens that are over; what is parked waits for somebody. */
    void sweep() {
        sql.update("delete from core.form_submission where expires_at < now() and state <> 'PARKED'");
    }
}
