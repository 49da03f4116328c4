package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.errors.ErrorCode;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.ChoosingVerb;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.kinds.Kind;
import org.pipewright.sales.kinds.Kinds;
import org.pipewright.sales.kinds.Stage;
import org.pipewright.sales.opportunities.ChangeKind.Mapping;

/** Makes an opportunity one of another kind; its stage is mapped explicitly, its history begins anew (S-KIND-16). */
@ApplicationScoped
class ChangeKind implements StageVerb<Mapping>, ChoosingVerb<Opportunity, Mapping> {

    static final String NAME = "change-kind";

    /**
     * What it becomes.
     *
     * @param kind an allowed one
     * @param stage of that kind which takes the place of the present one; none for a kind without stages
     * @param reason kept in the history of stages
     */
    record Mapping(
            @Field(required = true, references = Kind.NAME) UUID kind,
            @Field(references = Stage.NAME) UUID stage,

            @Field(format = Field.Format.MULTILINE, max = 2000)
            String reason) {}

    @Inject
    Kinds kinds;

    @Inject
    OpportunityChoices choices;

    @Override
    public Set<String> narrowed() {
        return Set.of("kind", "stage");
    }

    @Override
    public Map<String, Set<UUID>> choices(Opportunity opportunity, Map<String, UUID> chosen) {
        Set<UUID> others = OpportunityChoices.without(choices.kindsFor(opportunity), opportunity.kind());
        Set<UUID> stages =
                Optional.ofNullable(chosen.get("kind")).map(choices::stagesOf).orElse(Set.of());
        return Map.of("kind", others, "stage", stages);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void perform(Opportunity opportunity, Mapping mapping) {
        Kind kind = kinds.withId(mapping.kind()).orElseThrow();
        if (!kinds.isOpenTo(opportunity.team(), kind.id())) {
            throw invalid("kind", "inactive", "sales.violation.inactive");
        }
        if (kind.hasStages() && mapping.stage() == null) {
            throw invalid("stage", "required", "sales.violation.stage-unmapped");
        }
        opportunity.changeKind(kind.id(), mapping.stage(), mapping.reason());
    }

    private static Refusal invalid(String field, String code, String message) {
        ErrorCode invalid = SalesErrorCode.KIND_MAPPING;
        return new Refusal(invalid, Map.of(), List.of(new FieldError(field, code, message)));
    }
}
