package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedUp;

/** An organisation asks for a second factor, and everybody of it is led to one (S-AUTH-10). */
class SecondFactorStoryIT {

    private final SignedUp organisation = SignedUp.as("Second Works");
    private final String rita = organisation.join("rita", "sales-rep");

    @Test
    void everybodyOfTheOrganisationIsLedToASecondFactor() {
        asksForIt();
        programsWithOneFactorAreRefused();

        OneTimeCodes codes;
        try (Window window = atTheProduct()) {
            window.shows("A stronger log-in is needed");
            Page small = window.page()
                    .waitForPopup(() -> window.dialog().getByText("Log in").click());
            codes = setUp(small);
            assertThat(window.menuEntry("Leads")).isVisible();
        }
        try (Window window = atTheProduct()) {
            assertThat(window.menuEntry("Leads")).hasCount(0);
            window.page().locator("#otp").fill(codes.next());
            window.page().locator("[type=submit]").click();
            window.shows("A stronger log-in is needed");
        }
    }

    /** The administrator shows at first a second factor, and then asks everybody for one. */
    private void asksForIt() {
        try (Window mavis = Window.ofNobody()) {
            String page = "/t/" + organisation.slug() + "/settings/organisation";
            mavis.page().navigate("/login?level=2&returnTo=" + page);
            mavis.enterPassword(organisation.adminEmail());
            setUp(mavis.page());
            mavis.page().getByLabel("Level of log-in").fill("2");
            mavis.page().keyboard().press("Tab");
            mavis.shows("Saved");
        }
    }

    /** Takes over the secret that is shown and proves it with a code. */
    private static OneTimeCodes setUp(Page page) {
        OneTimeCodes codes = new OneTimeCodes(page.locator("#totpSecret").getAttribute("value"));
        page.locator("#totp").fill(codes.next());
        page.locator("[type=submit]").click();
        return codes;
    }

    private void programsWithOneFactorAreRefused() {
        Call work = Call.get(organisation.path("manifest"));
        RunningProduct.eventually(
                "a second factor is asked for",
                () -> RunningProduct.get().as(rita).send(work).status() == 401);

        Answer refused = RunningProduct.get().as(rita).send(work);

        assertThat(refused.problem()).isEqualTo("step-up-required");
    }

    private Window atTheProduct() {
        Window window = Window.ofNobody();
        window.page().navigate("/login?returnTo=/t/" + organisation.slug() + "/");
        window.enterPassword(rita);
        return window;
    }
}
