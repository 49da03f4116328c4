package org.pipewright.sales.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Origin;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.leads.LeadStatus.Category;

/** The table of section 4 for leads: which moves there are from where, by verb and by writing the status. */
class LeadStatesTest {

    private static final DeclaredType TYPE = TypeReading.read("sales", Lead.class);

    private final Known statuses = new Known();
    private final LeadRules rules = new LeadRules();

    LeadStatesTest() {
        rules.statuses = statuses;
    }

    private Lead in(Category category) {
        Lead lead = new Lead();
        set(lead, "lastName", "Byron");
        set(lead, "status", statuses.system(category).id());
        if (category == Category.DISQUALIFIED) {
            set(lead, "disqualifyReason", DisqualifyReason.values()[0]);
        } else if (category == Category.QUALIFIED) {
            set(lead, "qualifiedAt", Instant.now());
        }
        return lead;
    }

    private static void set(Lead lead, String field, Object value) {
        TYPE.field(field).orElseThrow().setIn(lead, value);
    }

    private Verb<Lead, ?> verb(String name) {
        return switch (name) {
            case QualifyLead.NAME -> {
                QualifyLead verb = new QualifyLead();
                verb.statuses = statuses;
                yield verb;
            }
            case DisqualifyLead.NAME -> {
                DisqualifyLead verb = new DisqualifyLead();
                verb.statuses = statuses;
                yield verb;
            }
            case ReactivateLead.NAME -> {
                ReactivateLead verb = new ReactivateLead();
                verb.statuses = statuses;
                yield verb;
            }
            case FollowUpLead.NAME -> {
                FollowUpLead verb = new FollowUpLead();
                verb.statuses = statuses;
                yield verb;
            }
            default -> new UndoQualification();
        };
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "NEW,          qualify,    true",
        "OPEN,         qualify,    true",
        "QUALIFIED,    qualify,    false",
        "DISQUALIFIED, qualify,    false",
        "NEW,          disqualify, true",
        "OPEN,         disqualify, true",
        "QUALIFIED,    disqualify, false",
        "DISQUALIFIED, disqualify, false",
        "NEW,          reactivate, false",
        "OPEN,         reactivate, false",
        "QUALIFIED,    reactivate, false",
        "DISQUALIFIED, reactivate, true",
        "NEW,          follow-up,  false",
        "OPEN,         follow-up,  false",
        "QUALIFIED,    follow-up,  false",
        "DISQUALIFIED, follow-up,  true",
        "NEW,          unqualify,  false",
        "OPEN,         unqualify,  false",
        "QUALIFIED,    unqualify,  true",
        "DISQUALIFIED, unqualify,  false"
    })
    void offersVerbsByState(Category state, String verb, boolean offered) {
        assertThat(verb(verb).offered(in(state))).isEqualTo(offered);
    }

    @ParameterizedTest(name = "{0} to {1} by writing the status: {2}")
    @CsvSource({
        "NEW,          OPEN,         free",
        "OPEN,         NEW,          free",
        "NEW,          QUALIFIED,    qualify",
        "OPEN,         QUALIFIED,    qualify",
        "NEW,          DISQUALIFIED, disqualify",
        "OPEN,         DISQUALIFIED, disqualify",
        "QUALIFIED,    NEW,          locked",
        "QUALIFIED,    OPEN,         locked",
        "QUALIFIED,    DISQUALIFIED, locked",
        "DISQUALIFIED, NEW,          locked",
        "DISQUALIFIED, OPEN,         locked",
        "DISQUALIFIED, QUALIFIED,    locked"
    })
    void movesByStatusOnlyWhileItIsOpen(Category from, Category to, String told) {
        Lead lead = in(from);
        Violations violations = new Violations();

        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> written(lead, Map.of("status", statuses.system(to).id()), violations));

        if (told.equals("locked")) {
            assertThat(refusal.code().category().status()).isEqualTo(409);
            assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("status");
        } else {
            assertThat(refusal).isNull();
            assertThat(violations.verb()).isEqualTo(told.equals("free") ? Optional.empty() : Optional.of(told));
            assertThat(violations.errors())
                    .extracting(FieldError::field)
                    .isEqualTo(told.equals("free") ? List.of() : List.of("status"));
        }
    }

    /** A field that is declared one day is locked from its first day on, until somebody decides otherwise. */
    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"QUALIFIED", "DISQUALIFIED"})
    void leavesNothingOfADecidedOneToBeWrittenButNotesAndWhoseItIs(Category state) {
        Set<String> free = TYPE.fields().stream()
                .filter(field -> !field.readOnly())
                .map(DeclaredField::name)
                .filter(field -> isFree(in(state), field))
                .collect(Collectors.toSet());

        assertThat(free).containsExactlyInAnyOrder("notes", "owner", "team");
    }

    private boolean isFree(Lead lead, String field) {
        Change change = new Change(false, Set.of(field), before(lead), Origin.API, false);
        return catchThrowableOfType(Refusal.class, () -> rules.check(lead, change, new Violations())) == null;
    }

    @Test
    void keepsWhatWasDecidedWhenItIsTakenUpAgain() {
        Lead lead = in(Category.DISQUALIFIED);

        Lead next = lead.successor();

        assertThat(next.status()).isEmpty();
        assertThat(next.disqualifyReason()).isEmpty();
        assertThat(lead.status())
                .contains(statuses.system(Category.DISQUALIFIED).id());
        assertThat(lead.disqualifyReason()).isPresent();
    }

    private void written(Lead lead, Map<String, Object> values, Violations violations) {
        Map<String, Object> before = before(lead);
        values.forEach((field, value) -> set(lead, field, value));
        Set<String> changed = values.keySet().stream()
                .filter(field -> !Objects.equals(before.get(field), values.get(field)))
                .collect(Collectors.toSet());
        rules.check(lead, new Change(false, changed, before, Origin.API, false), violations);
    }

    private static Map<String, Object> before(Lead lead) {
        Map<String, Object> before = new HashMap<>();
        TYPE.fields().stream()
                .filter(field -> !field.isReckoned())
                .forEach(field -> before.put(field.name(), field.valueIn(lead)));
        return before;
    }

    /** The statuses of a tenant with one of its own. */
    private static final class Known extends LeadStatuses {

        private final Map<Category, LeadStatus> all = new EnumMap<>(Category.class);

        Known() {
            for (Category category : Category.values()) {
                LeadStatus status = new LeadStatus(category.name(), category, 0, null);
                status.born(UUID.randomUUID(), Instant.EPOCH, null);
                all.put(category, status);
            }
        }

        @Override
        Optional<LeadStatus> withId(UUID id) {
            return all.values().stream()
                    .filter(status -> status.id().equals(id))
                    .findFirst();
        }

        @Override
        LeadStatus system(Category category) {
            return all.get(category);
        }
    }
}
