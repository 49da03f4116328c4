package org.pipewright.platform.spi.records;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The types a bean names where it implements a contract of this package, so that it need not say them twice. */
final class TypeArguments {

    private TypeArguments() {}

    /**
     * The class a bean gives for a type parameter of a contract, also by way of a class or interface between the two.
     *
     * @param bean class of the bean, or of a proxy that extends it
     * @param contract interface of the parameter
     * @param index which parameter
     * @throws IllegalStateException when it is left open, so that the bean has to say it
     */
    @SuppressWarnings("unchecked")
    static <T> Class<T> of(Class<?> bean, Class<?> contract, int index) {
        return (Class<T>) argument(bean, Map.of(), contract.getTypeParameters()[index])
                .filter(Class.class::isInstance)
                .orElseThrow(() -> new IllegalStateException(
                        bean.getName() + " does not name its types where it implements " + contract.getSimpleName()));
    }

    /** What stands for the parameter in a type above, given what stands for the parameters of the type itself. */
    private static Optional<Type> argument(Type type, Map<Type, Type> known, TypeVariable<?> parameter) {
        Map<Type, Type> arguments = new HashMap<>();
        Class<?> raw = rawType(type);
        if (type instanceof ParameterizedType parameterized) {
            TypeVariable<?>[] parameters = raw.getTypeParameters();
            for (int i = 0; i < parameters.length; i++) {
                Type given = parameterized.getActualTypeArguments()[i];
                arguments.put(parameters[i], known.getOrDefault(given, given));
            }
        }
        return raw == parameter.getGenericDeclaration()
                ? Optional.ofNullable(arguments.get(parameter))
                : above(raw)
                        .flatMap(next -> argument(next, arguments, parameter).stream())
                        .findFirst();
    }

    private static Class<?> rawType(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }

    private static Stream<Type> above(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getGenericInterfaces()), Stream.of(type.getGenericSuperclass()))
                .filter(Objects::nonNull);
    }
}
