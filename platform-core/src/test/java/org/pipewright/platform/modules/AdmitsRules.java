package org.pipewright.platform.modules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;

/** What operations ask of their callers exists: a misspelt key would shut everybody out, or nobody. */
final class AdmitsRules {

    private AdmitsRules() {}

    static List<String> problems(CrmModule module, ModuleJar jar) {
        Set<String> known = new HashSet<>();
        Stream.of(module, new CoreModule()).forEach(one -> {
            one.capabilities().stream().map(Capability::key).forEach(known::add);
            one.features().stream().map(Feature::key).forEach(known::add);
        });
        known.addAll(GrantRules.rights(module, jar).toList());
        return jar.classes().stream()
                .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods())))
                .flatMap(AdmitsRules::asked)
                .filter(key -> !known.contains(key))
                .map(key -> "asks callers for " + key + ", which is nothing")
                .toList();
    }

    private static Stream<String> asked(AnnotatedElement element) {
        Annotation found = element.getAnnotation(Admits.class);
        return found == null ? Stream.empty() : asked((Admits) found);
    }

    private static Stream<String> asked(Admits admits) {
        Stream<String> right =
                admits.recordType().isEmpty() ? Stream.empty() : Stream.of(admits.recordType() + ":" + admits.action());
        Stream<String> feature = admits.feature().isEmpty() ? Stream.empty() : Stream.of(admits.feature());
        return Stream.of(Arrays.stream(admits.capability()), feature, right).flatMap(keys -> keys);
    }
}
