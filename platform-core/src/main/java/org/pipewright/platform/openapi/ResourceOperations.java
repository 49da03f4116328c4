package org.pipewright.platform.openapi;

import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pipewright.platform.openapi.Operation.Body;
import org.pipewright.platform.openapi.Operation.Parameter;
import org.pipewright.platform.rest.ServedOperation;
import org.pipewright.platform.retirement.RetirementHeaders;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.modules.Answers;

/** The operations of a JAX-RS resource class, read from its annotations. */
final class ResourceOperations {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{\\s*(\\w+)[^}]*\\}");

    private final Class<?> resource;
    private final Schemas schemas;

    ResourceOperations(Class<?> resource, Schemas schemas) {
        this.resource = resource;
        this.schemas = schemas;
    }

    static Operation describe(ServedOperation served, Schemas schemas) {
        return new ResourceOperations(served.resource(), schemas).operation(served);
    }

    private Operation operation(ServedOperation served) {
        Method method = served.method();
        String path = served.path();
        boolean answers = method.getReturnType() != void.class;
        return new Operation(
                served.http().toLowerCase(Locale.ROOT),
                path,
                resource.getSimpleName().replaceFirst("Resource$", "") + "." + method.getName(),
                resource.getSimpleName().replaceFirst("Resource$", ""),
                served.admits().map(Admits::feature).orElse(""),
                served.admits(),
                RetirementHeaders.of(resource, method).isPresent(),
                parameters(method, path),
                body(method),
                declared(method).map(Answers::status).orElseGet(() -> status(method, answers)),
                answer(method, answers),
                produced(method));
    }

    private static int status(Method method, boolean answers) {
        if (!answers) {
            return 204;
        }
        return method.isAnnotationPresent(POST.class) && method.getReturnType() == Response.class ? 201 : 200;
    }

    private static Optional<Answers> declared(Method method) {
        return Optional.ofNullable(method.getAnnotation(Answers.class));
    }

    private Optional<JsonObject> answer(Method method, boolean answers) {
        if (declared(method).isPresent()) {
            return declared(method)
                    .map(Answers::value)
                    .filter(type -> type != Void.class)
                    .map(schemas::of);
        }
        return answers ? Optional.of(schemas.of(method.getGenericReturnType())) : Optional.empty();
    }

    private String produced(Method method) {
        return Stream.of(method, resource)
                .map(element -> element.getAnnotation(Produces.class))
                .filter(produces -> produces != null)
                .map(produces -> produces.value()[0])
                .findFirst()
                .orElse("application/json");
    }

    private static List<Parameter> parameters(Method method, String path) {
        List<Parameter> parameters = new ArrayList<>();
        Matcher matcher = PATH_PARAMETER.matcher(path);
        while (matcher.find()) {
            parameters.add(new Parameter(matcher.group(1), "path", true));
        }
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            addParameter(parameters, parameter, parameter.getType());
        }
        return parameters;
    }

    private static void addParameter(List<Parameter> parameters, AnnotatedElement element, Class<?> type) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            parameters.add(new Parameter(element.getAnnotation(QueryParam.class).value(), "query", false));
        } else if (element.isAnnotationPresent(HeaderParam.class)) {
            parameters.add(
                    new Parameter(element.getAnnotation(HeaderParam.class).value(), "header", false));
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            Arrays.stream(type.getDeclaredFields()).forEach(field -> addParameter(parameters, field, field.getType()));
        }
    }

    private Optional<Body> body(Method method) {
        Type[] types = method.getGenericParameterTypes();
        Annotation[][] annotations = method.getParameterAnnotations();
        for (int i = 0; i < types.length; i++) {
            if (Arrays.stream(annotations[i]).noneMatch(ResourceOperations::isParameter)) {
                return Optional.of(new Body(mediaType(method), schemas.of(types[i])));
            }
        }
        return Optional.empty();
    }

    private static boolean isParameter(Annotation annotation) {
        return annotation instanceof PathParam
                || annotation instanceof QueryParam
                || annotation instanceof HeaderParam
                || annotation instanceof BeanParam
                || annotation instanceof jakarta.ws.rs.CookieParam
                || annotation instanceof Context;
    }

    /** Of a change the one that says what leaving out and null mean, where it is taken. */
    private String mediaType(Method method) {
        List<String> taken = Stream.of(method, resource)
                .map(element -> element.getAnnotation(Consumes.class))
                .filter(consumes -> consumes != null)
                .map(consumes -> List.of(consumes.value()))
                .findFirst()
                .orElse(List.of("application/json"));
        boolean patches = method.isAnnotationPresent(PATCH.class) && taken.contains(MERGE_PATCH);
        return patches ? MERGE_PATCH : taken.get(0);
    }
}
