package org.pipewright.platform.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pipewright.platform.rest.ServedOperation;
import org.pipewright.platform.rest.ServedOperations;
import org.pipewright.platform.spi.access.Admits;

/** The only parts of the API that answer without log-in: the operations that admit anybody. */
@ApplicationScoped
class PublicPaths {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    @Inject
    ServedOperations operations;

    private final List<Open> open = new ArrayList<>();

    private record Open(Pattern path, String method, boolean limited) {

        static Open of(ServedOperation operation, Admits admits) {
            return new Open(
                    Pattern.compile(PARAMETER.matcher(operation.path()).replaceAll("[^/]+")),
                    operation.http(),
                    admits.limited());
        }

        boolean matches(String wanted, String path) {
            boolean same = wanted.equals(method) || (wanted.equals("HEAD") && method.equals("GET"));
            return same && this.path.matcher(path).matches();
        }
    }

    @PostConstruct
    void find() {
        take(operations.all());
    }

    void take(List<ServedOperation> served) {
        served.forEach(operation -> operation
                .admits()
                .filter(admits -> admits.value() == Admits.Who.ANYBODY)
                .ifPresent(admits -> open.add(Open.of(operation, admits))));
    }

    boolean includes(String method, String path) {
        return open.stream().anyMatch(one -> one.matches(method, path));
    }

    /** Whether calls from one address are counted, because they cost us mail or tell about links. */
    boolean limits(String method, String path) {
        return open.stream().anyMatch(one -> one.limited && one.matches(method, path));
    }
}
