package org.pipewright.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;

/**
 * What every screen owes everybody (S-NFR-07): no barrier axe knows of, in light and in dark, on a desk and in a hand;
 * no page that scrolls sideways down to 360 pixels. Pictures of it are kept for people to look at.
 */
final class Looks {

    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int DESK = 1440;
    private static final int HAND = 390;
    private static final int NARROW = 360;

    private Looks() {}

    /**
     * Checks the screen as it stands and keeps pictures under that name, dark in a hand and light on a desk. Each scheme
     * and each width is looked at once: colours do not depend on the width, nor the order of things on the scheme.
     */
    static void good(Window window, String name) {
        fair(window, name);
        fits(window.page(), name);
    }

    /** The same without the narrowest window, for a screen that others show too. */
    static void fair(Window window, String name) {
        Page page = window.page();
        look(page, name, ColorScheme.DARK, HAND);
        look(page, name, ColorScheme.LIGHT, DESK);
    }

    private static void look(Page page, String name, ColorScheme scheme, int width) {
        picture(page, name, scheme, width);
        hasNoBarrier(page, name + ", " + scheme + ", " + width);
    }

    private static void picture(Page page, String name, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, width == DESK ? 900 : 844);
        settle(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(
                        name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png")));
    }

    /** Waits until what moves has come to rest and what is read has come. */
    static void settle(Page page) {
        page.waitForFunction("() => document.querySelector('h1') && !document.querySelector('.loading:not(.cards *)')"
                + " && document.getAnimations().every(each => each.playState !== 'running'"
                + " || each.effect?.getComputedTiming().iterations === Infinity)");
    }

    /** In one page, which finds the same in half the time: what the product shows has no frame of another origin. */
    private static void hasNoBarrier(Page page, String screen) {
        AxeResults results =
                new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze();
        assertThat(results.getViolations()).as(screen).map(Looks::told).isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().limit(4).map(CheckedNode::getHtml).toList();
    }

    /** Makes the window as narrow as any phone. */
    static void narrow(Page page) {
        page.setViewportSize(NARROW, 740);
        settle(page);
    }

    /** All of what one works with lies within the width of the narrow window, and nothing of it scrolls sideways. */
    static void isWithinReach(Locator part) {
        assertThat(part.evaluate("""
                part => [part, ...part.querySelectorAll('*')]
                    .filter(each => {
                      const { left, right, width } = each.getBoundingClientRect();
                      const scrolls = /auto|scroll/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth;
                      return scrolls || (width > 1 && (left < 0 || right > innerWidth));
                    })
                    .map(each => each.outerHTML.slice(0, 120))"""))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    private static void fits(Page page, String name) {
        narrow(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s at %s pixels", name, NARROW)
                .isLessThanOrEqualTo(NARROW);
        page.setViewportSize(DESK, 900);
        settle(page);
    }
}
