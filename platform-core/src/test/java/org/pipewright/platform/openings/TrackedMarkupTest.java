package org.pipewright.platform.openings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only what leads to a page by the letter leads elsewhere in a mail that is tracked (S-MAIL-05). */
class TrackedMarkupTest {

    @Test
    void findsEachPageOnceAsItIsWritten() {
        String markup =
                "<a href=\"https://a.example/?x=1&amp;y=2\">A</a> <a href=\"https://a.example/?x=1&amp;y=2\">B</a>"
                        + " <a href=\"http://b.example\">C</a>";

        assertThat(TrackedMarkup.links(markup)).containsExactly("https://a.example/?x=1&y=2", "http://b.example");
    }

    @Test
    void leavesAloneWhatIsNoAddressOfAPage() {
        String markup =
                "<a href=\"mailto:ada@a.example\">A</a> <a href=\"javascript:alert(1)\">B</a> <a href=\"/c\">C</a>"
                        + " <a href=\"https://d.example/a|b\">D</a> <a href=\"https:///e\">E</a> <a name=\"f\">F</a>";

        assertThat(TrackedMarkup.links(markup)).isEmpty();
    }

    @Test
    void putsThePictureAtTheEndAndKeepsTheRest() {
        String woven = TrackedMarkup.woven(
                "<p>Dear <b>Ada</b></p><a href=\"https://a.example\">A</a><a href=\"tel:1\">B</a>",
                Map.of("https://a.example", "https://ours.example/1"),
                "https://ours.example/picture");

        assertThat(woven)
                .contains("<p>Dear <b>Ada</b></p><a href=\"https://ours.example/1\">A</a><a href=\"tel:1\">B</a><img")
                .contains("src=\"https://ours.example/picture\"")
                .doesNotContain("a.example");
    }
}
