package org.pipewright.platform.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.mailboxes.TemplateMails;
import org.pipewright.platform.records.RecordWriting;
import org.pipewright.platform.records.VerbCalls;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.activities.Activities;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.activities.NewActivity;
import org.pipewright.platform.spi.people.Bell;
import org.pipewright.platform.spi.people.Colleague;
import org.pipewright.platform.spi.people.Colleagues;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.workflows.Definition.Deed;
import org.pipewright.platform.workflows.Definition.Kind;
import org.pipewright.platform.workflows.Definition.Transition;

/**
 * Does what transitions do by themselves (S-WF-11), in their transaction: what is refused undoes all of it. Mails and notices
 * go out once it is committed. What belongs to a feature that is off is left out.
 */
@ApplicationScoped
class Deeds {

    private static final String ACTIVITIES = "core.activities";

    @Inject
    RecordWriting writing;

    @Inject
    VerbCalls verbs;

    @Inject
    Activities activities;

    @Inject
    TemplateMails mails;

    @Inject
    Bell bell;

    @Inject
    Colleagues colleagues;

    @Inject
    CurrentTenant tenant;

    @Inject
    CallerBinding callers;

    /** Writes the form and the fields that are set as one change, then does the rest in its order. */
    void perform(DeclaredType type, CrmRecord record, Transition transition, JsonObject form) {
        JsonObject members = withFields(type, transition, form);
        if (!members.isEmpty()) {
            writing.change(type, record.id(), members, Optional.empty());
        }
        transition.actions().forEach(deed -> perform(type, record, deed));
    }

    private JsonObject withFields(DeclaredType type, Transition transition, JsonObject form) {
        JsonObjectBuilder members = Json.createObjectBuilder(form);
        transition.actions().stream()
                .filter(deed -> deed.kind() == Kind.SET_FIELD)
                .filter(deed -> type.field(deed.field())
                        .filter(field -> callers.hasFeature(field.feature()))
                        .isPresent())
                .forEach(deed -> members.add(deed.field(), deed.value() == null ? JsonValue.NULL : deed.value()));
        return members.build();
    }

    private void perform(DeclaredType type, CrmRecord record, Deed deed) {
        switch (deed.kind()) {
            case SET_FIELD -> {
                // written before everything else
            }
            case PERFORM -> {
                if (verbs.isThere(type, deed.verb())) {
                    verbs.call(type, record.id(), deed.verb(), JsonValue.EMPTY_JSON_OBJECT, Optional.empty());
                }
            }
            case CREATE_TASK -> open(type, record, deed);
            case SEND_MAIL -> mails.send(type, record.id(), deed.template());
            case NOTIFY ->
                told(record, deed.role())
                        .forEach(member -> bell.ring(member, "core.workflow.notice", type.name(), record.id()));
        }
    }

    private void open(DeclaredType type, CrmRecord record, Deed deed) {
        if (!callers.hasFeature(ACTIVITIES)) {
            return;
        }
        Optional<Colleague> holder = deed.role().isEmpty() ? Optional.empty() : holder(record, deed.role());
        Optional<OwnedRecord> owned = owned(record);
        activities.add(NewActivity.of(ActivityForm.TASK, deed.text())
                .dueOn(tenant.workingDaysAfter(tenant.today(), deed.days() == null ? 0 : deed.days()))
                .ownedBy(
                        holder.map(Colleague::id)
                                .orElseGet(() -> owned.map(OwnedRecord::owner).orElse(null)),
                        holder.map(Colleague::team)
                                .orElseGet(() -> owned.map(OwnedRecord::team).orElse(null)))
                .about(type.name(), record.id()));
    }

    private static Optional<OwnedRecord> owned(CrmRecord record) {
        return record instanceof OwnedRecord owned ? Optional.of(owned) : Optional.empty();
    }

    /** Somebody there with the role: the record's owner rather than one of its team rather than anybody else. */
    private Optional<Colleague> holder(CrmRecord record, String role) {
        UUID owner = owned(record).map(OwnedRecord::owner).orElse(null);
        UUID team = owned(record).map(OwnedRecord::team).orElse(null);
        return holders(role)
                .min(Comparator.comparing(
                                (Colleague colleague) -> !colleague.id().equals(owner))
                        .thenComparing(colleague -> !colleague.isIn(team)));
    }

    private Stream<Colleague> holders(String role) {
        return colleagues.presentOn(tenant.today()).stream().filter(colleague -> colleague.holds(role));
    }

    /** All present with the role, or the record's owner; who presses the button knows. */
    private List<UUID> told(CrmRecord record, String role) {
        Stream<UUID> members = role.isEmpty()
                ? owned(record).map(OwnedRecord::owner).stream()
                : holders(role).map(Colleague::id);
        return members.filter(Objects::nonNull)
                .filter(member -> !member.equals(callers.memberId()))
                .toList();
    }
}
