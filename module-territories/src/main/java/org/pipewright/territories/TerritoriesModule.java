package org.pipewright.territories;

import static org.pipewright.platform.spi.access.Action.ASSIGN;
import static org.pipewright.platform.spi.access.Action.CREATE;
import static org.pipewright.platform.spi.access.Action.DELETE;
import static org.pipewright.platform.spi.access.Action.EDIT;
import static org.pipewright.platform.spi.access.Action.EXPORT;
import static org.pipewright.platform.spi.access.Action.IMPORT;
import static org.pipewright.platform.spi.access.Action.USE;
import static org.pipewright.platform.spi.access.Action.VIEW;
import static org.pipewright.platform.spi.access.BuiltInRole.READ_ONLY;
import static org.pipewright.platform.spi.access.BuiltInRole.SALES_MANAGER;
import static org.pipewright.platform.spi.access.BuiltInRole.SALES_REP;
import static org.pipewright.platform.spi.access.BuiltInRole.TERRITORY_MANAGER;
import static org.pipewright.platform.spi.access.Level.TENANT;

import java.util.List;
import java.util.stream.Stream;
import org.pipewright.platform.spi.errors.ErrorCode;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.Grant;
import org.pipewright.platform.spi.modules.MenuEntry;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.modules.VersionRange;
import org.pipewright.platform.spi.modules.WebElement;

/** What territories bring: a tree of sales territories, off until a tenant wants it (S-SET-06). */
public final class TerritoriesModule implements CrmModule {

    /** Prefix of the module's keys and name of its schema. */
    public static final String ID = "territories";

    /** Right to say which records of a territory its members reach (S-TERR-13). */
    public static final String ACCESS = "territories.access";

    private static final String TERRITORY = "territories.territory";
    private static final String PLAN = "territories.territory-plan";

    /** Page of those who plan. */
    private static final String CHECK = "territory-check";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public VersionRange core() {
        return VersionRange.of("0.1.0", "0.2.0");
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.off("territories.territories"));
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting(
                "territories.follow-accounts", Setting.Type.BOOLEAN, "false", List.of(), "territories.territories"));
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(new Capability(ACCESS));
    }

    @Override
    public List<WebElement> webElements() {
        return List.of(
                panel("territories.panel", WebElement.ASSIGNABLE, "panel", TERRITORY, 10),
                panel("territories.rules", "territories.territory-rule", "rules", TERRITORY, 10),
                panel("territories.intakes", "territories.territory-intake", "intakes", TERRITORY, 10),
                panel("territories.balance", TERRITORY, "balance", TERRITORY, 10),
                panel("territories.survey", TERRITORY, "survey", TERRITORY, 10),
                panel("territories.tree", PLAN, "tree", PLAN, 10),
                panel("territories.comparison", PLAN, "comparison", PLAN, 20),
                new WebElement(
                        WebElement.Slot.PAGE,
                        "territories.check",
                        CHECK,
                        "territories-check",
                        "check.js",
                        "territories.territories",
                        PLAN,
                        10),
                new WebElement(
                        WebElement.Slot.PAGE,
                        "territories.picture",
                        "territories/picture",
                        "territories-picture",
                        "picture.js",
                        "territories.territories",
                        TERRITORY,
                        20));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(
                "territories.check", "territories", 30, "triangle-alert", CHECK, "territories.territories", PLAN));
    }

    private static WebElement panel(String key, String target, String script, String subject, int order) {
        return new WebElement(
                WebElement.Slot.PANEL,
                key,
                target,
                "territories-" + script,
                script + ".js",
                "territories.territories",
                subject,
                order);
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return List.of(TerritoriesErrorCode.values());
    }

    @Override
    public List<Grant> grants() {
        Stream<Grant> manager = Stream.of(
                Grant.of(TERRITORY_MANAGER, TERRITORY, TENANT, VIEW, CREATE, EDIT, DELETE, ASSIGN, EXPORT, IMPORT),
                Grant.of(TERRITORY_MANAGER, TERRITORY, TENANT, "activate", "deactivate"),
                Grant.of(TERRITORY_MANAGER, PLAN, TENANT, VIEW, CREATE, EDIT, DELETE),
                Grant.of(TERRITORY_MANAGER, PLAN, TENANT, "activate", "roll-back", "archive", "resume"),
                Grant.of(TERRITORY_MANAGER, ACCESS, TENANT, USE));
        Stream<Grant> readers =
                Stream.of(SALES_MANAGER, SALES_REP, READ_ONLY).map(role -> Grant.of(role, TERRITORY, TENANT, VIEW));
        return Stream.concat(manager, readers).toList();
    }
}
