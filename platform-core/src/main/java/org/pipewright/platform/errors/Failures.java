package org.pipewright.platform.errors;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.spi.errors.Refusal;

/** Finds in whatever was thrown the refusal it stands for: one of ours, or what the database refused. */
public final class Failures {

    private static final int DEEPEST = 20;

    private Failures() {}

    /** The refusal a failure stands for; empty if it is a fault of the product. */
    public static Optional<Refusal> refusal(Throwable failure) {
        return causes(failure).map(Failures::known).flatMap(Optional::stream).findFirst();
    }

    /** The failure and everything that caused it, outermost first. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    /** SQL states of what the database refused, outermost first. */
    public static Stream<String> sqlStates(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .map(state -> state == null ? "" : state);
    }

    private static Optional<Refusal> known(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        if (cause instanceof OptimisticLockException) {
            return Optional.of(Refusal.of(CoreErrorCode.STALE));
        }
        return cause instanceof SQLException sql ? ofSqlState(sql.getSQLState()).map(Refusal::of) : Optional.empty();
    }

    /** What callers are told when the database refuses with that state; empty if they are not at fault. */
    public static Optional<CoreErrorCode> ofSqlState(String state) {
        return switch (state == null ? "" : state) {
            case "23505" -> Optional.of(CoreErrorCode.DUPLICATE);
            case "23503" -> Optional.of(CoreErrorCode.IN_USE);
            case "40001", "40P01", "55P03" -> Optional.of(CoreErrorCode.CONFLICT);
            default -> Optional.empty();
        };
    }
}
