package org.pipewright.platform.spi.records;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The types a bean names where it implements a contract of this package, so that it need not say them twice. */
final class TypeArguments {

    private TypeArguments() {}

    /**
     * The class a bean gives for a type parameter of a contract.
     *
     * @param bean class of the bean, or of a proxy that extends it
     * @param contract interface of the parameter
     * @param index which parameter
     * @throws IllegalStateException when it is left open, so that the bean has to say it
     */
    @SuppressWarnings("unchecked")
    static <T> Class<T> of(Class<?> bean, Class<?> contract, int index) {
        return (Class<T>) lineage(bean)
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(type -> contract.isAssignableFrom((Class<?>) type.getRawType()))
                .map(type -> type.getActualTypeArguments()[index])
                .filter(Class.class::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        bean.getName() + " does not name its types where it implements " + contract.getSimpleName()));
    }

    /** What a class and those above it implement, nearest first. */
    private static Stream<Type> lineage(Class<?> bean) {
        return Optional.<Class<?>>ofNullable(bean)
                .map(type -> Stream.concat(Arrays.stream(type.getGenericInterfaces()), lineage(type.getSuperclass())))
                .orElseGet(Stream::empty);
    }
}
