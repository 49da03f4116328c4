package org.pipewright.deploy.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.activities.Desk.unique;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Whoever follows a record hears of what others do to it (S-REC-06, S-OPP-26). */
class FollowingIT {

    private final Client ritas = RunningProduct.get().as(DemoMember.RITA_REP);
    private final Desk rita = new Desk(DemoMember.RITA_REP);
    private final Desk anna = new Desk(DemoMember.ANNA_ADMIN);
    private final String opportunity = opportunity();
    private final String followed = Desk.path("followed/sales.opportunity/" + opportunity);

    private String opportunity() {
        String account = rita.id("accounts", "{'name':'%s'}", unique("Followed"));
        return rita.id("opportunities", "{'name':'%s','account':'%s'}", unique("Followed deal"), account);
    }

    private List<String> told() {
        return rita.items("notices?limit=50").stream()
                .filter(notice -> notice.getString("recordId").equals(opportunity))
                .map(notice -> notice.getString("kind"))
                .toList();
    }

    @Test
    void hearsOfChangesCommentsAndFilesOfOthersOnceEach() {
        ritas.done(Call.of("PUT", followed));

        anna.patch("opportunities/" + opportunity, "{'name':'%s'}", unique("Renamed"));
        anna.patch("opportunities/" + opportunity, "{'name':'%s'}", unique("Renamed again"));
        anna.create("opportunities/" + opportunity + "/comments", "{'text':'Look'}");
        RunningProduct.get()
                .as(DemoMember.ANNA_ADMIN)
                .done(Call.of("POST", Desk.path("opportunities/" + opportunity + "/files"))
                        .query("name", "a.txt")
                        .with("application/octet-stream", "x"));

        assertThat(told()).containsExactlyInAnyOrder("changed", "commented", "file-added");
    }

    @Test
    void hearsAgainOnceTheNoteWasRead() {
        ritas.done(Call.of("PUT", followed));
        anna.patch("opportunities/" + opportunity, "{'name':'%s'}", unique("Renamed"));
        rita.items("notices?limit=50").stream()
                .filter(notice -> notice.getString("recordId").equals(opportunity))
                .map(notice -> notice.getString("id"))
                .forEach(id -> rita.post("notices/" + id + "/read", "{}"));

        anna.patch("opportunities/" + opportunity, "{'name':'%s'}", unique("Renamed again"));

        assertThat(told()).containsExactly("changed", "changed");
    }

    @Test
    void hearsNothingOfOwnChangesAndNothingAfterTheEnd() {
        ritas.done(Call.of("PUT", followed));
        rita.patch("opportunities/" + opportunity, "{'name':'%s'}", unique("Mine"));
        ritas.done(Call.of("DELETE", followed));
        anna.patch("opportunities/" + opportunity, "{'name':'%s'}", unique("Renamed"));

        assertThat(told()).isEmpty();
    }

    @Test
    void followsOnlyWhatIsSeen() {
        String hidden = anna.id("accounts", "{'name':'%s'}", unique("Hidden"));

        assertThat(ritas.send(Call.of("PUT", Desk.path("followed/core.account/" + hidden)))
                        .status())
                .isEqualTo(404);
        List<JsonObject> list = rita.items("followed");
        assertThat(list).noneMatch(each -> each.getString("id").equals(hidden));
    }
}
