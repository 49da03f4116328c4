package org.pipewright.territories;

import java.util.Locale;
import org.pipewright.platform.spi.errors.ErrorCode;

/** What the module refuses. */
public enum TerritoriesErrorCode implements ErrorCode {
    /** What lies below a territory would be left hanging. */
    TERRITORY_HAS_PARTS(Category.CONFLICT);

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
