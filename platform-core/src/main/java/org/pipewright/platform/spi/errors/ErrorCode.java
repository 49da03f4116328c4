package org.pipewright.platform.spi.errors;

/** A situation that is refused. Each module has one enum of them; the category says who must act. */
public interface ErrorCode {

    /** Stable name, lower case with dashes; ends the problem's type. Text key {@code <module>.problem.<slug>}. */
    String slug();

    /** What kind of refusal it is, and so its status. */
    Category category();

    /** Key of the text shown to people; arguments by name. */
    String textKey();

    /** Kinds of refusals with their HTTP status. */
    enum Category {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD(405),
        NOT_ACCEPTABLE(406),
        CONFLICT(409),
        GONE(410),
        STALE(412),
        TOO_LARGE(413),
        MEDIA_TYPE(415),
        UNPROCESSABLE(422),
        PRECONDITION_MISSING(428),
        TOO_MANY(429),
        INTERNAL(500),
        UNAVAILABLE(503);

        private final int status;

        Category(int status) {
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }
}
