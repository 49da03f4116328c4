package org.pipewright.platform.papers;

import com.samskivert.mustache.MustacheException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.papers.PaperTemplate.NewTemplate;
import org.pipewright.platform.papers.PaperTemplate.Trial;
import org.pipewright.platform.papers.PaperTemplate.Version;
import org.pipewright.platform.papers.PaperTemplate.Versions;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.spi.papers.PaperKind;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.texts.Languages;

/** Templates of the papers the tenant sends (S-PDF-02). */
@Path("tenants/{tenant}/paper-templates")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class PaperTemplatesResource {

    @Inject
    PapersOfTenant papers;

    @Inject
    TemplateRows rows;

    @Inject
    CallerBinding caller;

    @Inject
    Imprints imprints;

    @Inject
    History history;

    /** One for each kind of paper. */
    @GET
    public PaperTemplate.Page templates() {
        return new PaperTemplate.Page(papers.all().stream()
                .filter(kind -> caller.hasFeature(kind.feature()))
                .map(this::view)
                .toList());
    }

    /** The template of a kind. */
    @GET
    @Path("{kind}")
    public PaperTemplate template(@PathParam("kind") String key) {
        return view(kind(key));
    }

    /** Puts a template of the tenant's own in its place; what was sent before stays as it is. */
    @PUT
    @Path("{kind}")
    public PaperTemplate choose(@PathParam("kind") String key, NewTemplate wanted) {
        PaperKind kind = kind(key);
        String template = Optional.ofNullable(wanted)
                .map(NewTemplate::template)
                .orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
        example(kind, template, imprints.now().language());
        write(kind, Optional.of(template));
        return view(kind);
    }

    /** Goes back to the template of the product. */
    @DELETE
    @Path("{kind}")
    public PaperTemplate giveUp(@PathParam("kind") String key) {
        PaperKind kind = kind(key);
        if (rows.current(key).isPresent()) {
            write(kind, Optional.empty());
        }
        return view(kind);
    }

    /** Every version there was. */
    @GET
    @Path("{kind}/versions")
    public Versions versions(@PathParam("kind") String key) {
        return new Versions(rows.versions(kind(key).key()));
    }

    /** An example as PDF, with the template that is in force or another one that is tried. */
    @POST
    @Path("{kind}/preview")
    @Produces({"application/pdf", "application/problem+json"})
    @Answers(String.class)
    public Response preview(@PathParam("kind") String key, Trial trial) {
        PaperKind kind = kind(key);
        Optional<Trial> wanted = Optional.ofNullable(trial);
        String template = wanted.map(Trial::template)
                .orElseGet(() -> rows.current(key).orElseGet(() -> PapersOfTenant.standard(kind)));
        Locale language = wanted.map(Trial::language)
                .map(PaperTemplatesResource::language)
                .orElseGet(() -> imprints.now().language());
        return Response.ok(example(kind, template, language)).build();
    }

    private static Locale language(String tag) {
        if (!Languages.isSpoken(tag)) {
            throw InvalidFields.refusal("language", "unknown");
        }
        return Locale.forLanguageTag(tag);
    }

    /** Draws the example, and refuses a template that makes no sense. */
    private byte[] example(PaperKind kind, String template, Locale language) {
        try {
            return papers.example(kind, template, language);
        } catch (MustacheException e) {
            throw InvalidFields.refusal("template", "wrong-type", "template");
        }
    }

    private void write(PaperKind kind, Optional<String> template) {
        int before = version(kind);
        rows.add(kind.key(), template);
        history.record("paper:" + kind.key(), "edit", Json.createValue(before), Json.createValue(version(kind)));
    }

    private PaperKind kind(String key) {
        PaperKind kind = papers.kind(key).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        caller.requireFeature(kind.feature());
        return kind;
    }

    private PaperTemplate view(PaperKind kind) {
        Optional<String> own = rows.current(kind.key());
        return new PaperTemplate(
                kind.key(),
                own.orElseGet(() -> PapersOfTenant.standard(kind)),
                PapersOfTenant.standard(kind),
                own.isPresent(),
                version(kind));
    }

    private int version(PaperKind kind) {
        return rows.latest(kind.key()).map(Version::n).orElse(0);
    }
}
