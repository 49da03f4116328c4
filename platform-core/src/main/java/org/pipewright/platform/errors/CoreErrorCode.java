package org.pipewright.platform.errors;

import java.util.Locale;
import org.pipewright.platform.spi.errors.ErrorCode;

/** What the core refuses. */
public enum CoreErrorCode implements ErrorCode {
    INVALID(Category.INVALID),
    MALFORMED(Category.INVALID),
    UNAUTHENTICATED(Category.UNAUTHENTICATED),
    STEP_UP_REQUIRED(Category.UNAUTHENTICATED),
    FORBIDDEN(Category.FORBIDDEN),
    FEATURE_DISABLED(Category.FORBIDDEN),
    TENANT_SUSPENDED(Category.FORBIDDEN),
    CROSS_SITE(Category.FORBIDDEN),
    NOT_FOUND(Category.NOT_FOUND),
    METHOD_NOT_ALLOWED(Category.METHOD),
    NOT_ACCEPTABLE(Category.NOT_ACCEPTABLE),
    CONFLICT(Category.CONFLICT),
    DUPLICATE(Category.CONFLICT),
    LIKELY_DUPLICATE(Category.CONFLICT),
    IN_USE(Category.CONFLICT),
    ENTRY_IN_USE(Category.CONFLICT),
    USED_BY(Category.CONFLICT),
    NEEDED(Category.CONFLICT),
    PARENT_BINNED(Category.CONFLICT),
    NUMBER_TAKEN(Category.CONFLICT),
    CYCLE(Category.CONFLICT),
    OPTED_OUT(Category.CONFLICT),
    NOT_OFFERED(Category.CONFLICT),
    NOT_PROVEN(Category.CONFLICT),
    FEATURE_DEPENDENCY(Category.CONFLICT),
    LAST_ADMIN(Category.CONFLICT),
    LOCKS_OUT(Category.CONFLICT),
    BUILT_IN(Category.CONFLICT),
    SEALED(Category.CONFLICT),
    IN_FIELD(Category.CONFLICT),
    STANDARD_LIST(Category.CONFLICT),
    EXCLUDED_WORKFLOW(Category.CONFLICT),
    UNPUBLISHED_WORKFLOW(Category.CONFLICT),
    TRANSITION_BARRED(Category.CONFLICT),
    NO_RATE(Category.CONFLICT),
    NO_RECIPIENT(Category.CONFLICT),
    QUOTA_EXCEEDED(Category.CONFLICT),
    LINK_USED(Category.GONE),
    LINK_EXPIRED(Category.GONE),
    FORM_CLOSED(Category.UNAVAILABLE),
    STALE(Category.STALE),
    TOO_LARGE(Category.TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(Category.MEDIA_TYPE),
    IDEMPOTENCY_MISMATCH(Category.UNPROCESSABLE),
    IF_MATCH_REQUIRED(Category.PRECONDITION_MISSING),
    TOO_MANY_REQUESTS(Category.TOO_MANY),
    INTERNAL(Category.INTERNAL),
    UNAVAILABLE(Category.UNAVAILABLE);

    private final Category category;

    CoreErrorCode(Category category) {
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
        return "core.problem." + slug();
    }
}
