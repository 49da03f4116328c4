package org.pipewright.platform.imports;

import java.util.List;
import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.Failures;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/** Says of a row on its own why the database would not have it. */
final class Problems {

    private Problems() {}

    static List<FieldError> of(RuntimeException failure) {
        Optional<Refusal> refusal = Failures.causes(failure)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
        if (refusal.isPresent() && !refusal.get().errors().isEmpty()) {
            return refusal.get().errors();
        }
        CoreErrorCode code = codeOf(failure).orElse(CoreErrorCode.INTERNAL);
        return List.of(refusal.map(known ->
                        new FieldError("", known.code().slug(), known.code().textKey()))
                .orElseGet(() -> new FieldError("", code.slug(), code.textKey())));
    }

    private static Optional<CoreErrorCode> codeOf(RuntimeException failure) {
        return Failures.sqlStates(failure)
                .map(Problems::ofSqlState)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether it is clear why the row was refused, so that nobody needs to look into it. */
    static boolean isKnown(RuntimeException failure) {
        return codeOf(failure).isPresent() || Failures.causes(failure).anyMatch(Refusal.class::isInstance);
    }

    /** Whether the rows are at fault, and not the system. */
    static boolean isOfRows(RuntimeException failure) {
        return Failures.sqlStates(failure)
                .noneMatch(state -> state.isEmpty() || state.startsWith("08") || state.startsWith("57"));
    }

    /** Of a row, also values the database would not have are known: the file is not ours. */
    private static Optional<CoreErrorCode> ofSqlState(String state) {
        return switch (state) {
            case "23514", "22001", "22003", "22021" -> Optional.of(CoreErrorCode.INVALID);
            default -> Failures.ofSqlState(state);
        };
    }
}
