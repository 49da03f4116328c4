package org.pipewright.deploy.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.DemoMember;

/**
 * Makes the pictures of the guide "Selling with Pipewright" from the demo as it is after its first start. No part of a
 * build: it is called by its name when screens have changed, and writes beside the guides.
 */
class GuidePictures {

    private static final Path FOLDER = Path.of("guides", "pictures");
    private static final int QUALITY = 80;

    @Test
    void showADayOfSelling() {
        try (Window rita = Window.of(DemoMember.RITA_REP)) {
            rita.page().setViewportSize(1280, 800);
            picture(rita, "start");
            rita.open("opportunities/board");
            rita.page()
                    .getByLabel("Board", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("Custom sale");
            rita.shows("Forklifts for hall 4");
            picture(rita, "board");
            openNamed(rita, "leads", "Timo Keller");
            rita.button("Qualify").click();
            picture(rita, Selling.dialog(rita, "Qualify"), "qualify");
            openNamed(rita, "opportunities", "Licences for the new site");
            rita.shows("Six licences from the first of the year");
            picture(rita, "opportunity");
            rita.button("Win").click();
            picture(rita, Selling.dialog(rita, "Win"), "win");
            rita.open("reports");
            rita.shows("Pipeline");
            picture(rita, "reports");
        }
    }

    private static void openNamed(Window window, String path, String name) {
        window.open(path + "?q=" + name.replace(" ", "%20"));
        window.page()
                .getByText(name, new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        window.heading(name).waitFor();
    }

    private static void picture(Window window, Locator part, String name) {
        part.waitFor();
        picture(window, name);
    }

    private static void picture(Window window, String name) {
        Looks.settle(window.page());
        window.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve("sell-" + name + ".jpg"))
                        .setType(ScreenshotType.JPEG)
                        .setQuality(QUALITY));
    }
}
