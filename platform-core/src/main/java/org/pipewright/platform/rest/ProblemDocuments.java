package org.pipewright.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.texts.Texts;

/** Writes refusals as problem documents (RFC 9457), also for what answers before JAX-RS is reached. */
@ApplicationScoped
public class ProblemDocuments {

    @Inject
    Texts texts;

    /** The document as text. */
    public String document(Refusal refusal, int status, Locale language) {
        String key = refusal.code().textKey();
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "/problems/" + refusal.code().slug())
                .add("title", title(refusal, language))
                .add("status", status);
        if (texts.has(key + ".detail")) {
            problem.add("detail", texts.text(language, key + ".detail", refusal.arguments()));
        }
        refusal.arguments()
                .forEach((name, value) -> problem.add(
                        name, value instanceof JsonValue json ? json : Json.createValue(String.valueOf(value))));
        if (!refusal.errors().isEmpty()) {
            problem.add("errors", errors(refusal.errors(), language));
        }
        return problem.build().toString();
    }

    /** What is refused, in a sentence. */
    public String title(Refusal refusal, Locale language) {
        return texts.text(language, refusal.code().textKey(), refusal.arguments());
    }

    /** The errors with texts of the language in place of their keys. */
    public List<FieldError> told(List<FieldError> errors, Locale language) {
        return errors.stream()
                .map(error -> new FieldError(
                        error.field(),
                        error.code(),
                        texts.text(language, error.message(), Map.of("field", error.field()))))
                .toList();
    }

    private JsonArrayBuilder errors(List<FieldError> errors, Locale language) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        told(errors, language)
                .forEach(error -> array.add(Json.createObjectBuilder()
                        .add("field", error.field())
                        .add("code", error.code())
                        .add("message", error.message())));
        return array;
    }
}
