package org.pipewright.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.pipewright.deploy.keycloak.DemoPerson;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/**
 * Somebody's browser window, with cookies of its own. When it is closed, nothing in it may have failed unseen: no
 * script error, no refused content, no address outside the product asked for.
 */
final class Window implements AutoCloseable {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1");
    /** By what people who have logged in before are recognised: most stories begin after that. */
    private static final Map<String, List<Cookie>> KNOWN = new ConcurrentHashMap<>();

    private static final Pattern OF_THE_STORY = Pattern.compile("Failed to load resource: the server responded.*");

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    private final RunningProduct product = RunningProduct.get();
    private final BrowserContext context;
    private final Page page;
    private final String slug;
    private final List<String> faults = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private Window(String slug) {
        this.slug = slug;
        context = Chromium.get()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(product.url().toString())
                        .setLocale("en-US")
                        .setTimezoneId("Europe/Berlin")
                        .setAcceptDownloads(true)
                        // Whatever moves is drawn by the processor here, and awaited.
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1440, 900));
        context.setDefaultTimeout(20_000);
        context.onRequest(request -> note("asked for " + request.url(), isForeign(request.url())));
        context.onResponse(this::note);
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> faults.add("script error: " + error));
    }

    private void note(Response response) {
        if (response.status() >= 400) {
            refusals.add(response.status() + " " + response.request().method() + " " + response.url());
        }
    }

    private void note(ConsoleMessage message) {
        boolean matters = "error".equals(message.type())
                && !OF_THE_STORY.matcher(message.text()).matches();
        note("console: " + message.text(), matters);
    }

    private void note(String fault, boolean matters) {
        if (matters) {
            faults.add(fault);
        }
    }

    private static boolean isForeign(String address) {
        String host = URI.create(address.replaceAll("[?#].*", "")).getHost();
        return host != null && !HOSTS.contains(host);
    }

    /** Somebody who is not logged in. */
    static Window ofNobody() {
        return new Window("");
    }

    /** A member of the demo's tenant {@code acme}. */
    static Window of(DemoMember member) {
        return of(member.email(), "acme");
    }

    /** Somebody with the demo's password, at the start page of that tenant. */
    static Window of(String email, String slug) {
        Window window = new Window(slug);
        window.context.addCookies(KNOWN.getOrDefault(email, List.of()));
        window.page.navigate("/login?returnTo=/t/" + slug + "/");
        window.menu().or(window.page.locator("#username")).first().waitFor();
        if (!window.menu().isVisible()) {
            window.logIn(email);
            PlaywrightAssertions.assertThat(window.menu()).isVisible();
            KNOWN.put(email, window.context.cookies());
        }
        return window;
    }

    /** Fills in Keycloak's pages: who, then the password. */
    void logIn(String email) {
        enterPassword(email);
        page.waitForURL(Pattern.compile(Pattern.quote(product.url().toString()) + "(?!/login).*"));
    }

    /** The same where Keycloak may ask for more. */
    void enterPassword(String email) {
        page.locator("#username").fill(email);
        page.locator("[type=submit]").click();
        page.locator("#password").fill(DemoPerson.PASSWORD);
        page.locator("[type=submit]").click();
    }

    Page page() {
        return page;
    }

    /** Goes to a page of the tenant, by its address. */
    Window open(String path) {
        page.navigate("/t/" + slug + "/" + path);
        return this;
    }

    /** Goes to another page of the tenant as a link within the product does, without loading all of it anew. */
    Window follow(String path) {
        page.evaluate(
                "address => {"
                        + "document.querySelectorAll('main h1').forEach(heading => heading.dataset.left = 'yes');"
                        + "history.pushState({}, '', address);"
                        + "dispatchEvent(new PopStateEvent('popstate'));"
                        + "}",
                "/t/" + slug + "/" + path);
        page.locator("main h1:not([data-left])").first().waitFor();
        return this;
    }

    Locator menu() {
        return page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Main menu"));
    }

    Locator menuEntry(String name) {
        return menu().getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator entry(String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator choice(String name) {
        return page.getByRole(
                AriaRole.MENUITEMRADIO, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    /** Types the words into the palette and returns what it lists. */
    Locator hits(String words) {
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.NAVIGATION).first())
                .isVisible();
        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Search or do something"))
                .fill(words);
        return page.locator("pw-palette");
    }

    /** The number beside the heading of a list. */
    Locator count() {
        return page.locator(".list-title .count");
    }

    /** Waits until the page shows that text somewhere. */
    void shows(String text) {
        PlaywrightAssertions.assertThat(page.getByText(text).first()).isVisible();
    }

    /** Requests the server refused, in the order in which they were sent. */
    List<String> refusals() {
        return refusals;
    }

    /** Forgives what has failed so far, as it was meant to. */
    void forget() {
        faults.clear();
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults).isEmpty();
    }
}
