package org.pipewright.platform.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.identity.RateLimit;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.links.LinkedPages;
import org.pipewright.platform.spi.links.OutsidePage;
import org.pipewright.platform.spi.links.OutsidePage.Ask;
import org.pipewright.platform.spi.links.OutsidePage.Question;
import org.pipewright.platform.spi.links.Visitor;
import org.pipewright.platform.spi.records.Origin;

/**
 * Calls of people who follow a link. A tenant that is closed, a feature that is off and a link that never was answer the
 * same way, and each call counts, so that links cannot be guessed (S-QUO-07).
 */
@ApplicationScoped
class LinkCalls {

    private static final int LONGEST = 4000;
    private static final int DECIMALS = 4;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    RateLimit limit;

    @Inject
    KeptLinks links;

    @Inject
    @Any
    Instance<LinkedPages> pages;

    @Inject
    LinkWork work;

    /** What a call asks for. */
    record Asked(String tenant, String token, Visitor visitor) {}

    OutsidePage page(Asked asked) {
        return on(asked, (shown, record, visitor) -> work.alone(() -> shown.page(record, visitor)));
    }

    /** Takes an answer; returns the page as it is then. */
    OutsidePage answer(Asked asked, String ask, Map<String, String> answers) {
        return on(
                asked,
                (shown, record, visitor) -> work.alone(() -> {
                    Ask known = shown.page(record, visitor).asks().stream()
                            .filter(each -> each.name().equals(ask))
                            .findFirst()
                            .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_OFFERED));
                    shown.take(record, ask, checked(known, answers), visitor);
                    return shown.page(record, visitor);
                }));
    }

    /** A file that the page names. */
    byte[] file(Asked asked, String name) {
        return on(
                asked,
                (shown, record, visitor) -> work.alone(() -> Optional.of(shown.page(record, visitor))
                        .filter(page -> page.files().contains(name))
                        .flatMap(page -> shown.file(record, name))
                        .orElseThrow(LinkCalls::absent)));
    }

    private interface Work<T> {
        T on(LinkedPages pages, UUID record, Visitor visitor);
    }

    private <T> T on(Asked asked, Work<T> work) {
        limit.count("link", asked.visitor().address());
        Caller tenant = callers.systemOf(asked.tenant()).orElseThrow(LinkCalls::absent);
        return binding.during(tenant, Origin.INTAKE, () -> {
            KeptLinks.Target target = links.at(asked.token()).orElseThrow(LinkCalls::absent);
            LinkedPages shown = pages.stream()
                    .filter(each -> each.kind().equals(target.kind()) && tenant.has(each.feature()))
                    .findFirst()
                    .orElseThrow(LinkCalls::absent);
            return work.on(shown, target.record(), asked.visitor().by(target.link()));
        });
    }

    private static Map<String, String> checked(Ask ask, Map<String, String> answers) {
        Map<String, String> checked = new HashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (Question question : ask.questions()) {
            String answer = answers.getOrDefault(question.name(), "").strip();
            problem(question, answer).ifPresent(code -> errors.add(InvalidFields.error(question.name(), code)));
            checked.put(question.name(), answer);
        }
        InvalidFields.requireNone(errors);
        return checked;
    }

    private static Optional<String> problem(Question question, String answer) {
        if (answer.indexOf('\0') >= 0) {
            return Optional.of("invalid");
        } else if (answer.length() > (question.kind() == OutsidePage.Kind.TEXT ? LONGEST : 200)) {
            return Optional.of("too-long");
        }
        boolean filled = question.kind() == OutsidePage.Kind.TICK ? answer.equals("true") : !answer.isEmpty();
        if (question.required() && !filled) {
            return Optional.of("required");
        }
        return filled && question.kind() == OutsidePage.Kind.NUMBER ? wrongNumber(question, answer) : Optional.empty();
    }

    private static Optional<String> wrongNumber(Question question, String answer) {
        try {
            BigDecimal number = new BigDecimal(answer);
            boolean inRange = (question.least().isEmpty() || number.compareTo(new BigDecimal(question.least())) >= 0)
                    && (question.most().isEmpty() || number.compareTo(new BigDecimal(question.most())) <= 0);
            if (number.stripTrailingZeros().scale() > DECIMALS) {
                return Optional.of("too-precise");
            }
            return inRange ? Optional.empty() : Optional.of("out-of-range");
        } catch (NumberFormatException e) {
            return Optional.of("wrong-number");
        }
    }

    private static Refusal absent() {
        return Refusal.of(CoreErrorCode.NOT_FOUND);
    }
}
