package org.pipewright.platform.currencies;

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
import java.util.List;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** The currencies the tenant works in: everybody may read them (S-CUR-01). */
@Path("tenants/{tenant}/currencies")
@Admits(value = Who.MEMBER, feature = CoreModule.CURRENCIES)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class CurrenciesResource {

    @Inject
    Currencies currencies;

    /**
     * What is to hold for a currency.
     *
     * @param active whether new amounts may be in it
     * @param preferred whether new records start with it, in place of the one that did
     */
    public record Choice(boolean active, boolean preferred) {}

    /** The list. */
    public record Page(List<Currencies.Listed> items) {}

    @GET
    @Answers(Page.class)
    public Page currencies() {
        return new Page(currencies.all());
    }

    @PUT
    @Path("{code}")
    @Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS, feature = CoreModule.CURRENCIES)
    @Answers(Currencies.Listed.class)
    public Currencies.Listed choose(@PathParam("code") String code, Choice choice) {
        if (choice == null) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        return currencies.choose(code, choice.active(), choice.preferred());
    }
}
