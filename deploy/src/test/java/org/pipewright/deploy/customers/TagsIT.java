package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** Tags on records of any type: private or shared, filtered, put on in bulk, merged (S-REC-03, S-SRCH-04). */
class TagsIT {

    private final Office manager = new Office(DemoMember.MAX_MANAGER);
    private final Office rep = new Office(DemoMember.RITA_REP);
    private String word;

    @BeforeEach
    void chooseAWord() {
        word = Office.unique();
    }

    private String tag(Office office, String name, boolean shared) {
        return office.id("tags", "{'name': '" + name + "', 'colour': 'GREEN', 'shared': " + shared + "}");
    }

    private String lead(Office office, String name) {
        return office.id("leads", "{'lastName': '" + name + "', 'company': 'Tagged " + name + "'}");
    }

    private static Answer put(Office office, String record, String tag) {
        return office.post(record + "/tags", "{'add': ['" + tag + "']}");
    }

    private static List<String> tagsOf(Office office, String record) {
        return office.read(record).getJsonArray("tags").getValuesAs(JsonObject.class).stream()
                .map(tag -> tag.getString("title"))
                .toList();
    }

    @Test
    void areFilteredByInTheLanguageOfAllCriteriaAndShownInLists() {
        String tag = tag(rep, "vip " + word, true);
        String lead = lead(rep, "a" + word);
        lead(rep, "b" + word);

        assertThat(put(rep, "leads/" + lead, tag).status()).isEqualTo(204);

        assertThat(rep.found("leads", "tags==" + tag + ";lastName==*" + word)).hasSize(1);
        assertThat(rep.found("leads", "tags==\"VIP " + word + "\"")).hasSize(1);
        assertThat(rep.found("leads", "tags!=" + tag + ";lastName==*" + word)).hasSize(1);
        assertThat(rep.found("leads", "tags=isnull=true;lastName==*" + word)).hasSize(1);
        assertThat(rep.found("leads", "tags=in=(" + tag + ",nothing);lastName==*" + word))
                .hasSize(1);
        JsonObject shown = rep.done(Call.get(Office.path("leads"))
                        .query("filter", "tags==" + tag)
                        .query("fields", "lastName,tags"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(shown.getJsonArray("tags").getJsonObject(0).getString("colour"))
                .isEqualTo("GREEN");
    }

    @Test
    void reachThroughReferences() {
        String tag = tag(manager, "key " + word, true);
        String account = manager.id("accounts", "{'name': '" + word + "'}");
        manager.create("contacts", "{'lastName': '" + word + "', 'account': '" + account + "'}");

        put(manager, "accounts/" + account, tag);

        assertThat(manager.found("contacts", "account.tags==" + tag)).hasSize(1);
    }

    @Test
    void ofOneselfAreSeenByNobodyElse() {
        String lead = lead(rep, word);
        String own = tag(rep, "mine " + word, false);

        put(rep, "leads/" + lead, own);

        assertThat(tagsOf(rep, "leads/" + lead)).containsExactly("mine " + word);
        assertThat(tagsOf(manager, "leads/" + lead)).isEmpty();
        assertThat(manager.found("leads", "tags==" + own)).isEmpty();
        assertThat(manager.found("leads", "tags=isnull=true;lastName==" + word)).hasSize(1);
        assertThat(put(manager, "leads/" + lead, own).fields()).containsExactly("add");
        assertThat(manager.delete("tags/" + own).status()).isEqualTo(404);
    }

    @Test
    void ofEverybodyGoOnlyOnWhatOneMayEdit() {
        String lead = lead(manager, word);
        String shared = tag(manager, "all " + word, true);
        Office reader = new Office(DemoMember.OTTO_ONLY);
        String own = tag(reader, "own " + word, false);

        assertThat(put(reader, "leads/" + lead, shared).status()).isEqualTo(403);
        assertThat(put(reader, "leads/" + lead, own).status()).isEqualTo(204);
        assertThat(tagsOf(reader, "leads/" + lead)).containsExactly("own " + word);
    }

    @Test
    void arePutOnManyAndTakenOffAtOnce() {
        String tag = tag(manager, "bulk " + word, true);
        String other = tag(manager, "old " + word, true);
        String first = lead(manager, "a" + word);
        lead(manager, "b" + word);
        put(manager, "leads/" + first, other);

        JsonObject result = manager.post(
                        "leads/bulk",
                        "{'filter': 'lastName==*" + word + "', 'tags': {'add': ['" + tag + "'], 'remove': ['" + other
                                + "']}}")
                .json();

        assertThat(result.getInt("done")).isEqualTo(2);
        assertThat(manager.found("leads", "tags==" + tag)).hasSize(2);
        assertThat(manager.found("leads", "tags==" + other)).isEmpty();
    }

    @Test
    void keepAllLinksWhenMerged() {
        String one = tag(manager, "one " + word, true);
        String two = tag(manager, "two " + word, true);
        String both = lead(manager, "a" + word);
        String first = lead(manager, "b" + word);
        put(manager, "leads/" + both, one);
        put(manager, "leads/" + both, two);
        put(manager, "leads/" + first, one);
        String view = manager.id(
                "views", "{'recordType': 'sales.lead', 'name': 'v " + word + "', 'filter': 'tags==" + one + "'}");

        assertThat(manager.post("tags/" + one + "/merge-into", "{'into': '" + two + "'}")
                        .status())
                .isEqualTo(200);

        assertThat(manager.found("leads", "tags==" + two)).hasSize(2);
        assertThat(tagsOf(manager, "leads/" + both)).containsExactly("two " + word);
        assertThat(manager.delete("tags/" + one).status()).isEqualTo(404);
        assertThat(
                        manager
                                .read("views?recordType=sales.lead")
                                .getJsonArray("items")
                                .getValuesAs(JsonObject.class)
                                .stream()
                                .filter(each -> each.getString("id").equals(view))
                                .map(each -> each.getString("filter")))
                .containsExactly("tags==" + two);
    }

    @Test
    void ofOneselfAreNotMergedIntoThoseOfEverybody() {
        String own = tag(rep, "own " + word, false);
        String shared = tag(rep, "all " + word, true);

        assertThat(rep.post("tags/" + own + "/merge-into", "{'into': '" + shared + "'}")
                        .fields())
                .containsExactly("into");
    }

    @Test
    void needANameThatIsFree() {
        tag(rep, "free " + word, true);

        assertThat(rep.post("tags", "{'name': 'Free " + word + "', 'shared': true}")
                        .status())
                .isEqualTo(409);
        assertThat(rep.post("tags", "{'name': 'Free " + word + "', 'shared': false}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void ofEverybodyAreToldInTheHistory() {
        String tag = tag(rep, "told " + word, true);
        String lead = lead(rep, word);

        put(rep, "leads/" + lead, tag);

        JsonObject latest =
                rep.read("leads/" + lead + "/history").getJsonArray("items").getJsonObject(0);
        assertThat(latest.getJsonArray("changes").getJsonObject(0).getString("new"))
                .isEqualTo("told " + word);
    }

    @Test
    void cannotOrderAList() {
        assertThat(rep.send(Call.get(Office.path("leads")).query("sort", "tags"))
                        .fields())
                .containsExactly("sort");
    }
}
