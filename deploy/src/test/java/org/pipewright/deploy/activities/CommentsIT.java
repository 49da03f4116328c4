package org.pipewright.deploy.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.activities.Desk.unique;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.DemoMember;

/** Comments on records (S-REC-01). */
class CommentsIT {

    private final Desk rita = new Desk(DemoMember.RITA_REP);
    private final Desk max = new Desk(DemoMember.MAX_MANAGER);
    private final Desk anna = new Desk(DemoMember.ANNA_ADMIN);
    private final Desk otto = new Desk(DemoMember.OTTO_ONLY);

    private final String comments =
            "accounts/" + rita.id("accounts", "{'name':'%s'}", unique("Commented")) + "/comments";

    @Test
    void tellWhoWroteWhatAndStandInTheTimeline() {
        JsonObject comment = rita.create(comments, "{'text':' Prefers mornings. '}");

        assertThat(comment.getString("text")).isEqualTo("Prefers mornings.");
        assertThat(comment.getJsonObject("author").getString("id")).isEqualTo(rita.member());
        JsonObject entry = max.items(comments.replace("/comments", "/timeline?only=comment"))
                .get(0);
        assertThat(entry.getJsonObject("content").getString("text")).isEqualTo("Prefers mornings.");
        assertThat(entry.getJsonObject("content").getBoolean("mine")).isFalse();
    }

    @Test
    void areEditedByTheirAuthorAndShowWhatTheySaidToThoseWithTheAuditRight() {
        String id = rita.id(comments, "{'text':'Before'}");

        assertThat(max.patch(comments + "/" + id, "{'text':'Mine now'}").status())
                .isEqualTo(403);
        assertThat(rita.patch(comments + "/" + id, "{'text':' '}").fields()).containsExactly("text");
        assertThat(rita.patch(comments + "/" + id, "{'text':'After'}").json().getString("editedAt"))
                .isNotEmpty();

        List<JsonObject> former = anna.items(comments + "/" + id + "/former");
        assertThat(former).hasSize(1);
        assertThat(former.get(0).getString("text")).isEqualTo("Before");
        assertThat(rita.get(comments + "/" + id + "/former").status()).isEqualTo(403);
    }

    @Test
    void arePinnedOnTop() {
        String first = rita.id(comments, "{'text':'First'}");
        rita.id(comments, "{'text':'Second'}");

        assertThat(max.patch(comments + "/" + first, "{'pinned':true}").status())
                .isEqualTo(200);

        assertThat(rita.items(comments).get(0).getString("id")).isEqualTo(first);
    }

    @Test
    void areRemovedByTheirAuthor() {
        String id = rita.id(comments, "{'text':'Gone'}");

        assertThat(max.delete(comments + "/" + id).status()).isEqualTo(403);
        assertThat(rita.delete(comments + "/" + id).status()).isEqualTo(204);

        assertThat(rita.items(comments)).isEmpty();
    }

    @Test
    void areNotWrittenByMereReadersNorOnWhatIsNotSeen() {
        assertThat(otto.post(comments, "{'text':'Hello'}").status()).isEqualTo(403);
        assertThat(otto.items(comments)).isEmpty();

        String hidden = "accounts/" + anna.id("accounts", "{'name':'%s'}", unique("Hidden")) + "/comments";
        assertThat(rita.get(hidden).status()).isEqualTo(404);
        assertThat(rita.post(hidden, "{'text':'Hello'}").status()).isEqualTo(404);
        assertThat(rita.post(comments, "{}").fields()).containsExactly("text");
    }
}
