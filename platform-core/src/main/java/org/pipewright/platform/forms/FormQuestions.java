package org.pipewright.platform.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.spi.forms.PublicForm;
import org.pipewright.platform.texts.Texts;

/** Puts the questions of a form into words: those of the form if there are any, else the names of the fields. */
@ApplicationScoped
class FormQuestions {

    @Inject
    FormAnswers answers;

    @Inject
    Texts texts;

    /** The questions with what was typed so far. */
    List<FormQuestion> of(PublicForm form, Map<String, String> typed) {
        return answers.questions(form).stream()
                .map(field -> question(form, field, typed.getOrDefault(field.name(), "")))
                .toList();
    }

    private FormQuestion question(PublicForm form, DeclaredField field, String answer) {
        DeclaredField typed = FormAnswers.typed(field);
        return new FormQuestion(
                field.name(),
                label(form, field.name()),
                typed.kind().key(),
                form.questions().get(field.name()),
                typed.rules().max(),
                choices(form, typed),
                answer);
    }

    private String label(PublicForm form, String field) {
        String asked = form.recordType() + ".asked." + field;
        return texts.text(form.language(), texts.has(asked) ? asked : form.recordType() + "." + field);
    }

    private Map<String, String> choices(PublicForm form, DeclaredField field) {
        return switch (field.kind()) {
            case COUNTRY -> countries(form.language());
            case CHOICE ->
                field.choices().stream()
                        .collect(Collectors.toMap(
                                choice -> choice,
                                choice -> texts.text(
                                        form.language(), field.labelOf(choice, form.recordType() + "." + field.name())),
                                (first, second) -> first,
                                LinkedHashMap::new));
            default -> Map.of();
        };
    }

    private static Map<String, String> countries(Locale language) {
        Map<String, String> countries = new LinkedHashMap<>();
        List.of(Locale.getISOCountries()).stream()
                .map(code -> new Locale("", code))
                .sorted(Comparator.comparing(
                        country -> country.getDisplayCountry(language), Collator.getInstance(language)))
                .forEach(country -> countries.put(country.getCountry(), country.getDisplayCountry(language)));
        return countries;
    }
}
