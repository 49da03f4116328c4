package org.pipewright.platform.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything the resources of the core and of the modules serve, as it really runs. */
@ApplicationScoped
public class ServedOperations {

    @Inject
    BeanManager beans;

    private final List<ServedOperation> all = new ArrayList<>();

    @PostConstruct
    void read() {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(ServedOperation::of)
                .forEach(all::add);
    }

    /** All operations. */
    public List<ServedOperation> all() {
        return List.copyOf(all);
    }

    /** The operation at a path, with its parameters as they are declared. */
    public Optional<ServedOperation> at(String http, String path) {
        return all.stream()
                .filter(operation -> operation.http().equalsIgnoreCase(http)
                        && operation.path().equals(path))
                .findFirst();
    }
}
