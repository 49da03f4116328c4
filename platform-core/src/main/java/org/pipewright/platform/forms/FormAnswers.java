package org.pipewright.platform.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.FieldValues;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.contactpoints.ContactPoint;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.forms.PublicForm;

/** What was typed, checked like the fields it is for. */
@ApplicationScoped
class FormAnswers {

    @Inject
    RecordTypes types;

    /** The questions of a form as fields of its record type. */
    List<DeclaredField> questions(PublicForm form) {
        DeclaredType type = types.named(form.recordType()).orElseThrow();
        return form.questions().keySet().stream()
                .flatMap(name -> type.field(name).stream())
                .toList();
    }

    /** How a question is typed: of contact points the value of one. */
    static DeclaredField typed(DeclaredField question) {
        return question.kind().isPoints() ? question.parts().get(0) : question;
    }

    /** The answers as members of a record; refuses with everything that is wrong. */
    JsonObject checked(PublicForm form, Map<String, String> typed, boolean agreed) {
        List<FieldError> errors = new ArrayList<>();
        JsonObjectBuilder members = Json.createObjectBuilder();
        typed.keySet().stream()
                .filter(name -> !form.questions().containsKey(name))
                .forEach(name -> errors.add(InvalidFields.error(name, "unknown")));
        questions(form)
                .forEach(question -> value(question, typed.get(question.name()), errors)
                        .ifPresentOrElse(
                                value -> members.add(question.name(), value),
                                () -> requireAnswer(form, question, errors)));
        if (!form.wording().consent().isEmpty() && !agreed) {
            errors.add(InvalidFields.error("consent", "required"));
        }
        InvalidFields.requireNone(errors);
        return members.build();
    }

    private static void requireAnswer(PublicForm form, DeclaredField question, List<FieldError> errors) {
        boolean told = errors.stream().anyMatch(error -> error.field().equals(question.name()));
        if (form.questions().get(question.name()) && !told) {
            errors.add(InvalidFields.error(question.name(), "required"));
        }
    }

    private static Optional<JsonValue> value(DeclaredField question, String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            JsonValue value = json(typed(question), text.strip());
            FieldValues.read(typed(question), value);
            return Optional.of(question.kind().isPoints() ? point(question, value) : value);
        } catch (FieldValues.Unfit | NumberFormatException e) {
            errors.add(InvalidFields.error(
                    question.name(), e instanceof FieldValues.Unfit unfit ? unfit.code() : "wrong-number"));
            return Optional.empty();
        }
    }

    private static JsonValue json(DeclaredField field, String text) {
        return field.kind() == FieldKind.INTEGER
                ? Json.createValue(Long.parseLong(text))
                : Json.createValue(text.replace("\r\n", "\n"));
    }

    private static JsonValue point(DeclaredField question, JsonValue value) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("kind", question.kinds().get(0))
                        .add(ContactPoint.VALUE, value))
                .build();
    }

    /** The e-mail address among the answers. */
    Optional<String> email(PublicForm form, Map<String, String> typed) {
        return questions(form).stream()
                .filter(question -> typed(question).kind() == FieldKind.EMAIL)
                .map(question -> typed.get(question.name()))
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .findFirst();
    }
}
