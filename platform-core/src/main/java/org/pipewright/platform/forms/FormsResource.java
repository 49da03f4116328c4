package org.pipewright.platform.forms;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.forms.PublicForm;
import org.pipewright.platform.spi.modules.Answers;

/** Forms for sites that draw them themselves. Open to everybody; scripts of other sites only where the form allows. */
@Path("forms/{tenant}/{form}")
@Admits(value = Who.ANYBODY, limited = true)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FormsResource {

    @Inject
    FormCalls calls;

    @Inject
    Submissions submissions;

    @Inject
    FormTokens tokens;

    @Inject
    FormQuestions questions;

    @Inject
    FormPages pages;

    @Context
    HttpServletRequest request;

    @PathParam("tenant")
    String tenant;

    @PathParam("form")
    String form;

    /**
     * A form and its questions.
     *
     * @param token to be sent with the answers, not earlier than two seconds after it was issued
     * @param consent what has to be agreed to, or empty
     */
    public record FormView(
            String heading,
            String introduction,
            String language,
            List<QuestionView> questions,
            String consent,
            String token) {}

    /** A question. */
    public record QuestionView(
            String name, String label, String type, boolean required, int max, Map<String, String> choices) {}

    /**
     * A form somebody filled in.
     *
     * @param token of the opened form
     * @param answers by name of the question
     * @param consent whether the person agreed
     * @param arrival how the person came: {@code utm_source}, {@code utm_medium}, {@code utm_campaign}, {@code
     *     utm_term}, {@code utm_content}, {@code referrer}, {@code page}
     */
    public record NewSubmission(
            @NotNull @Size(max = 300) String token,
            @NotNull Map<String, String> answers,
            Boolean consent,
            Map<String, String> arrival) {}

    /** The secret of the link that was mailed. */
    public record Confirmation(@NotNull @Size(max = 100) String secret) {}

    /**
     * What became of a submission.
     *
     * @param outcome {@code TAKEN}, {@code MAILED} when the person has to follow the link in a mail first, or {@code
     *     PARKED} when the organisation takes nothing at the moment and decides later
     */
    public record Receipt(String outcome, String thanks) {}

    @GET
    @Answers(FormView.class)
    public Response view(@HeaderParam("Origin") String origin) {
        return allowed(calls::on, origin, found -> Response.ok(view(found)));
    }

    @POST
    @Answers(value = Receipt.class, status = 202)
    public Response submit(@HeaderParam("Origin") String origin, NewSubmission submission) {
        Filled filled = new Filled(
                submission.token(),
                submission.answers(),
                Boolean.TRUE.equals(submission.consent()),
                "",
                submission.arrival() == null ? Map.of() : submission.arrival());
        return allowed(calls::evenClosed, origin, found -> {
            String outcome = submissions.submit(found, filled).name();
            return Response.accepted(new Receipt(outcome, found.wording().thanks()));
        });
    }

    @POST
    @Path("confirm")
    @Answers(value = Receipt.class, status = 202)
    public Response confirm(@HeaderParam("Origin") String origin, Confirmation confirmation) {
        return allowed(calls::evenClosed, origin, found -> {
            String outcome = submissions.confirm(found, confirmation.secret()).name();
            return Response.accepted(new Receipt(outcome, found.wording().thanks()));
        });
    }

    /** Tells browsers which sites' scripts may send the form. */
    @OPTIONS
    @Answers(status = 204)
    public Response preflight(@HeaderParam("Origin") String origin) {
        return allowed(
                calls::evenClosed,
                origin,
                found -> Response.noContent()
                        .header("Access-Control-Allow-Methods", "GET, POST")
                        .header("Access-Control-Allow-Headers", "Content-Type")
                        .header("Access-Control-Max-Age", "600"));
    }

    private FormView view(PublicForm found) {
        return new FormView(
                found.wording().heading(),
                found.wording().introduction(),
                found.language().toLanguageTag(),
                questions.of(found, Map.of()).stream().map(FormsResource::view).toList(),
                found.wording().consent(),
                tokens.issued(found.id()));
    }

    private static QuestionView view(FormQuestion question) {
        return new QuestionView(
                question.name(),
                question.label(),
                question.type(),
                question.required(),
                question.max(),
                question.choices());
    }

    /** Programs send no origin. A script of a site the form does not name is refused, not only kept from reading. */
    private Response allowed(
            FormCalls.Way<Response> way, String origin, Function<PublicForm, Response.ResponseBuilder> work) {
        return way.to(new FormCalls.Asked(tenant, form, request.getRemoteAddr()), found -> {
            boolean foreign = origin != null && !origin.equals(pages.ownOrigin());
            if (foreign && !found.origins().contains(origin)) {
                throw Refusal.of(CoreErrorCode.CROSS_SITE);
            }
            Response.ResponseBuilder answer = work.apply(found).header("Vary", "Origin");
            return (foreign ? answer.header("Access-Control-Allow-Origin", origin) : answer).build();
        });
    }
}
