package org.pipewright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShellPageTest {

    private static final Pattern INLINE =
            Pattern.compile("<script(?: type=\"importmap\")?>(.*?)</script>", Pattern.DOTALL);

    @Test
    void allowsExactlyTheInlineScriptsOfThePage() throws Exception {
        ShellPage page = ShellPage.read();

        Matcher scripts = INLINE.matcher(page.html());

        int count = 0;
        while (scripts.find()) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(scripts.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(page.policy()).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
            count++;
        }
        assertThat(count).isEqualTo(2);
        assertThat(page.policy()).doesNotContain("unsafe-eval");
    }

    @Test
    void keepsOnlyFilesWhoseNamesChangeWithTheirContent() {
        assertThat(AssetCaching.cacheControl("/ui/libs/lit-5JT4S6G4.js")).contains("immutable");
        assertThat(AssetCaching.cacheControl("/ui/modules/sales/forecast.js")).isEqualTo("no-cache");
        assertThat(AssetCaching.cacheControl("/ui/index.html")).isEqualTo("no-cache");
    }
}
