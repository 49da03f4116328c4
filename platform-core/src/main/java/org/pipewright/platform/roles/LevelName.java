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

    static <E extends Enum<E>> Optional<E> read(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst();
    }
}
