package org.pipewright.platform.translations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.texts.Languages;

/** What the tenant's own names are in another language that the product speaks (S-I18N-02). */
@Path("tenants/{tenant}/translations/{language}")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class TranslationsResource {

    @Inject
    Translations translations;

    @Inject
    CallerBinding callers;

    @PathParam("language")
    String language;

    /** All names, with those they have in the language. */
    @GET
    public Translation.Page translations() {
        requireOther();
        return new Translation.Page(language, translations.all(language));
    }

    /** Gives something a name in the language. */
    @PUT
    @Path("{id}")
    public Translation name(@PathParam("id") UUID id, Translation.Wanted wanted) {
        requireOther();
        return translations.name(language, id, RequestBody.present(wanted).text());
    }

    /** Takes that name away: those who read in the language see the one in the tenant's again. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response forget(@PathParam("id") UUID id) {
        requireOther();
        translations.forget(language, id);
        return Response.noContent().build();
    }

    /** Names stand in the tenant's own language where they are given. */
    private void requireOther() {
        if (!Languages.isSpoken(language)
                || language.equals(callers.caller().tenant().language().getLanguage())) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
    }
}
