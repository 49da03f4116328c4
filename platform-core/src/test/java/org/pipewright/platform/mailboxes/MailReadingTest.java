package org.pipewright.platform.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails as they are found in real mailboxes: languages, encodings, markup, machines and broken ones. */
class MailReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            english-plain | Ada Byron | An analytical engine | we need forty engines by June.
            german-latin1 | Jürgen Groß | Anfrage für Kühlgeräte | wir benötigen zwölf Kühlgeräte für unser Büro in Köln.
            french-windows | Hélène Lefèvre | Demande d’un devis | Prix en € s’il vous plaît.
            russian-koi8 | Анна Петрова | Запрос цены | Нужны десять станков.
            japanese-2022 | 山田太郎 | 見積もりのお願い | 機械を五台お願いします。
            chinese-gb18030 | 李雷 | 询价 | 请报价二十台机器。
            alternative | Bob Builder | Both kinds | The plain words
            attachment | Carla | Plans attached | Please see the plan.
            unknown-encoding | Dora | Odd letters | Words in an unknown encoding
            no-message-id | Emil | Without id | No id here
            unfinished-parts | Fay | Cut off | The end is missing
            name-turned-round | Hopper, Grace | Last name first | A date nobody understands
            forwarded-whole | Ivan | Fwd: look | See below
            answer-in-thread | Ada Byron | Re: An analytical engine | Thank you
            empty-body | Kim | Please call me | ''
            """)
    void readsWhatPeopleWrite(String file, String name, String subject, String words) throws Exception {
        MailReading reading = read(file);

        assertThat(reading.ignored()).isEmpty();
        assertThat(reading.mail().senderName()).isEqualTo(name);
        assertThat(reading.mail().subject()).isEqualTo(subject);
        assertThat(reading.mail().text()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "bounce-report,BOUNCE",
        "bounce-plain,BOUNCE",
        "bounce-empty-path,BOUNCE",
        "away-german,AUTO_REPLY",
        "away-french,AUTO_REPLY",
        "away-precedence,AUTO_REPLY",
        "read-receipt,AUTO_REPLY",
        "newsletter,NEWSLETTER",
        "newsletter-bulk,NEWSLETTER",
        "notice-no-reply,NEWSLETTER",
        "mailing-list,LIST",
        "colleague,OWN_DOMAIN",
        "nobody,NO_SENDER",
        "broken-sender,NO_SENDER"
    })
    void tellsWhatMachinesWrite(String file, Ignored why) throws Exception {
        assertThat(read(file).ignored()).contains(why);
    }

    @Test
    void keepsNoMarkupAndNothingHidden() throws Exception {
        String text = read("html-only-with-script").mail().text();

        assertThat(text).isEqualTo("First line\nsecond line\nThird line & more click");
    }

    @Test
    void takesFilesApartFromTheText() throws Exception {
        assertThat(read("attachment").attachments())
                .extracting(MailText.Attached::name)
                .containsExactly("plan.pdf");
        assertThat(read("attachment").attachments().get(0).content()).isNotEmpty();
        assertThat(read("attachment").mail().text()).isEqualTo("Please see the plan.");
        assertThat(read("forwarded-whole").attachments())
                .extracting(MailText.Attached::name)
                .containsExactly("look.eml");
    }

    @Test
    void knowsWhomAMailThatCameBackDidNotReach() throws Exception {
        Returned returned = read("bounce-report").returned().orElseThrow();

        assertThat(returned.addresses()).containsExactly("nobody@gone.example");
        assertThat(returned.lasting()).isTrue();
        assertThat(returned.reason()).isEqualTo("Undelivered Mail Returned to Sender");
        assertThat(read("bounce-plain").returned().orElseThrow().addresses()).isEmpty();
        assertThat(read("away-german").returned()).isEmpty();
    }

    @Test
    void takesAMailThatIsOnlyLateForNoneThatCameBack() throws Exception {
        assertThat(read("bounce-late").ignored()).contains(Ignored.BOUNCE);
        assertThat(read("bounce-late").returned()).isEmpty();
    }

    @Test
    void knowsWhichMailCameBackAndThatAFullMailboxPasses() throws Exception {
        Returned returned = read("bounce-full").returned().orElseThrow();

        assertThat(returned.keys()).contains("<offer-7@own.example>");
        assertThat(returned.lasting()).isFalse();
        assertThat(returned.reason()).isEqualTo("smtp; 452 4.2.2 The mailbox is full");
    }

    @Test
    void knowsWhatAMailAnswersNearestFirst() throws Exception {
        assertThat(read("answer-in-thread").earlier()).containsExactly("<sent-2@own.example>", "<sent-1@own.example>");
    }

    @Test
    void tellsMailsWithoutIdApartByTheirContent() throws Exception {
        assertThat(read("no-message-id").key())
                .isEqualTo(read("no-message-id").key())
                .doesNotContain("@");
        assertThat(read("english-plain").key()).isEqualTo("<en1@corpus.example>");
    }

    @Test
    void readsUmlautsThatWereNotEncoded() throws Exception {
        assertThat(read("raw-umlauts-in-head").ignored()).isEmpty();
        assertThat(read("raw-umlauts-in-head").mail().text()).isEqualTo("Öfen, bitte");
    }

    private static MailReading read(String file) throws MessagingException, IOException {
        try (InputStream in = MailReadingTest.class.getResourceAsStream(file + ".eml")) {
            return MailReading.of(
                    new MimeMessage(Session.getInstance(new Properties()), in), new Sorting(Set.of("own.example")));
        }
    }
}
