package org.pipewright.platform.spi.errors;

import java.util.List;
import java.util.Map;

/** The one exception for everything that is refused. Rolls the transaction back; becomes a problem document. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Map<String, Object> arguments;
    private final transient List<FieldError> errors;

    /** A refusal with its failing fields. */
    public Refusal(ErrorCode code, Map<String, Object> arguments, List<FieldError> errors) {
        super(code.slug() + " " + arguments);
        this.code = code;
        this.arguments = Map.copyOf(arguments);
        this.errors = List.copyOf(errors);
    }

    /** A refusal that concerns no single field. */
    public static Refusal of(ErrorCode code) {
        return new Refusal(code, Map.of(), List.of());
    }

    /** A refusal whose text names one thing, as argument {@code name}. */
    public static Refusal of(ErrorCode code, String name) {
        return new Refusal(code, Map.of("name", name), List.of());
    }

    /** What is refused. */
    public ErrorCode code() {
        return code;
    }

    /** Arguments of the text. */
    public Map<String, Object> arguments() {
        return arguments;
    }

    /** Failing fields, may be empty. */
    public List<FieldError> errors() {
        return errors;
    }
}
