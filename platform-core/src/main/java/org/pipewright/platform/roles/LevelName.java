package org.pipewright.platform.roles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Constants as REST writes them: lower case with dashes. */
final class LevelName {

    private LevelName() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of that name; underscores and capitals are read too. */
    static <E extends Enum<E>> Optional<E> read(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        constant.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst();
    }
}
