package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** What is asked of added fields depends on others, and the server sees to it (S-CF-03); leads take them along (S-CF-04). */
class OwnFieldConditionsIT {

    private final Office admin = new Office(DemoMember.ANNA_ADMIN);
    private final Office manager = new Office(DemoMember.MAX_MANAGER);
    private final List<String> made = new ArrayList<>();
    private String word;

    @BeforeEach
    void chooseAWord() {
        word = Office.unique();
    }

    @AfterEach
    void hideThem() {
        made.forEach(id -> admin.delete("own-fields/" + id));
    }

    private String field(String type, String name, String rest) {
        JsonObject field = admin.create(
                "own-fields",
                "{'recordType': '" + type + "', 'name': '" + name + "', 'kind': 'TEXT', 'labels': {'en': '" + name
                        + "'}" + rest + "}");
        made.add(field.getString("id"));
        return field.getString("name");
    }

    private Answer account(String rest) {
        return manager.post("accounts", "{'name': '" + word + "'" + rest + "}");
    }

    @Test
    void areRequiredOnlyWhereAnotherFieldHasAValue() {
        String field = field(
                "core.account",
                "ownR" + word,
                ", 'conditions': {'required': {'field': 'industry', 'values': ['Steel']}}");

        assertThat(account(", 'industry': 'Glass'").status()).isEqualTo(201);
        assertThat(account(", 'industry': 'Steel'").fields()).containsExactly(field);
        assertThat(account(", 'industry': 'Steel', '" + field + "': 'x'").status())
                .isEqualTo(201);
    }

    @Test
    void takeNoValueWhereThereIsNothingToFillIn() {
        String field = field(
                "core.account", "ownS" + word, ", 'required': true, 'conditions': {'shown': {'field': 'industry'}}");

        assertThat(account("").status()).isEqualTo(201);
        assertThat(account(", '" + field + "': 'x'").fields()).containsExactly(field);
        assertThat(account(", 'industry': 'Steel', '" + field + "': 'x'").status())
                .isEqualTo(201);
    }

    @Test
    void stayAsTheyAreWhileAnotherFieldHasAValue() {
        String field = field(
                "core.account",
                "ownL" + word,
                ", 'conditions': {'readOnly': {'field': 'industry', 'values': ['Steel']}}");
        String id =
                account(", 'industry': 'Steel', '" + field + "': 'x'").json().getString("id");

        assertThat(manager.patch("accounts/" + id, "{'" + field + "': 'y'}").fields())
                .containsExactly(field);
        assertThat(manager.patch("accounts/" + id, "{'industry': 'Glass', '" + field + "': 'y'}")
                        .isSuccess())
                .isTrue();
    }

    @Test
    void refuseConditionsOnFieldsThatAreNotThere() {
        Answer answer = admin.post(
                "own-fields",
                "{'recordType': 'core.account', 'kind': 'TEXT', 'labels': {'en': 'A'}, 'conditions': {'shown': {'field': 'nothing'}}}");

        assertThat(answer.fields()).containsExactly("conditions.shown.field");
    }

    @Test
    void ofALeadGoIntoThoseOfTheSameNameAndTheOthersAreTold() {
        String same = field("sales.lead", "ownSame" + word, "");
        String alone = field("sales.lead", "ownAlone" + word, "");
        field("core.account", same, "");
        String needed = field("core.account", "ownNeeded" + word, ", 'required': true");
        String lead = manager.id(
                "leads",
                "{'lastName': 'L" + word + "', 'company': 'C " + word + "', '" + same + "': 'taken', '" + alone
                        + "': 'left over'}");

        JsonObject proposal = manager.read("leads/" + lead + "/qualify");
        manager.done(Call.post(
                Office.path("leads/" + lead + "/qualify"),
                Office.json("{'newAccount': 'C " + word + "', 'opportunity': 'O " + word + "', 'rest': '" + alone
                        + ": left over'}")));

        assertThat(proposal.getString("rest")).isEqualTo(alone + ": left over");
        JsonObject account = manager.found("accounts", "name=='C " + word + "'").get(0);
        assertThat(account.getString(same)).isEqualTo("taken");
        assertThat(account.getString("missing")).isEqualTo(needed);
        assertThat(manager.found("opportunities", "name=='O " + word + "'")
                        .get(0)
                        .getString("comment"))
                .isEqualTo(alone + ": left over");
    }
}
