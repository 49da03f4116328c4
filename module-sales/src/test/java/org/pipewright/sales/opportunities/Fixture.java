package org.pipewright.sales.opportunities;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.access.RoleNames;
import org.pipewright.platform.spi.customers.Customers;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Origin;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.kinds.Ways;

/** Opportunities and their rules without a container: fields are set by name, as the core does. */
final class Fixture {

    static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    static final UUID ACCOUNT = new UUID(1, 1);
    static final UUID COMPETITOR = new UUID(1, 3);
    static final UUID CONTACT_OF_ACCOUNT = new UUID(2, 1);
    static final UUID CONTACT_OF_OTHER = new UUID(2, 2);
    static final UUID CUSTOMER_OF_ACCOUNT = new UUID(6, 1);
    static final UUID CUSTOMER_OF_OTHER = new UUID(6, 2);
    static final UUID CONTACT_ALONE = new UUID(2, 3);

    private static final DeclaredType TYPE = TypeReading.read("sales", Opportunity.class);

    final Known catalogue = new Known();
    final List<JsonObject> told = new ArrayList<>();
    private final DealsTell tells = new DealsTell();
    final OpportunityRules rules = new OpportunityRules();
    final Ways ways = new Ways();
    final Map<String, Boolean> flags =
            new HashMap<>(Map.of("sales.close-when-won", false, "sales.close-when-lost", true));
    final TenantSettings settings = new Chosen();
    final Belongings belongings = new Belongings();
    Level level = Level.TENANT;
    boolean managed = true;
    int hours = 24;

    Fixture() {
        tells.events = (type, record, payload) -> told.add(Json.createObjectBuilder(payload)
                .add("type", type)
                .add("about", record.toString())
                .build());
        rules.catalogue = catalogue;
        rules.customers = new KnownPeople();
        rules.caller = new Asking();
        rules.settings = settings;
        rules.guards = (recordType, action, record) -> {};
        rules.periods = new NoPeriods();
        rules.stages = stages();
    }

    private Stages stages() {
        Stages stages = new Stages();
        stages.kinds = ways;
        stages.catalogue = catalogue;
        stages.caller = rules.caller;
        stages.tenant = new Here();
        stages.roles = new NoRoles();
        stages.needs = belongings;
        return stages;
    }

    /** An opportunity with the fields given as name, value, name, value. */
    static Opportunity opportunity(Object... fields) {
        Opportunity opportunity = new Opportunity();
        opportunity.born(UUID.randomUUID(), Instant.EPOCH, null);
        set(opportunity, fields);
        return opportunity;
    }

    static void set(Opportunity opportunity, Object... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            TYPE.field((String) fields[i]).orElseThrow().setIn(opportunity, fields[i + 1]);
        }
    }

    static Object value(Opportunity opportunity, String field) {
        return TYPE.field(field).orElseThrow().valueIn(opportunity);
    }

    /** Names of the fields that people fill in. */
    static Stream<String> writable() {
        return TYPE.fields().stream().filter(field -> !field.readOnly()).map(DeclaredField::name);
    }

    static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), "EUR");
    }

    /** Creates it as the core does; tells the failing fields, gaps of historical data aside. */
    List<String> create(Opportunity opportunity, Origin origin, boolean historical) {
        rules.prepare(opportunity);
        return write(opportunity, Map.of(), true, origin, historical);
    }

    List<String> create(Opportunity opportunity) {
        return create(opportunity, Origin.API, false);
    }

    /** Changes it by the work as the core does; tells the failing fields. */
    List<String> change(Opportunity opportunity, Runnable work) {
        return change(opportunity, work, Origin.API);
    }

    List<String> change(Opportunity opportunity, Runnable work, Origin origin) {
        Map<String, Object> before = new HashMap<>();
        TYPE.fields().forEach(field -> before.put(field.name(), field.valueIn(opportunity)));
        work.run();
        return write(opportunity, before, false, origin, opportunity.missing().isPresent());
    }

    private List<String> write(
            Opportunity opportunity, Map<String, Object> before, boolean created, Origin origin, boolean historical) {
        Violations violations = new Violations();
        rules.check(opportunity, change(opportunity, before, created, origin, historical), violations);
        List<String> failing = new ArrayList<>();
        violations.errors().forEach(error -> failing.add(error.field()));
        if (!historical) {
            violations.gaps().forEach(gap -> failing.add(gap.field()));
        }
        if (failing.isEmpty()) {
            opportunity.incomplete(gaps(violations));
            rules.derive(opportunity, change(opportunity, before, created, origin, historical));
            tells.written(opportunity, change(opportunity, before, created, origin, historical));
        }
        return failing;
    }

    private static String gaps(Violations violations) {
        List<String> names = violations.gaps().stream().map(gap -> gap.field()).toList();
        return names.isEmpty() ? null : String.join(",", names);
    }

    private static Change change(
            Opportunity opportunity, Map<String, Object> before, boolean created, Origin origin, boolean historical) {
        List<String> changed = TYPE.fields().stream()
                .filter(field -> !java.util.Objects.equals(before.get(field.name()), field.valueIn(opportunity)))
                .map(field -> field.name())
                .toList();
        return new Change(created, java.util.Set.copyOf(changed), before, origin, historical);
    }

    /** The statuses and reasons of a tenant that changed nothing. */
    static final class Known extends Catalogue {

        final OpportunityStatus open = status("Open", OpportunityStatus.Category.OPEN, 0);
        final OpportunityStatus negotiation = status("Negotiation", OpportunityStatus.Category.OPEN, 80);
        final OpportunityStatus won = status("Closed Won", OpportunityStatus.Category.WON, 100);
        final OpportunityStatus lost = status("Closed Lost", OpportunityStatus.Category.LOST, 0);
        final LossReason price = reason(new LossReason("Price", 10));
        final LossReason other = reason(new LossReason("Other", 20).withNote());

        private static OpportunityStatus status(String name, OpportunityStatus.Category category, int probability) {
            OpportunityStatus status = new OpportunityStatus(name, category, probability, 0, null);
            status.born(UUID.randomUUID(), Instant.EPOCH, null);
            return status;
        }

        private static LossReason reason(LossReason reason) {
            reason.born(UUID.randomUUID(), Instant.EPOCH, null);
            return reason;
        }

        @Override
        Optional<OpportunityStatus> status(UUID id) {
            return List.of(open, negotiation, won, lost).stream()
                    .filter(status -> status.id().equals(id))
                    .findFirst();
        }

        @Override
        Optional<LossReason> reason(UUID id) {
            return List.of(price, other).stream()
                    .filter(reason -> reason.id().equals(id))
                    .findFirst();
        }

        @Override
        OpportunityStatus system(OpportunityStatus.Category category) {
            return switch (category) {
                case OPEN -> open;
                case WON -> won;
                case LOST -> lost;
            };
        }
    }

    private final class Chosen implements TenantSettings {

        @Override
        public String text(String key) {
            return "";
        }

        @Override
        public int integer(String key) {
            return hours;
        }

        @Override
        public boolean flag(String key) {
            return flags.get(key);
        }
    }

    private final class Here implements CurrentTenant {

        @Override
        public String name() {
            return "Here";
        }

        @Override
        public String currency() {
            return "EUR";
        }

        @Override
        public boolean hasFeature(String key) {
            return managed;
        }

        @Override
        public Set<DayOfWeek> workingDays() {
            return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        }

        @Override
        public ZoneId timeZone() {
            return ZoneId.of("Europe/Berlin");
        }
    }

    private static final class NoRoles implements RoleNames {

        @Override
        public boolean exists(String name) {
            return false;
        }

        @Override
        public boolean isHeld(String name) {
            return false;
        }
    }

    private final class Asking implements CurrentCaller {

        @Override
        public UUID tenantId() {
            return new UUID(9, 9);
        }

        @Override
        public UUID memberId() {
            return new UUID(9, 1);
        }

        @Override
        public boolean hasFeature(String key) {
            return true;
        }

        @Override
        public Level level(String subject, String action) {
            return level;
        }
    }

    private static final class KnownPeople implements Customers {

        @Override
        public boolean isContactOf(UUID contact, UUID account) {
            return !contact.equals(CONTACT_OF_OTHER) || !account.equals(ACCOUNT);
        }

        @Override
        public Optional<UUID> accountOf(UUID customer) {
            return Optional.of(customer)
                    .filter(CUSTOMER_OF_ACCOUNT::equals)
                    .map(known -> ACCOUNT)
                    .or(() -> Optional.of(new UUID(1, 2)));
        }

        @Override
        public boolean isOnlyCompetitor(UUID account) {
            return account.equals(COMPETITOR);
        }

        @Override
        public void recountWonValue(Set<UUID> accounts, Function<Set<UUID>, Map<UUID, BigDecimal>> count) {
            throw new UnsupportedOperationException();
        }
    }

    /** What belongs to the deal at hand, told in numbers. */
    final class Belongings extends StageNeeds {

        long lines;
        long demand;
        List<UUID> roles = List.of();

        Belongings() {
            tenant = new Here();
        }

        @Override
        List<String> ownFields() {
            return List.of("ownSize", "ownPlace");
        }

        @Override
        long productLines(Opportunity deal) {
            return lines;
        }

        @Override
        long demandLines(Opportunity deal) {
            return demand;
        }

        @Override
        long parties(Opportunity deal, UUID role) {
            return roles.stream().filter(role::equals).count();
        }
    }

    /** Nothing is locked. */
    private static final class NoPeriods extends Periods {

        @Override
        void require(Opportunity opportunity, Change change) {
            // Nothing to refuse.
        }
    }
}
