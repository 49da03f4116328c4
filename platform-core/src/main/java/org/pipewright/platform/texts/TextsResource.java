package org.pipewright.platform.texts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** Texts for the web shell. Open to everybody: the sign-up page needs them. */
@ApplicationScoped
@Path("texts/{language}")
@Admits(value = Who.ANYBODY, limited = true)
@Produces(MediaType.APPLICATION_JSON)
public class TextsResource {

    @Inject
    Texts texts;

    /** All texts of a language by key. */
    @GET
    public Map<String, String> texts(@PathParam("language") String language) {
        return texts.all(Locale.forLanguageTag(language));
    }
}
