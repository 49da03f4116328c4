package org.pipewright.platform.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.identity.RateLimit;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.forms.PublicForm;
import org.pipewright.platform.spi.records.Origin;

/**
 * Calls of people outside. The tenant and the form come from the address; the tenant itself acts. A tenant or form that
 * is not there, is closed or is switched off answers the same way, so nothing is told about tenants.
 */
@ApplicationScoped
class FormCalls {

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    RateLimit limit;

    @Inject
    Submissions submissions;

    /** What a call asks for: {@code tenant} by id or slug, {@code form} by id. */
    record Asked(String tenant, String form, String address) {}

    /** Whether a closed form will do: {@link #on} or {@link #evenClosed}. */
    @FunctionalInterface
    interface Way<T> {
        T to(Asked asked, Function<PublicForm, T> work);
    }

    /** Does the work in the form's tenant; refuses while the form's feature is off. */
    <T> T on(Asked asked, Function<PublicForm, T> work) {
        return evenClosed(asked, form -> {
            if (!binding.caller().has(form.feature())) {
                throw Refusal.of(CoreErrorCode.FORM_CLOSED);
            }
            return work.apply(form);
        });
    }

    /** The same for what was sent by a form that was open when it was opened: that is kept, not lost (S-SET-15). */
    <T> T evenClosed(Asked asked, Function<PublicForm, T> work) {
        UUID form = id(asked.form()).orElseThrow(FormCalls::absent);
        limit.count("form " + form, asked.address());
        Caller tenant = callers.systemOf(asked.tenant()).orElseThrow(FormCalls::absent);
        return binding.during(tenant, Origin.INTAKE, () -> {
            return work.apply(submissions.open(form).orElseThrow(FormCalls::absent));
        });
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Refusal absent() {
        return Refusal.of(CoreErrorCode.NOT_FOUND);
    }
}
