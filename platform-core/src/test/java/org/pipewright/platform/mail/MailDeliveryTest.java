package org.pipewright.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.json.Json;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.outbox.OutboxRow;
import org.pipewright.platform.texts.Texts;
import org.pipewright.platform.usage.Metering;

/** What becomes of a letter that the platform's mail server does not take (S-MAIL-01). */
class MailDeliveryTest {

    private static final OutboxRow ROW = new OutboxRow(
            1,
            UUID.randomUUID(),
            Mail.KIND,
            "",
            UUID.randomUUID(),
            Json.createObjectBuilder()
                    .add("to", "gone@customer.example")
                    .add("language", "en")
                    .add("kind", "written")
                    .add("arguments", Json.createObjectBuilder())
                    .build(),
            0);

    private final MailDelivery delivery = new MailDelivery();
    private final Refusals refusals = new Refusals();
    private final Server server = new Server();
    private final Letters letters = new Letters();

    @BeforeEach
    void assembles() {
        delivery.server = server;
        delivery.refused = refusals;
        delivery.letters = letters;
        delivery.texts = new Texts() {
            @Override
            public String text(Locale language, String key, Map<String, ?> arguments) {
                return key;
            }
        };
        delivery.metering = new Metering() {
            @Override
            public void mail(UUID tenant) {
                // nobody counts here
            }
        };
    }

    @Test
    void tellsOfAnAddressThatIsRefusedForGoodAndDoesNotTryAgain() throws Exception {
        server.fails = new SendFailedException(
                "Invalid Addresses",
                new MessagingException("550 5.1.1 No such\r\nuser"),
                new Address[0],
                new Address[0],
                new Address[] {new InternetAddress("gone@customer.example")});

        delivery.deliver(ROW);

        assertThat(refusals.told)
                .containsExactly(new AddressRefused("gone@customer.example", "550 5.1.1 No such user"));
        assertThat(letters.returned).containsExactly("550 5.1.1 No such user");
    }

    @Test
    void triesAgainWhatIsOnlyRefusedNow() throws Exception {
        server.fails = new SendFailedException(
                "Later",
                new MessagingException("450 4.2.0 Greylisted"),
                new Address[0],
                new Address[] {new InternetAddress("gone@customer.example")},
                new Address[0]);

        assertThatThrownBy(() -> delivery.deliver(ROW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("450 4.2.0 Greylisted");

        assertThat(refusals.told).isEmpty();
        assertThat(letters.returned).isEmpty();
    }

    private static final class Letters extends PostedLetters {

        private final List<String> returned = new ArrayList<>();

        @Override
        public void returned(UUID letter, String reason) {
            returned.add(reason);
        }
    }

    private static final class Server extends PlatformMailServer {

        private MessagingException fails;

        @Override
        public String from() {
            return "no-reply@pipewright.example";
        }

        @Override
        public Session session() {
            return Session.getInstance(new Properties());
        }

        @Override
        public void send(MimeMessage message) throws MessagingException {
            throw fails;
        }
    }

    private static final class Refusals implements Event<AddressRefused> {

        private final List<AddressRefused> told = new ArrayList<>();

        @Override
        public void fire(AddressRefused refused) {
            told.add(refused);
        }

        @Override
        public <U extends AddressRefused> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AddressRefused> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<AddressRefused> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AddressRefused> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AddressRefused> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
