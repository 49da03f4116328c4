package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.unique;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/**
 * What the database refuses only when a transaction ends is told like any other refusal, and nothing of it is written:
 * a deadlock or a serialization failure as a conflict that may be tried again, a broken reference as what it is.
 */
class FailingCommitIT {

    private final String name = unique("Commit");

    @AfterEach
    void mend() {
        Acme.console().execute("drop function if exists platform.refuse_at_the_end() cascade");
    }

    @ParameterizedTest
    @CsvSource({"40001, conflict", "40P01, conflict", "23503, in-use"})
    void isToldAsWhatItIs(String state, String problem) {
        breakAtTheEnd(state);

        Answer answer = Acme.admin().send(Call.post(ROOT + "accounts", json("name", name)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(named()).isEmpty();
        mend();
        Acme.admin().done(Call.post(ROOT + "accounts", json("name", name)));
        assertThat(named()).hasSize(1);
    }

    private void breakAtTheEnd(String state) {
        Acme.console()
                .execute("create function platform.refuse_at_the_end() returns trigger language plpgsql as"
                        + " 'begin raise exception ''refused'' using errcode = ''" + state + "''; end'");
        Acme.console()
                .execute("create constraint trigger refuse_at_the_end after insert on core.account"
                        + " deferrable initially deferred for each row when (new.name = '" + name + "')"
                        + " execute function platform.refuse_at_the_end()");
    }

    private List<?> named() {
        return Acme.items(Acme.admin()
                .done(Call.get(ROOT + "accounts").query("filter", "name=='" + name + "'"))
                .json());
    }
}
