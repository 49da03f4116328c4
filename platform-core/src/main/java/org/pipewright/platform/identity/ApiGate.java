package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.texts.AskedLanguage;
import org.pipewright.platform.usage.Metering;

/**
 * Guards the API. Nothing but the public paths is reached without log-in, nothing of a tenant without membership. A
 * tenant one is no member of answers exactly like one that does not exist.
 */
@ApplicationScoped
class ApiGate {

    @Inject
    PublicPaths publicPaths;

    @Inject
    Credentials credentials;

    @Inject
    Memberships memberships;

    @Inject
    Tenants tenants;

    @Inject
    LateModules lateModules;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    CurrentVisitor currentVisitor;

    @Inject
    RateLimit limit;

    @Inject
    LoginRules rules;

    @Inject
    IdentitySettings settings;

    @Inject
    Metering metering;

    void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ApiPath path = ApiPath.of(
                request.getRequestURI().substring(request.getContextPath().length()));
        Onward onward = new Onward(request, response, chain);
        if (publicPaths.includes(request.getMethod(), path.path())) {
            admitAnybody(request, path, onward);
        } else {
            Visitor visitor = credentials.of(request).orElseThrow(() -> Refusal.of(CoreErrorCode.UNAUTHENTICATED));
            currentVisitor.during(visitor, () -> admitVisitor(visitor, request, path, onward));
        }
        onward.rethrow();
    }

    /** Whoever is logged in may read as often as pages need: a whole office may share one address. */
    private void admitAnybody(HttpServletRequest request, ApiPath path, Onward onward) {
        Optional<Visitor> visitor = knownOrNobody(request);
        boolean isKnownReader = visitor.isPresent() && !Credentials.isWrite(request);
        if (publicPaths.limits(request.getMethod(), path.path()) && !isKnownReader) {
            limit.count(path.path().split("/", 4)[2], request.getRemoteAddr());
        }
        if (visitor.isPresent()) {
            currentVisitor.during(visitor.get(), onward::run);
        } else {
            onward.run();
        }
    }

    private Optional<Visitor> knownOrNobody(HttpServletRequest request) {
        try {
            return credentials.of(request);
        } catch (Refusal notNeededHere) {
            return Optional.empty();
        }
    }

    private Void admitVisitor(Visitor visitor, HttpServletRequest request, ApiPath path, Onward onward) {
        Optional<String> tenant = path.tenant();
        if (tenant.isPresent()) {
            return admitMember(visitor, tenant.get(), request, path, onward);
        }
        rules.used(visitor, request);
        return onward.run();
    }

    private Void admitMember(Visitor visitor, String tenant, HttpServletRequest request, ApiPath path, Onward onward) {
        Membership membership =
                memberships.in(tenant, visitor.person().id()).orElseThrow(() -> notMember(visitor, tenant));
        requireOpen(membership, request, path);
        lateModules.setUp(membership.tenantId());
        Caller caller = callers.member(membership.tenantId(), membership.memberId())
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        rules.require(caller.tenant().login(), visitor);
        rules.used(visitor, request);
        metering.call(membership.tenantId(), membership.memberId());
        Caller reading = AskedLanguage.among(request).map(caller::reading).orElse(caller);
        return binding.during(reading, visitor.origin(), onward::run);
    }

    /** Operators see which tenants there are anyway; that they may not look inside is told as it is. */
    private Refusal notMember(Visitor visitor, String tenant) {
        boolean operator = settings.isOperator(visitor.person().email()) && tenants.exists(tenant);
        return Refusal.of(operator ? CoreErrorCode.FORBIDDEN : CoreErrorCode.NOT_FOUND);
    }

    private static void requireOpen(Membership membership, HttpServletRequest request, ApiPath path) {
        boolean closed = switch (membership.status()) {
            case "ACTIVE" -> false;
            case "SUSPENDED" -> Credentials.isWrite(request);
            default -> true;
        };
        if (closed && !path.isLeaving()) {
            throw Refusal.of(CoreErrorCode.TENANT_SUSPENDED);
        }
    }

    /** The rest of the filter chain, as work that can be run inside a binding. */
    private static final class Onward {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final FilterChain chain;
        private Exception failure;

        Onward(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
            this.request = request;
            this.response = response;
            this.chain = chain;
        }

        Void run() {
            try {
                chain.doFilter(request, response);
            } catch (IOException | ServletException e) {
                failure = e;
            }
            return null;
        }

        void rethrow() throws IOException, ServletException {
            if (failure instanceof IOException io) {
                throw io;
            } else if (failure instanceof ServletException servlet) {
                throw servlet;
            }
        }
    }
}
