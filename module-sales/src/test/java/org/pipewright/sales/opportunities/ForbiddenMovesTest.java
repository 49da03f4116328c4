package org.pipewright.sales.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pipewright.sales.opportunities.Fixture.ACCOUNT;
import static org.pipewright.sales.opportunities.Fixture.DAY;
import static org.pipewright.sales.opportunities.Fixture.eur;
import static org.pipewright.sales.opportunities.Fixture.opportunity;
import static org.pipewright.sales.opportunities.Fixture.set;

import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Origin;
import org.pipewright.platform.spi.records.OwnValues;
import org.pipewright.sales.kinds.Kind;
import org.pipewright.sales.kinds.Ways;

/** One table of moves, run through every way in which a stage is written (S-KIND-10). */
class ForbiddenMovesTest {

    private final Fixture fixture = new Fixture();
    private final Ways ways = fixture.ways;
    private final UUID open = fixture.catalogue.open.id();
    private final UUID negotiation = fixture.catalogue.negotiation.id();

    private Kind kind(Kind.Type type) {
        return type == Kind.Type.OTHER ? ways.kind(type) : ways.kind(type, open, open, open, negotiation, negotiation);
    }

    private Opportunity dealAt(Kind kind, int place) {
        Opportunity deal = opportunity("name", "Deal", "account", ACCOUNT, "kind", kind.id());
        set(deal, "stage", ways.stageOf(kind, place).id());
        assertThat(fixture.create(deal, Origin.IMPORT, true)).isEmpty();
        return deal;
    }

    private UUID stage(Kind kind, int place) {
        return ways.stageOf(kind, place).id();
    }

    /** Form, list edit, bulk and import change the field; board and verb call the verb. */
    @ParameterizedTest(name = "{0}: {1} to {2} by {3} is refused as {4}")
    @CsvSource({
        "STANDARD, 1, 3, field, skips",
        "STANDARD, 1, 3, verb,  skips",
        "STANDARD, 1, 3, import, skips",
        "STANDARD, 3, 2, field, goes-back",
        "STANDARD, 3, 2, verb,  goes-back",
        "STANDARD, 3, 2, import, goes-back",
        "STANDARD, 1, 4, status, skips",
        "STANDARD, 5, 1, status, goes-back",
        "STANDARD, 1, 2, field,",
        "STANDARD, 1, 2, verb,",
        "CUSTOM,   1, 3, field,",
        "CUSTOM,   1, 3, verb,",
        "CUSTOM,   5, 1, status,"
    })
    void refusesForbiddenMovesOnEveryPath(Kind.Type type, int from, int to, String path, String code) {
        Kind kind = kind(type);
        Opportunity deal = dealAt(kind, from);

        if (code == null) {
            assertThat(move(deal, kind, to, path)).isTrue();
            assertThat(deal.stage()).contains(stage(kind, to));
            assertThat(fixture.told)
                    .containsExactly(Json.createObjectBuilder()
                            .add("opportunity", deal.id().toString())
                            .add("from", stage(kind, from).toString())
                            .add("to", stage(kind, to).toString())
                            .add("kind", kind.id().toString())
                            .add("type", "sales.opportunity-stage-changed.v1")
                            .add("about", deal.id().toString())
                            .build());
        } else {
            assertThatThrownBy(() -> move(deal, kind, to, path)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code().category().status()).isEqualTo(409);
                assertThat(refusal.errors().get(0).code()).isEqualTo(code);
            });
            assertThat(fixture.told).isEmpty();
        }
    }

    private boolean move(Opportunity deal, Kind kind, int to, String path) {
        UUID target = stage(kind, to);
        return switch (path) {
            case "verb" ->
                fixture.change(deal, () -> new MoveOpportunity().perform(deal, new MoveOpportunity.Destination(target)))
                        .isEmpty();
            case "deviate" ->
                fixture.change(
                                deal,
                                () -> new DeviateOpportunity()
                                        .perform(
                                                deal,
                                                new DeviateOpportunity.Deviation(target, "Asked by the customer")))
                        .isEmpty();
            case "status" ->
                fixture.change(
                                deal,
                                () -> set(deal, "status", ways.stageOf(kind, to).status()))
                        .isEmpty();
            case "import" ->
                fixture.change(deal, () -> set(deal, "stage", target), Origin.IMPORT)
                        .isEmpty();
            default -> fixture.change(deal, () -> set(deal, "stage", target)).isEmpty();
        };
    }

    /** A deviation goes against the order of a kind, not against whose stage it is (S-ROLE-11). */
    @ParameterizedTest
    @ValueSource(strings = {"field", "verb", "import", "deviate"})
    void forbidsAStageThatIsLeftToOtherRoles(String path) {
        Kind kind = kind(Kind.Type.CUSTOM);
        ways.limitToRole(kind, 2, "sales-manager");
        Opportunity deal = dealAt(kind, 1);

        assertThatThrownBy(() -> move(deal, kind, 2, path)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code().category().status()).isEqualTo(403);
            assertThat(refusal.errors().get(0).code()).isEqualTo("other-roles");
        });
    }

    @Test
    void refusesToStartAStandardSaleInTheMiddle() {
        Kind kind = kind(Kind.Type.STANDARD);
        Opportunity deal = opportunity("name", "Deal", "account", ACCOUNT, "kind", kind.id(), "stage", stage(kind, 2));

        assertThatThrownBy(() -> fixture.create(deal)).hasMessageContaining("move-refused");
    }

    @Test
    void startsAtTheFirstStageAndItsStatus() {
        Kind kind = kind(Kind.Type.STANDARD);
        Opportunity deal = opportunity("name", "Deal", "account", ACCOUNT, "kind", kind.id());

        assertThat(fixture.create(deal)).isEmpty();

        assertThat(deal.stage()).contains(stage(kind, 1));
        assertThat(deal.status()).contains(open);
        assertThat(deal.probability()).isEqualTo(10);
    }

    @Test
    void movesWithTheStatusOfItsStageAndItsProbability() {
        Kind kind = kind(Kind.Type.CUSTOM);
        Opportunity deal = dealAt(kind, 1);

        fixture.change(deal, () -> set(deal, "stage", stage(kind, 4)));

        assertThat(deal.status()).contains(negotiation);
        assertThat(deal.probability()).isEqualTo(40);
    }

    @Test
    void deviatesWithAReasonButNotWithoutWhatTheStageNeeds() {
        Kind kind = kind(Kind.Type.STANDARD);
        Ways.set(ways.stageOf(kind, 1), "needsNextStep", true);
        Opportunity deal = dealAt(kind, 3);
        DeviateOpportunity.Deviation back = new DeviateOpportunity.Deviation(stage(kind, 1), "New decision maker");

        assertThat(fixture.change(deal, () -> new DeviateOpportunity().perform(deal, back)))
                .containsExactly("nextStep");
        set(deal, "nextStep", "Call", "stage", stage(kind, 3));
        assertThat(fixture.change(deal, () -> new DeviateOpportunity().perform(deal, back)))
                .isEmpty();
        assertThat(deal.stage()).contains(stage(kind, 1));
    }

    @Test
    void namesExactlyWhatTheStageNeeds() {
        Kind kind = kind(Kind.Type.CUSTOM);
        Ways.set(ways.stageOf(kind, 3), "needsAmount", true);
        Ways.set(ways.stageOf(kind, 3), "needsExpectedClose", true);
        Opportunity deal = dealAt(kind, 1);

        assertThat(fixture.change(deal, () -> set(deal, "stage", stage(kind, 3), "expectedClose", DAY)))
                .containsExactly("amount");
        set(deal, "stage", stage(kind, 1));
        assertThat(fixture.change(deal, () -> set(deal, "stage", stage(kind, 3), "amount", eur("5.00"))))
                .isEmpty();
        assertThat(fixture.change(deal, () -> set(deal, "amount", null))).containsExactly("amount");
    }

    @ParameterizedTest(name = "{0} of {1} with {2} lines, {3} of demand, {4} parties, own size {5}: lacks {6}")
    @CsvSource({
        "needsProduct, true,    0, 0, 0,,      product",
        "needsProduct, true,   20, 0, 0,,",
        "leastDemand,  2,       0, 1, 0,,      demand",
        "leastDemand,  2,       0, 2, 0,,",
        "neededRole,   role,    0, 0, 0,,      parties",
        "neededRole,   role,    0, 0, 1,,",
        "needsOwn,     ownSize, 0, 0, 0,,      ownSize",
        "needsOwn,     ownSize, 0, 0, 0, big,",
        "needsOwn,     ownGone, 0, 0, 0,,"
    })
    void needsWhatBelongsToADeal(
            String need, String what, int lines, int demand, int parties, String size, String lacking) {
        UUID role = new UUID(8, 1);
        Kind kind = kind(Kind.Type.CUSTOM);
        Ways.set(kind, "primaryDemand", true);
        Object wanted = switch (what) {
            case "true" -> true;
            case "2" -> 2;
            case "role" -> role;
            default -> what;
        };
        Ways.set(ways.stageOf(kind, 3), need, wanted);
        Opportunity deal = dealAt(kind, 1);
        fixture.belongings.lines = lines;
        fixture.belongings.demand = demand;
        fixture.belongings.roles = parties == 0 ? List.of(new UUID(8, 2)) : List.of(role);
        if (size != null) {
            deal.own(OwnValues.with(null, "ownSize", Json.createValue(size)));
        }

        List<String> failing = fixture.change(deal, () -> set(deal, "stage", stage(kind, 3)));

        assertThat(failing).isEqualTo(Stream.ofNullable(lacking).toList());
    }

    @Test
    void asksForNoDemandWhereTheKindRecordsNone() {
        Kind kind = kind(Kind.Type.CUSTOM);
        Ways.set(ways.stageOf(kind, 3), "leastDemand", 1);
        Opportunity deal = dealAt(kind, 1);

        assertThat(fixture.change(deal, () -> set(deal, "stage", stage(kind, 3))))
                .isEmpty();
    }

    @Test
    void hasNoStageWhereTheKindHasNone() {
        Kind other = kind(Kind.Type.OTHER);
        Kind custom = kind(Kind.Type.CUSTOM);
        Opportunity deal = opportunity("name", "Deal", "account", ACCOUNT, "kind", other.id());

        assertThat(fixture.create(deal)).isEmpty();
        assertThat(fixture.change(deal, () -> set(deal, "stage", stage(custom, 1))))
                .containsExactly("stage");
    }

    @Test
    void refusesAStageOfAnotherKindAndAKindThatIsNotAllowed() {
        Kind custom = kind(Kind.Type.CUSTOM);
        Kind closed = kind(Kind.Type.CUSTOM);
        Ways.set(closed, "allowed", false);
        Opportunity deal = dealAt(custom, 1);

        assertThat(fixture.change(deal, () -> set(deal, "stage", stage(closed, 2))))
                .containsExactly("stage");
        assertThat(fixture.create(opportunity("name", "Deal", "account", ACCOUNT, "kind", closed.id())))
                .containsExactly("kind");
    }

    @Test
    void changesTheKindOnlyByTheVerbAndOnlyMapped() {
        Kind custom = kind(Kind.Type.CUSTOM);
        Kind standard = kind(Kind.Type.STANDARD);
        Opportunity deal = dealAt(custom, 3);
        ChangeKind verb = new ChangeKind();
        verb.kinds = ways;

        assertThat(fixture.change(deal, () -> set(deal, "kind", standard.id()))).contains("kind");
        set(deal, "kind", custom.id());
        assertThatThrownBy(() -> verb.perform(deal, new ChangeKind.Mapping(standard.id(), null, null)))
                .hasMessageContaining("kind-mapping");
        assertThat(fixture.change(
                        deal,
                        () -> verb.perform(deal, new ChangeKind.Mapping(standard.id(), stage(standard, 2), "New"))))
                .isEmpty();
        assertThat(deal.stage()).contains(stage(standard, 2));
    }

    @Test
    void movesByFieldOnlyWithTheRightOfTheVerb() {
        Kind kind = kind(Kind.Type.CUSTOM);
        Opportunity deal = dealAt(kind, 1);
        fixture.level = Level.NONE;

        assertThatThrownBy(() -> fixture.change(deal, () -> set(deal, "stage", stage(kind, 2))))
                .hasMessageContaining("move-forbidden");
    }

    @ParameterizedTest(name = "{0} at {1}: won {2}")
    @CsvSource({"STANDARD, 2, false", "STANDARD, 5, true", "CUSTOM, 1, true"})
    void isWonWhereTheKindAllowsAndLostAnywhere(Kind.Type type, int place, boolean allowed) {
        Kind kind = kind(type);
        Opportunity won = dealAt(kind, place);
        set(won, "amount", eur("1.00"));
        Opportunity lost = dealAt(kind, place);

        if (allowed) {
            assertThat(fixture.change(won, () -> won.win(fixture.catalogue.won, DAY, null, null)))
                    .isEmpty();
        } else {
            assertThatThrownBy(() -> fixture.change(won, () -> won.win(fixture.catalogue.won, DAY, null, null)))
                    .hasMessageContaining("move-refused");
        }
        assertThat(fixture.change(
                        lost, () -> lost.lose(fixture.catalogue.lost, DAY, fixture.catalogue.price.id(), null)))
                .isEmpty();
        assertThat(Fixture.value(lost, "fallOffStage")).isEqualTo(stage(kind, place));
    }

    @Test
    void knowsNoRulesInSimpleModeAndComesBackWithTheStageOfTheStatus() {
        Kind kind = kind(Kind.Type.STANDARD);
        Opportunity deal = dealAt(kind, 1);

        fixture.managed = false;
        assertThat(fixture.change(deal, () -> set(deal, "status", negotiation))).isEmpty();

        assertThat(deal.stage()).contains(stage(kind, 4));
        assertThat(deal.probability()).isEqualTo(80);
    }
}
