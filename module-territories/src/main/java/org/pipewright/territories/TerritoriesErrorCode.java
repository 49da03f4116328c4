package org.pipewright.territories;

import java.util.Locale;
import org.pipewright.platform.spi.errors.ErrorCode;

/** What the module refuses. */
public enum TerritoriesErrorCode implements ErrorCode {
    /** What lies below a territory would be left hanging. */
    TERRITORY_HAS_PARTS(Category.CONFLICT),
    /** A territory that nobody planned to change has a name that one is to get. */
    TERRITORY_NAME_TAKEN(Category.CONFLICT),
    /** What is planned of a territory cannot be done because it is gone. */
    PLANNED_TERRITORY_GONE(Category.CONFLICT),
    /** Somebody else has changed the plan. */
    PLAN_CHANGED(Category.CONFLICT),
    /** What has been activated cannot be changed. */
    PLAN_NOT_OPEN(Category.CONFLICT),
    /** The plan that counts is not thrown away. */
    PLAN_IN_FORCE(Category.CONFLICT),
    /** Territories cannot be planned like that. */
    PLAN_REFUSED(Category.INVALID),
    /** Somebody stands among the members of a territory more than once. */
    MEMBER_TWICE(Category.INVALID),
    /** Giving members access to the records of a territory is a right of its own. */
    ACCESS_FORBIDDEN(Category.FORBIDDEN),
    /** A territory says more than once who gets new records of a type. */
    INTAKE_TWICE(Category.INVALID),
    /** A record cannot be held like that. */
    PIN_REFUSED(Category.INVALID),
    /** A look at all records cannot be started like that. */
    RUN_REFUSED(Category.INVALID),
    /** Nothing was said of what is to be evened out. */
    BALANCE_REFUSED(Category.INVALID),
    /** There is no such record that could be in a territory. */
    RECORD_NOT_FOUND(Category.NOT_FOUND);

    private final Category category;

    TerritoriesErrorCode(Category category) {
        this.category = category;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public String textKey() {
        return "territories.problem." + slug();
    }
}
