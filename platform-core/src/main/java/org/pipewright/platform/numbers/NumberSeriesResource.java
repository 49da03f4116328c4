package org.pipewright.platform.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.NumberSeries.Reset;

/** Series of numbers of documents (S-NUM-01). */
@Path("tenants/{tenant}/number-series")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class NumberSeriesResource {

    private static final int MOST = 1_000_000_000;

    @Inject
    Series series;

    /**
     * What is to hold for a series.
     *
     * @param pattern of its numbers
     * @param reset when they begin with 1 again: NEVER, YEAR, FISCAL_YEAR or MONTH
     * @param next what the next document of today counts as; absent to go on
     */
    public record Choice(String pattern, String reset, Integer next) {}

    /** The list. */
    public record Page(List<NumberSeriesView> items) {}

    @GET
    public Page series() {
        return new Page(series.all());
    }

    /** Numbers that are missing. */
    public record Gaps(List<NumberGap> items) {}

    /** Which numbers of a series are missing, and why (S-NUM-07). */
    @GET
    @Path("{key}/gaps")
    public Gaps gaps(@PathParam("key") String key) {
        return new Gaps(series.gaps(key));
    }

    /** Chooses pattern, reset and the next number, which may be raised and never lowered (S-NUM-06). */
    @PUT
    @Path("{key}")
    public NumberSeriesView choose(@PathParam("key") String key, Choice choice) {
        if (choice == null) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        Optional<Reset> reset = reset(choice.reset());
        List<FieldError> errors = new ArrayList<>();
        if (choice.pattern() == null || choice.pattern().isBlank()) {
            errors.add(InvalidFields.error("pattern", "required"));
        }
        if (reset.isEmpty()) {
            errors.add(InvalidFields.error("reset", choice.reset() == null ? "required" : "not-a-choice"));
        }
        if (choice.next() != null && (choice.next() < 1 || choice.next() > MOST)) {
            errors.add(InvalidFields.error("next", "out-of-range"));
        }
        InvalidFields.requireNone(errors);
        series.choose(
                key,
                choice.pattern().strip(),
                reset.orElseThrow(),
                Optional.ofNullable(choice.next()).map(Integer::longValue));
        return series.listed(key);
    }

    private static Optional<Reset> reset(String name) {
        return Stream.of(Reset.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
