package org.pipewright.deploy.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedUp;

/** What a program reads of the real pipeline once it is in, however it came in: the figures that follow from the files. */
public final class MavenFigures {

    private static final int INCOMPLETE = 3_898;

    private final SignedUp maven;

    public MavenFigures(SignedUp maven) {
        this.maven = maven;
    }

    /** Fails unless all of it stands there, and nothing of it elsewhere. */
    public void agreeWithTheFiles() {
        everybodyAndEverythingIsThere();
        theSumsAreThoseOfTheFile();
        theDearestDealIsFoundEveryWay();
        whatCameIncompleteIsMarkedAndListed();
        tellsTheWinRate();
        aSecondOrganisationSeesNoneOfIt();
    }

    private void everybodyAndEverythingIsThere() {
        assertThat(total("accounts", "")).isEqualTo(85);
        assertThat(total("products", "")).isEqualTo(7);
        assertThat(total("opportunities", "")).isEqualTo(8_800);
        assertThat(names("teams")).containsExactlyInAnyOrder("Central", "East", "West");
        assertThat(names("people")).filteredOn(agents()::contains).hasSize(35);
    }

    private static List<String> agents() {
        return MavenData.text(MavenData.PEOPLE)
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();
    }

    private void theSumsAreThoseOfTheFile() {
        assertThat(total("opportunities", "status==\"Closed Won\"")).isEqualTo(4_238);
        assertThat(total("opportunities", "status==\"Closed Lost\"")).isEqualTo(2_473);
        assertThat(total("opportunities", "account=isnull=true")).isEqualTo(1_425);
        assertThat(total("opportunities", "product==\"GTX Pro\"")).isEqualTo(1_480);
        assertThat(wonRevenue()).isEqualTo("10005534.00");
    }

    private void theDearestDealIsFoundEveryWay() {
        JsonObject dearest = first("opportunities?sort=-closeRevenue&limit=1&filter=closeRevenue=isnull=false");
        String account = dearest.getJsonObject("account").getString("id");
        String name = dearest.getString("name");

        assertThat(dearest.getJsonObject("closeRevenue").getString("amount")).isEqualTo("30288.00");
        assertThat(first("accounts?filter=name==Groovestreet")).containsEntry("id", Json.createValue(account));
        assertThat(first("opportunities?limit=1&q=" + name)).containsEntry("id", dearest.get("id"));
        assertThat(total("opportunities", "account.name==Groovestreet;product.name==\"GTK 500\";closeRevenue>30000"))
                .isEqualTo(1);
    }

    private JsonObject first(String list) {
        return maven.admin().read(maven.path(list)).getJsonArray("items").getJsonObject(0);
    }

    private void whatCameIncompleteIsMarkedAndListed() {
        assertThat(total("opportunities", "missing=isnull=false")).isEqualTo(INCOMPLETE);
        assertThat(total("opportunities", "missing=like=lossReason")).isEqualTo(2_473);
        assertThat(total("opportunities", "missing=like=account")).isEqualTo(1_425);
    }

    private void tellsTheWinRate() {
        JsonObject total = maven.admin()
                .read(maven.path("opportunities/reports/win-loss"))
                .getJsonObject("total")
                .getJsonObject("values");

        assertThat(total.getJsonObject("closed").getString("number")).isEqualTo("6711");
        assertThat(total.getJsonObject("won").getString("number")).isEqualTo("4238");
        assertThat(total.getJsonObject("rate").getString("number")).isEqualTo("63.15");
        assertThat(total.getJsonObject("revenue").getJsonObject("sum").getString("amount"))
                .isEqualTo("10005534.00");
    }

    private void aSecondOrganisationSeesNoneOfIt() {
        SignedUp other = SignedUp.as("Other Computers");

        assertThat(Stream.of("accounts", "products", "opportunities", "teams"))
                .allSatisfy(type -> assertThat(total(other, type, "")).isZero());
        assertThat(other.admin().read(other.path("search?q=Cancity")).getJsonArray("groups"))
                .isEmpty();
        Answer answer = RunningProduct.get().as(DemoMember.ANNA_ADMIN).send(Call.get(maven.path("opportunities")));
        assertThat(answer.status()).isEqualTo(404);
    }

    private String wonRevenue() {
        return maven
                .admin()
                .read(maven.path("opportunities/groups?by=status&sum=closeRevenue"))
                .getJsonArray("groups")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(group -> group.getString("label").equals("Closed Won"))
                .map(group -> group.getJsonObject("sum").getString("amount"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(String type) {
        return maven
                .admin()
                .read(maven.path(type + "?limit=200"))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(record -> record.getString("name"))
                .toList();
    }

    private int total(String type, String filter) {
        return total(maven, type, filter);
    }

    static int total(SignedUp organisation, String type, String filter) {
        Call call = Call.get(organisation.path(type)).query("count", "true").query("limit", "1");
        return organisation
                .admin()
                .done(filter.isEmpty() ? call : call.query("filter", filter))
                .json()
                .getInt("total");
    }
}
