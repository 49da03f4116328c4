package org.pipewright.deploy.territories;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.territories.Market.DEAL;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.territories.GeneratedTree.Deal;
import org.pipewright.deploy.territories.GeneratedTree.Firm;
import org.pipewright.deploy.territories.GeneratedTree.Node;

/**
 * Whatever tree is planned over whatever deals, with overlaps, pins and rules that lead to accounts: what is told before,
 * what follows, and what an independent reading of the rules wants are the same; rolled back, deals are where they were,
 * whatever was made, changed and deleted meanwhile (S-TERR-04, -05, -06, -07, -08).
 */
class GeneratedTreesIT {

    private static final int FIRMS = 6;
    private static final int DEALS = 18;

    private final Market market = new Market();
    private final Map<String, Deal> deals = new LinkedHashMap<>();
    private final Map<String, String> pins = new HashMap<>();
    private Random chance;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isToldBeforeFollowsAndIsTakenBack(long seed) {
        chance = new Random(seed);
        makeDeals();
        GeneratedTree first = GeneratedTree.by(chance);
        activate(plan(first), first);
        holdSome(first);
        Map<String, String> before = follows(first);

        GeneratedTree second = first.known(ids()).redrawn(chance);
        String plan = plan(second);
        assertThat(told(plan)).isEqualTo(moves(before, wanted(second)));
        activate(plan, second);
        Set<String> alone = live();
        follows(second);

        assertThat(told(plan)).isEqualTo(moves(wanted(second), wanted(first)));
        market.perform("territory-plans/" + plan + "/roll-back");

        Map<String, String> after = follows(first);
        before.keySet().retainAll(alone);
        assertThat(after).containsAllEntriesOf(before);
    }

    private void makeDeals() {
        List<Firm> firms = new ArrayList<>();
        for (int i = 0; i < FIRMS; i++) {
            String industry = "Trade" + chance.nextInt(3);
            String country = "Country" + chance.nextInt(3);
            firms.add(new Firm(market.account(industry, country), industry, country));
        }
        for (int i = 0; i < DEALS; i++) {
            makeDeal(firms.get(chance.nextInt(FIRMS)));
        }
    }

    private void makeDeal(Firm firm) {
        int amount = chance.nextInt(60);
        String id = market.id(
                "opportunities",
                "{'name': '" + Market.unique() + "', 'account': '" + firm.id() + "', 'amount': " + usd(amount) + "}");
        deals.put(id, new Deal(id, firm, amount));
    }

    private static String usd(int amount) {
        return "{'amount': '" + amount + ".00', 'currency': 'USD'}";
    }

    /** Draws the tree in a plan of its own, and no other territory. */
    private String plan(GeneratedTree tree) {
        String plan = market.id("territory-plans", "{'name': '" + Market.unique() + "'}");
        JsonArrayBuilder territories = Json.createArrayBuilder();
        tree.nodes().forEach(node -> territories.add(drawn(node)));
        market.done(Call.put(
                market.path("territory-plan-trees/" + plan),
                Json.createObjectBuilder().add("territories", territories).build()));
        return plan;
    }

    private static JsonObject drawn(Node node) {
        JsonArrayBuilder rules = Json.createArrayBuilder();
        node.rules()
                .forEach(rule -> rules.add(
                        Json.createObjectBuilder().add("recordType", DEAL).add("criteria", rule.criteria())));
        JsonObjectBuilder drawn = Json.createObjectBuilder()
                .add("id", node.id())
                .add("name", node.name())
                .add("active", node.active())
                .add("inherits", node.inherits())
                .add("rules", rules);
        node.parent().ifPresent(parent -> drawn.add("parent", parent));
        node.priority().ifPresent(priority -> drawn.add("priority", priority));
        return drawn.build();
    }

    private void activate(String plan, GeneratedTree tree) {
        market.perform("territory-plans/" + plan + "/activate");
        follows(tree);
    }

    /** Ids of territories by name. */
    private Map<String, String> ids() {
        return all("territories").stream()
                .collect(Collectors.toMap(
                        territory -> territory.getString("name"), territory -> territory.getString("id")));
    }

    /** Some in a territory that counts, or does not, or out of all. */
    private void holdSome(GeneratedTree tree) {
        Map<String, String> ids = ids();
        List.copyOf(deals.keySet()).stream()
                .filter(deal -> chance.nextInt(6) == 0)
                .forEach(deal -> {
                    List<Node> active =
                            tree.nodes().stream().filter(Node::active).toList();
                    boolean out = active.isEmpty() || chance.nextInt(3) == 0;
                    String name =
                            out ? "" : active.get(chance.nextInt(active.size())).name();
                    String territory = out ? "" : "'territory': '" + ids.get(name) + "', ";
                    market.done(Call.put(
                            market.path("territory-assignments/" + DEAL + "/" + deal + "/pin"),
                            Market.json("{" + territory + "'reason': 'Agreed'}")));
                    pins.put(deal, name);
                });
    }

    private Map<String, String> wanted(GeneratedTree tree) {
        Map<String, String> wanted = new TreeMap<>();
        deals.values().forEach(deal -> wanted.put(deal.id(), tree.of(deal, pins)));
        return wanted;
    }

    /** Waits until each deal is where the tree wants it. */
    private Map<String, String> follows(GeneratedTree tree) {
        Map<String, String> wanted = wanted(tree);
        RunningProduct.eventually(
                "deals are where the tree wants them", () -> standing().equals(wanted));
        staysWithinWhatIsInherited(tree, wanted);
        return wanted;
    }

    private List<JsonObject> all(String records) {
        return market.items(Call.get(market.path(records)).query("limit", "200"));
    }

    private Map<String, String> standing() {
        Map<String, String> standing = new TreeMap<>();
        all("opportunities")
                .forEach(deal -> standing.put(
                        deal.getString("id"),
                        deal.get("territory") instanceof JsonObject territory ? territory.getString("title") : ""));
        return standing;
    }

    private void staysWithinWhatIsInherited(GeneratedTree tree, Map<String, String> standing) {
        deals.values().stream()
                .filter(deal -> !pins.containsKey(deal.id()))
                .forEach(deal -> tree.named(standing.get(deal.id()))
                        .ifPresent(node -> assertThat(tree.isWithin(node, deal)).isTrue()));
    }

    /** How many go from where to where. */
    private static Map<String, Long> moves(Map<String, String> from, Map<String, String> to) {
        return from.keySet().stream()
                .filter(deal -> !from.get(deal).equals(to.get(deal)))
                .collect(groupingBy(deal -> from.get(deal) + " > " + to.get(deal), TreeMap::new, counting()));
    }

    /** The same as the plan tells it. */
    private Map<String, Long> told(String plan) {
        return market
                .read("territory-plan-trees/" + plan + "/comparison")
                .getJsonArray("types")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(type -> type.getString("recordType").equals(DEAL))
                .flatMap(type -> type.getJsonArray("moves").getValuesAs(JsonObject.class).stream())
                .collect(Collectors.toMap(
                        move -> title(move, "from") + " > " + title(move, "to"),
                        move -> (long) move.getInt("records"),
                        Long::sum,
                        TreeMap::new));
    }

    private static String title(JsonObject move, String end) {
        return move.containsKey(end) ? move.getJsonObject(end).getString("title") : "";
    }

    /** Some deals are changed, some deleted, some made; tells which were left alone. */
    private Set<String> live() {
        Set<String> alone = new TreeSet<>(deals.keySet());
        List.copyOf(deals.values()).stream()
                .filter(deal -> chance.nextInt(3) == 0)
                .forEach(deal -> {
                    if (chance.nextBoolean()) {
                        change(deal);
                    } else {
                        delete(deal);
                    }
                    alone.remove(deal.id());
                });
        Firm firm = deals.values().iterator().next().firm();
        for (int i = 0; i < 4; i++) {
            makeDeal(firm);
        }
        return alone;
    }

    private void change(Deal deal) {
        int amount = chance.nextInt(60);
        market.change("opportunities/" + deal.id(), "{'amount': " + usd(amount) + "}");
        deals.put(deal.id(), new Deal(deal.id(), deal.firm(), amount));
    }

    private void delete(Deal deal) {
        market.done(Call.of("DELETE", market.path("opportunities/" + deal.id())).header("If-Match", "*"));
        deals.remove(deal.id());
    }
}
