package org.pipewright.platform.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Reads request bodies into Java records, strictly: unknown members, wrong types and violated
 * constraints are all told in one answer, and a body has a greatest size. Named for records, not for every object:
 * the server's own, lenient reader would come first otherwise.
 */
@Provider
@Dependent
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class StrictJsonReader implements MessageBodyReader<Record> {

    private static final int LIMIT = 1_000_000;

    /** One of our own: the server's passes records without looking at their components. */
    private static final ValidatorFactory VALIDATORS = Validation.byDefaultProvider()
            .configure()
            .ignoreXmlConfiguration()
            .traversableResolver(new EverythingReachable())
            .buildValidatorFactory();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return record(type, object(body));
    }

    /** The JSON object a body holds; refuses anything else. */
    static JsonObject object(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw Refusal.of(CoreErrorCode.TOO_LARGE);
        }
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(bytes))) {
            if (parser.next() == JsonParser.Event.START_OBJECT) {
                JsonObject object = parser.getObject();
                if (!parser.hasNext()) {
                    return object;
                }
            }
        } catch (RuntimeException e) {
            // no JsonException for too deep nesting: the parser throws a bare RuntimeException
            throw malformed();
        }
        throw malformed();
    }

    private static Refusal malformed() {
        return new Refusal(CoreErrorCode.MALFORMED, Map.of(), List.of(InvalidFields.error("", "malformed")));
    }

    /** Binds a JSON object to a Java record and validates it. */
    public <T> T record(Class<T> type, JsonObject object) {
        List<FieldError> errors = new ArrayList<>();
        T bound = type.cast(new RecordBinding(errors).bind(type, object, ""));
        if (errors.isEmpty()) {
            VALIDATORS
                    .getValidator()
                    .validate(bound)
                    .forEach(violation -> errors.add(
                            new FieldError(violation.getPropertyPath().toString(), "invalid", violation.getMessage())));
        }
        InvalidFields.requireNone(errors);
        return bound;
    }
}
