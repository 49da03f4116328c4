package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The OpenAPI document holds everything the class files serve, and nothing else: so no endpoint escapes the proofs. */
class OpenApiIT {
    /** Record types that only their module writes. */
    private static final Set<String> KEPT = Set.of(
            "sales.stage-visit",
            "sales.posted-demand-line",
            "sales.quote-decision",
            "sales.quote-sending",
            "billing.instalment",
            "billing.bank-entry",
            "billing.dunning-notice",
            "billing.tax-entry",
            "billing.tax-receipt",
            "billing.ledger-difference",
            "billing.statement-line",
            "billing.invoice-preview-line",
            "billing.received-invoice-line",
            "billing.self-billed-tax",
            "core.message");

    /** Record types that declare reports. */
    private static final Set<String> REPORTED = Set.of(
            "billing.invoice",
            "core.activity",
            "sales.lead",
            "sales.opportunity",
            "sales.stage-visit",
            "sales.demand-line",
            "sales.party",
            "billing.tax-entry",
            "billing.tax-receipt",
            "billing.self-billed-invoice",
            "billing.self-billed-tax",
            "sales.target");

    /** Record types one of whose reports can be explained between two days. */
    private static final Set<String> MOVING = Set.of("sales.opportunity");

    /** Of which there are versions whose differences are told. */
    private static final Set<String> REVISED = Set.of("sales.quote", "sales.order");

    private static final String RECORDS = "/api/tenants/{tenant}/{records}";

    /** Servlets and filters that are no part of the API: pages, log-in, and the document itself. */
    private static final Set<String> BESIDE_THE_API = Set.of(
            "AssetCaching [/ui/*]",
            "BackchannelLogoutServlet [/logout/backchannel]",
            "Entrance [/*]",
            "LoginCallbackServlet [/login/callback]",
            "LoginServlet [/login]",
            "FormsServlet [/forms/*]",
            "LinksServlet [/links/*]",
            "LogoutServlet [/logout]",
            "MetricsServlet [/metrics]",
            "OpenApiServlet [/openapi]",
            "ProblemsServlet [/problems, /problems/*]",
            "ShellServlet [, /invitations, /invitations/*, /operator, /operator/*, /signup, /signup/*, /t/*]");

    /** Every class file of the distribution is read for it. */
    private static final ServedPaths SERVED =
            new ServedPaths(Path.of(System.getProperty("pipewright.distribution", "target/pipewright")));

    private final OpenApi document = OpenApi.whole();

    @Test
    void describesEveryResourceMethod() {
        assertThat(expanded()).hasSizeGreaterThan(100);
        assertThat(described()).containsAll(expanded());
    }

    @Test
    void describesNothingThatIsNotServed() {
        assertThat(expanded()).containsAll(described());
    }

    @Test
    void everyServletAndFilterIsKnown() {
        assertThat(SERVED.servlets()).isNotEmpty().isSubsetOf(BESIDE_THE_API);
    }

    @Test
    void everyOperationCanBeCalled() {
        Samples samples = new Samples();

        List<Operation> unknown = document.operations().stream()
                .filter(operation -> !samples.has(operation))
                .toList();

        assertThat(unknown).as("operations without an entry in Samples").isEmpty();
    }

    @Test
    void everyOperationSaysWhomItAdmits() {
        assertThat(document.admittingNobody()).isEmpty();
    }

    /** S-API-01: a program's first record is copied from here. */
    @Test
    void showsANewRecordOfEachTypeThatIsAsDescribed() {
        List<Operation> creates = document.operations().stream()
                .filter(Operation::isGeneric)
                .filter(operation -> operation.action().equals("create"))
                .toList();

        assertThat(creates).hasSizeGreaterThan(50);
        assertThat(creates).allSatisfy(create -> {
            JsonObject schema = create.body().orElseThrow().schema();
            JsonObject example = create.body().orElseThrow().example();
            assertThat(Conformity.problems(document, schema, example)).isEmpty();
            assertThat(example.keySet()).containsAll(OpenApi.required(schema));
        });
    }

    @Test
    void saysHowChangesAreSentAndPostsAreRepeated() {
        Operation change = document.named("core.account.change");
        Operation create = document.named("core.account.create");

        assertThat(change.body().orElseThrow().mediaType()).isEqualTo("application/merge-patch+json");
        assertThat(change.parameters()).contains(new Operation.Parameter("If-Match", "header"));
        assertThat(create.parameters()).contains(new Operation.Parameter("Idempotency-Key", "header"));
    }

    private Set<String> described() {
        return document.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> expanded() {
        return SERVED.operations().stream().flatMap(this::expanded).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The methods of every record type stand for one of each type; the verb's for each verb and each proposal. */
    private Stream<String> expanded(String operation) {
        if (operation.endsWith("{verb}")) {
            return verbs(operation.replaceFirst(" .*", ""));
        }
        return operation.contains(RECORDS)
                ? document.recordTypes().stream()
                        .filter(type -> !KEPT.contains(type)
                                || operation.contains("/shares")
                                || operation.contains("/tags")
                                || operation.endsWith("/activities")
                                || operation.contains("/comments")
                                || operation.contains("/files")
                                || operation.endsWith("/mails")
                                || operation.contains("/merge")
                                || (operation.startsWith("GET ") && !operation.endsWith("/bin")))
                        .filter(type -> !operation.endsWith("/{report}") || REPORTED.contains(type))
                        .filter(type -> !operation.endsWith("/movement") || MOVING.contains(type))
                        .filter(type -> !operation.endsWith("/differences") || REVISED.contains(type))
                        .map(type -> operation.replace("{records}", document.pathOf(type)))
                : Stream.of(operation);
    }

    private Stream<String> verbs(String method) {
        Set<String> standard = Set.of("restore", "history", "state");
        return document.operations().stream()
                .filter(Operation::isGeneric)
                .filter(operation ->
                        operation.method().equals(method) && operation.path().contains("/{id}/"))
                .filter(operation -> !standard.contains(operation.action()))
                .map(operation -> operation.method() + " " + operation.path());
    }
}
