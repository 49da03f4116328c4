package org.pipewright.sales.kinds;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A stage of the tenant's catalogue, from which kinds choose theirs (S-KIND-01). It stands for a status (S-KIND-21). */
@Entity
@Table(schema = "sales", name = "stage")
@RecordType(
        name = Stage.NAME,
        path = "opportunity-stages",
        title = "name",
        feature = Management.FEATURE,
        columns = {"name", "status", "probability", "forecastCategory", "position", "active"},
        sort = "position",
        menu = "settings",
        order = 210,
        icon = "list",
        importable = false)
public class Stage extends CatalogueEntry {

    public static final String NAME = "sales.stage";

    @Field(required = true, references = "sales.opportunity-status")
    @Column(name = "status_id")
    private UUID status;

    @Field(required = true, from = 0, to = 100)
    private Integer probability;

    @Field
    @Enumerated(EnumType.STRING)
    private ForecastCategory forecastCategory;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String details;

    @Field(group = "needs")
    private boolean needsAmount;

    @Field(group = "needs")
    private boolean needsExpectedClose;

    @Field(group = "needs")
    private boolean needsContact;

    @Field(group = "needs")
    private boolean needsProduct;

    @Field(group = "needs")
    private boolean needsNeed;

    @Field(group = "needs")
    private boolean needsProposedSolution;

    @Field(group = "needs")
    private boolean needsNextStep;

    /** Names of fields the tenant added, with commas between. */
    @Field(group = "needs", max = 1000, feature = "core.own-fields")
    private String needsOwn;

    /** How many lines of demand there are at least, of deals whose kind records it. */
    @Field(group = "needs", from = 1, to = 1000, feature = "sales.primary-demand")
    private Integer leastDemand;

    /** There is a party of that role. */
    @Field(group = "needs", references = "sales.party-role")
    @Column(name = "needed_role_id")
    private UUID neededRole;

    protected Stage() {}

    Stage(String name, UUID status, int probability, ForecastCategory category, int position) {
        super(name, position);
        this.status = status;
        this.probability = probability;
        this.forecastCategory = category;
    }

    /** The same stage as one that no deal enters without an amount. */
    Stage withAmount() {
        needsAmount = true;
        return this;
    }

    void fillGaps() {
        forecastCategory = forecastCategory == null ? ForecastCategory.PIPELINE : forecastCategory;
    }

    public UUID status() {
        return status;
    }

    public ForecastCategory forecastCategory() {
        return forecastCategory;
    }

    public int probability() {
        return probability;
    }

    /** Names of the opportunity's fields without which no deal enters the stage (S-KIND-11). */
    public List<String> needs() {
        List<String> fields = new ArrayList<>();
        add(fields, needsAmount, "amount");
        add(fields, needsExpectedClose, "expectedClose");
        add(fields, needsContact, "contact");
        add(fields, needsProduct, "product");
        add(fields, needsNeed, "need");
        add(fields, needsProposedSolution, "proposedSolution");
        add(fields, needsNextStep, "nextStep");
        return fields;
    }

    /** Names of the tenant's own fields without which no deal enters the stage. */
    public List<String> needsOwn() {
        return needsOwn == null
                ? List.of()
                : Arrays.stream(needsOwn.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /** How many lines of demand a deal has at least when it enters the stage. */
    public Optional<Integer> leastDemand() {
        return Optional.ofNullable(leastDemand);
    }

    /** Role of a party that a deal has when it enters the stage. */
    public Optional<UUID> neededRole() {
        return Optional.ofNullable(neededRole);
    }

    private static void add(List<String> fields, boolean isNeeded, String field) {
        if (isNeeded) {
            fields.add(field);
        }
    }
}
