package org.pipewright.platform.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup of mails is shown without anything that runs or tracks (S-MAIL-04). */
class MailMarkupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick='alert(1)'>x</p>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href=' java&#115;cript:alert(1)'>x</a>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><circle/></svg>",
                "<iframe src='https://elsewhere.example'></iframe>",
                "<form action='https://elsewhere.example'><input name=password></form>",
                "<object data='a.swf'></object>",
                "<meta http-equiv=refresh content='0;url=https://elsewhere.example'>",
                "<link rel=stylesheet href='https://elsewhere.example/a.css'>",
                "<p style='background:url(https://elsewhere.example/a.png)'>x</p>",
                "<math><mtext><script>alert(1)</script></mtext></math>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>"
            })
    void leavesOutWhatRunsOrLoads(String markup) {
        String clean = MailMarkup.cleaned("<p>Before</p>" + markup + "<p>After</p>");

        assertThat(clean)
                .contains("Before")
                .contains("After")
                .doesNotContainIgnoringCase("alert")
                .doesNotContain("elsewhere", "<iframe", "<form", "<script", "onerror", "onload");
    }

    @Test
    void keepsWhatPeopleSee() {
        String clean = MailMarkup.cleaned("<h1>Offer</h1><table><tr><td align=right><b>12</b></td></tr></table>"
                + "<a href='https://shop.example/a'>Shop</a><img src='https://shop.example/a.png' width=300>");

        assertThat(clean)
                .contains("<h1>Offer</h1>", "<b>12</b>", "href=\"https://shop.example/a\"", "noopener", "a.png");
    }

    @Test
    void leavesOutPicturesThatOnlyTrack() {
        String clean = MailMarkup.cleaned("<p>Hello</p><img src='https://t.example/o.gif' width=1 height='1px'>");

        assertThat(clean).doesNotContain("img");
    }

    @Test
    void keepsNothingOfMarkupThatShowsNothing() {
        assertThat(MailMarkup.cleaned(" ")).isEmpty();
        assertThat(MailMarkup.cleaned("<html><head><title>x</title></head><body></body></html>"))
                .isEmpty();
    }
}
