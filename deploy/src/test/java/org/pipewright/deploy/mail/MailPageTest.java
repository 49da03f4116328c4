package org.pipewright.deploy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailPageTest {

    private int smtp;
    private int web;
    private MailCatcher catcher;
    private MailPage page;

    @BeforeEach
    void start() throws IOException {
        smtp = freePort();
        web = freePort();
        catcher = MailCatcher.started("127.0.0.1", smtp);
        page = MailPage.started(catcher, "127.0.0.1", web);
    }

    @AfterEach
    void stop() {
        page.close();
        catcher.close();
    }

    @Test
    void showsTheNewestMailFirst() throws Exception {
        send("rita@acme.example", "First", "one");
        send("rob@acme.example", "Second", "two");

        assertThat(body("/messages.json")).matches("(?s).*Second.*First.*");
    }

    @Test
    void narrowsTheListToOneRecipient() throws Exception {
        send("rita@acme.example", "For Rita", "one");
        send("rob@acme.example", "For Rob", "two");

        assertThat(body("/messages.json?to=rita@acme.example"))
                .contains("For Rita")
                .doesNotContain("For Rob");
    }

    @Test
    void showsEachMailOnceWhoeverGetsOneMore() throws Exception {
        send("rita@acme.example", "Rita one", "one");
        send("rob@acme.example", "Rob one", "two");
        assertThat(body("/messages.json")).contains("Rita one", "Rob one");

        send("rita@acme.example", "Rita two", "three");

        assertThat(body("/messages.json?to=rita")).contains("Rita two", "Rita one");
        assertThat(body("/messages.json?to=rob")).containsOnlyOnce("Rob one");
    }

    @Test
    void showsMarkupInAMailAsText() throws Exception {
        send("rita@acme.example", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>");

        assertThat(body("/"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;img src=x")
                .doesNotContain("<script")
                .doesNotContain("<img");
    }

    @Test
    void makesAddressesInTextClickable() throws Exception {
        send("rita@acme.example", "Welcome", "Open <http://localhost/signup?a=1&b=2> now");

        assertThat(body("/")).contains("<a href=\"http://localhost/signup?a=1&amp;b=2\" rel=\"noreferrer\">");
    }

    @Test
    void forgetsWhatItCaughtWhenAsked() throws Exception {
        send("rita@acme.example", "First", "one");

        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address("/messages.json")).DELETE().build(), BodyHandlers.discarding());

        assertThat(body("/messages.json")).isEqualTo("[]");
    }

    private void send(String to, String subject, String text) {
        ServerSetup server = new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        GreenMailUtil.sendTextEmail(to, "no-reply@pipewright.example", subject, text, server);
    }

    private String body(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + web + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
