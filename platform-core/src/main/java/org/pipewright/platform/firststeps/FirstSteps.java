package org.pipewright.platform.firststeps;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.firststeps.FirstStepsView.Step;

/** The first steps of the bound tenant. */
@ApplicationScoped
class FirstSteps {

    @Inject
    Sql sql;

    @Inject
    CallerBinding binding;

    FirstStepsView view() {
        Set<String> said = new HashSet<>(sql.list("select step from core.first_step", row -> row.getString(1)));
        return new FirstStepsView(
                isDismissed(),
                Stream.of(FirstStep.values())
                        .map(step -> new Step(step.key(), said.contains(step.key()) || shows(step)))
                        .toList());
    }

    private boolean shows(FirstStep step) {
        return sql.first(step.sign(), row -> row.getBoolean(1)).orElse(false);
    }

    private boolean isDismissed() {
        return sql.first(
                        "select 1 from core.first_steps_dismissal where member_id = ?",
                        row -> row.getInt(1),
                        binding.memberId())
                .isPresent();
    }

    void say(FirstStep step, boolean done) {
        if (done) {
            sql.update(
                    "insert into core.first_step (step, done_by) values (?, ?) on conflict do nothing",
                    step.key(),
                    binding.memberId());
        } else {
            sql.update("delete from core.first_step where step = ?", step.key());
        }
    }

    void dismiss(boolean dismissed) {
        if (dismissed) {
            sql.update(
                    "insert into core.first_steps_dismissal (member_id) values (?) on conflict do nothing",
                    binding.memberId());
        } else {
            sql.update("delete from core.first_steps_dismissal where member_id = ?", binding.memberId());
        }
    }
}
