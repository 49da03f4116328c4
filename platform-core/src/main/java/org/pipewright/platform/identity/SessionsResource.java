package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;

/** The browsers one is logged in with. */
@Path("sessions")
@Admits(Who.VISITOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    CurrentVisitor current;

    @Inject
    Sessions sessions;

    /** The list. */
    public record SessionList(List<SessionEntry> items) {}

    /** One browser. */
    public record SessionEntry(String id, Instant createdAt, Instant lastSeenAt, String userAgent, boolean current) {}

    @GET
    @Transactional
    public SessionList list() {
        Visitor visitor = current.visitor();
        return new SessionList(sessions.of(visitor.person().id()).stream()
                .map(session -> entry(session, visitor))
                .toList());
    }

    private static SessionEntry entry(Session session, Visitor visitor) {
        return new SessionEntry(
                Secrets.name(session.key()),
                session.createdAt(),
                session.lastSeenAt(),
                session.userAgent(),
                visitor.session()
                        .filter(own -> Arrays.equals(own.key(), session.key()))
                        .isPresent());
    }

    @DELETE
    @Path("{id}")
    @Transactional
    public void end(@PathParam("id") String id) {
        byte[] key = sessions.of(current.visitor().person().id()).stream()
                .map(Session::key)
                .filter(own -> Secrets.name(own).equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        sessions.end(key);
    }
}
