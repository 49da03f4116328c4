package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Configuration of log-in and access. */
@ApplicationScoped
public class IdentitySettings {

    @Inject
    @ConfigProperty(name = "pipewright.platform.public-url")
    String publicUrl;

    @Inject
    @ConfigProperty(name = "pipewright.platform.issuer-url")
    String issuer;

    @Inject
    @ConfigProperty(name = "pipewright.platform.client-id", defaultValue = "pipewright-web")
    String clientId;

    @Inject
    @ConfigProperty(name = "pipewright.platform.client-secret")
    String clientSecret;

    @Inject
    @ConfigProperty(name = "pipewright.platform.audience", defaultValue = "pipewright")
    String audience;

    @Inject
    @ConfigProperty(name = "pipewright.platform.api-clients")
    Optional<String> apiClients;

    @Inject
    @ConfigProperty(name = "pipewright.platform.operators")
    Optional<String> operators;

    @Inject
    @ConfigProperty(name = "pipewright.platform.session-idle-minutes", defaultValue = "120")
    long idleMinutes;

    @Inject
    @ConfigProperty(name = "pipewright.platform.session-limit-minutes", defaultValue = "720")
    long limitMinutes;

    @Inject
    @ConfigProperty(name = "pipewright.platform.public-requests-per-minute", defaultValue = "60")
    int publicRequests;

    /** Where browsers reach the product, without a slash at the end. */
    public String publicUrl() {
        return publicUrl.replaceAll("/+$", "");
    }

    /** Scheme, host and port of the public address, as browsers send it in {@code Origin}. */
    public String origin() {
        URI address = URI.create(publicUrl);
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    boolean isSecure() {
        return publicUrl.startsWith("https://");
    }

    String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    String audience() {
        return audience;
    }

    /** Whether tokens issued to the client are accepted; without a configured list any client of the audience is. */
    boolean accepts(String client) {
        return apiClients.map(clients -> listed(clients).contains(client)).orElse(true);
    }

    /** Whether the person of that address runs the platform. */
    public boolean isOperator(String email) {
        return listed(operators.orElse("")).stream().anyMatch(operator -> sameAddress(operator, email));
    }

    private static boolean sameAddress(String left, String right) {
        return left.strip().toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT));
    }

    Duration sessionIdle() {
        return Duration.ofMinutes(idleMinutes);
    }

    Duration sessionLimit() {
        return Duration.ofMinutes(limitMinutes);
    }

    int publicRequests() {
        return publicRequests;
    }

    /** Payara cannot inject an optional list, so lists are split here. */
    private static List<String> listed(String text) {
        return List.of(text.strip().split("\\s*,\\s*"));
    }
}
