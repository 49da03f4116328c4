package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Nothing but the written list answers without log-in, and no token but a good one is taken. */
class WithoutLoginIT {

    /** What people need before they have an account. */
    private static final Set<String> PUBLIC = Set.of(
            "Calendar.calendar",
            "Callbacks.take",
            "Forms.confirm",
            "Forms.preflight",
            "Forms.submit",
            "Forms.view",
            "InvitationLink.accept",
            "InvitationLink.view",
            "Links.answer",
            "Links.file",
            "Links.page",
            "Signups.confirm",
            "Signups.resend",
            "Signups.signUp",
            "Signups.view",
            "Texts.texts",
            "TrackedMails.follow",
            "TrackedMails.picture");

    /** The last says nothing without log-in. */
    private static final Set<String> LIMITED_BEHIND_THE_GATE =
            Set.of("Callbacks.take", "Links.answer", "Links.file", "Links.page", "Session.session");

    /** Says nothing without log-in, but in its own words. */
    private static final String SESSION = "/api/session";

    @TestFactory
    Stream<DynamicTest> isRefused() {
        return Proof.ofEach(
                OpenApi.whole().operations().stream().filter(operation -> !PUBLIC.contains(operation.id())),
                this::isRefused);
    }

    private void isRefused(Operation operation) {
        Answer answer = RunningProduct.get().asNobody().send(bare(operation));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    }

    @Test
    void everyPublicOperationExists() {
        assertThat(OpenApi.whole().operations()).extracting(Operation::id).containsAll(PUBLIC);
    }

    /** S-ROLE-20: calls are counted by address, at the gate or, where the link or form tells which ones, behind it. */
    @Test
    void everyPublicOperationIsLimited() {
        assertThat(OpenApi.whole().admittingAnybodyUnlimited()).isSubsetOf(LIMITED_BEHIND_THE_GATE);
    }

    static Stream<String> badTokens() {
        return Stream.of(
                "garbage",
                "a.b.c",
                unsigned(),
                tampered(),
                "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl",
                UUID.randomUUID().toString(),
                otherAudience(),
                expired());
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefused(String token) {
        Answer answer = RunningProduct.get().withToken(token).send(Call.get("/api/tenants/acme/manifest"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenTellsNobodyWhoIsLoggedIn(String token) {
        assertThat(RunningProduct.get().withToken(token).send(Call.get(SESSION)).status())
                .isEqualTo(401);
    }

    private static Call bare(Operation operation) {
        String path = operation
                .path()
                .replace("{tenant}", "acme")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        Call call = Call.of(operation.method(), path);
        return operation.body().map(body -> call.with(body.mediaType(), "{}")).orElse(call);
    }

    /** The claims of a good token without a signature. */
    private static String unsigned() {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good().split("\\.")[1] + ".";
    }

    /** A good token that names somebody else. */
    private static String tampered() {
        String[] parts = good().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + encoded(claims.replaceFirst("\"sub\":\"[^\"]+\"", "\"sub\":\"somebody\"")) + "."
                + parts[2];
    }

    /** A token of the same issuer for another program: its audience is not ours. */
    private static String otherAudience() {
        return RunningProduct.get().tokenOf("admin-cli", DemoMember.ANNA_ADMIN.email());
    }

    /** Good claims whose time is over; the signature cannot be good then, so the answer must be the same. */
    private static String expired() {
        String[] parts = good().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + encoded(claims.replaceFirst("\"exp\":\\d+", "\"exp\":1000000000")) + "." + parts[2];
    }

    private static String good() {
        return RunningProduct.get().token(DemoMember.ANNA_ADMIN.email());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
