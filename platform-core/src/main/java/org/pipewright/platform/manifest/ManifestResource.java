package org.pipewright.platform.manifest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.currencies.Currencies;
import org.pipewright.platform.layouts.LayoutsInForce;
import org.pipewright.platform.manifest.Manifest.Element;
import org.pipewright.platform.manifest.Manifest.Entry;
import org.pipewright.platform.manifest.Manifest.Layout;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.records.NarrowedChoices;
import org.pipewright.platform.records.ReportReading;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.OwnField;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.roles.RoleTitles;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.MenuEntry;
import org.pipewright.platform.spi.modules.WebElement;
import org.pipewright.platform.texts.AskedLanguage;
import org.pipewright.platform.texts.Texts;
import org.pipewright.platform.texts.TextsOfTenants;

/** Serves the manifest. */
@Path("tenants/{tenant}/manifest")
@Admits(Who.MEMBER)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ManifestResource {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    CallerBinding callers;

    @Inject
    Modules modules;

    @Inject
    RecordTypes types;

    @Inject
    Texts texts;

    @Inject
    ReportReading reports;

    @Inject
    NarrowedChoices choices;

    @Inject
    Currencies currencies;

    @Inject
    TextsOfTenants ofTenants;

    @Inject
    LayoutsInForce layouts;

    @Inject
    RoleTitles roles;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    /** What the shell shows the caller. The shell asks every few seconds, so an unchanged one is not sent again. */
    @GET
    public Response manifest() {
        String content = JSON.toJson(described(callers.caller()));
        EntityTag tag = new EntityTag(digest(content));
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(content) : unchanged)
                .tag(tag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static String digest(String content) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Manifest described(Caller caller) {
        return new Manifest(
                tenant(caller.tenant()),
                me(caller),
                features(caller),
                menu(caller),
                visibleTypes(caller)
                        .map(type -> new TypeDescription(
                                        types,
                                        caller,
                                        type,
                                        described(caller, type),
                                        this::roleChoices,
                                        choices.fields(type))
                                .describe(types.verbs(type).stream(), reports(type)))
                        .toList(),
                elements(caller, WebElement.Slot.PANEL),
                elements(caller, WebElement.Slot.WIDGET),
                elements(caller, WebElement.Slot.PAGE),
                ownNames(caller));
    }

    private Manifest.Tenant tenant(Caller.TenantFacts facts) {
        return new Manifest.Tenant(
                facts.id().toString(),
                facts.slug(),
                facts.name(),
                facts.status(),
                facts.currency(),
                currencies.offered().stream()
                        .map(currency -> new Manifest.Currency(currency.code(), currency.preferred()))
                        .toList(),
                facts.timeZone().getId(),
                facts.language().toLanguageTag(),
                facts.firstWeekday().getValue());
    }

    private Manifest.Me me(Caller caller) {
        List<String> capabilities = modules.capabilities().stream()
                .map(Capability::key)
                .filter(key -> caller.level(key, Action.USE) != Level.NONE)
                .toList();
        List<String> teams =
                caller.teams().stream().map(UUID::toString).sorted().toList();
        return new Manifest.Me(caller.memberId().toString(), caller.name(), caller.roles(), capabilities, teams);
    }

    private Map<String, Boolean> features(Caller caller) {
        Map<String, Boolean> features = new TreeMap<>();
        modules.all().stream()
                .flatMap(module -> module.features().stream())
                .forEach(feature -> features.put(feature.key(), caller.has(feature.key())));
        return features;
    }

    private Stream<DeclaredType> visibleTypes(Caller caller) {
        return types.all().stream()
                .filter(type -> caller.has(type.feature()))
                .filter(type -> caller.level(type.name(), Action.VIEW) != Level.NONE);
    }

    private List<Manifest.Report> reports(DeclaredType type) {
        return reports.reports(type).stream()
                .map(report -> TypeDescription.described(type, report, reports.ways(type, report)))
                .toList();
    }

    /** Roles as fields name them: those of the product by key, others by name. */
    private List<Manifest.Choice> roleChoices() {
        return roles.named().entrySet().stream()
                .map(role -> new Manifest.Choice(role.getKey(), role.getValue()))
                .toList();
    }

    private List<Layout> described(Caller caller, DeclaredType type) {
        LayoutDescription description = new LayoutDescription(caller, type, AskedLanguage.of(headers));
        return layouts.of(caller, type.name()).stream()
                .flatMap(layout -> description.describe(layout).stream())
                .toList();
    }

    /** What the tenant calls records of types it may name (S-OPP-07), and the fields it added. */
    private Map<String, String> ownNames(Caller caller) {
        Map<String, String> names = new TreeMap<>(texts.ofTenant(AskedLanguage.of(headers)));
        if (caller.has(OwnField.FEATURE)) {
            names.putAll(labels(caller));
        }
        return names;
    }

    /** What the tenant calls the fields it added, of those the caller sees; braces mean something to the shell. */
    private Map<String, String> labels(Caller caller) {
        Locale language = AskedLanguage.of(headers);
        Map<String, String> labels = new TreeMap<>();
        visibleTypes(caller)
                .forEach(type -> type.own().stream()
                        .filter(field -> Query.isVisible(caller, type, field))
                        .flatMap(field -> keys(type.name() + "." + field.name(), field))
                        .forEach(key ->
                                ofTenants.text(language, key).ifPresent(text -> labels.put(key, Texts.escaped(text)))));
        return labels;
    }

    private static Stream<String> keys(String label, DeclaredField field) {
        return Stream.concat(
                Stream.of(label, label + ".help"), field.choices().stream().map(choice -> label + "." + choice));
    }

    private List<Entry> menu(Caller caller) {
        Stream<Entry> lists = visibleTypes(caller)
                .filter(type -> !type.declaration().menu().isEmpty())
                .map(ManifestResource::entry);
        Stream<Entry> pages = modules.all().stream()
                .flatMap(module -> module.menu().stream())
                .filter(entry -> isVisible(caller, entry.feature(), entry.subject()))
                .map(ManifestResource::entry);
        return Stream.of(lists, pages, analysis(caller))
                .flatMap(entries -> entries)
                .sorted(Comparator.comparing(Entry::group)
                        .thenComparing(Entry::order)
                        .thenComparing(Entry::key))
                .toList();
    }

    private Stream<Entry> analysis(Caller caller) {
        return visibleTypes(caller).anyMatch(type -> !reports.reports(type).isEmpty())
                ? Stream.of(new Entry("core.reports", "analysis", "core.reports", "reports", "chart-bar", 10))
                : Stream.empty();
    }

    private static Entry entry(DeclaredType type) {
        return new Entry(
                type.name(),
                type.declaration().menu(),
                type.name() + ".many",
                type.path(),
                type.declaration().icon(),
                type.declaration().order());
    }

    private static Entry entry(MenuEntry entry) {
        return new Entry(entry.key(), entry.group(), entry.key(), entry.path(), entry.icon(), entry.order());
    }

    private boolean isVisible(Caller caller, String feature, String subject) {
        return caller.has(feature) && (subject.isEmpty() || mayUse(caller, subject));
    }

    /** Parts are viewed by whoever may view what they belong to. */
    private boolean mayUse(Caller caller, String subject) {
        Optional<DeclaredType> type = types.named(subject);
        String asked = type.flatMap(DeclaredType::host).map(DeclaredType::name).orElse(subject);
        return caller.level(asked, type.isPresent() ? Action.VIEW : Action.USE) != Level.NONE;
    }

    private List<Element> elements(Caller caller, WebElement.Slot slot) {
        return modules.all().stream()
                .flatMap(module -> module.webElements().stream()
                        .filter(element -> element.slot() == slot)
                        .filter(element -> isVisible(caller, element.feature(), element.subject()))
                        .flatMap(element -> targets(caller, element).map(target -> element(module, element, target))))
                .sorted(Comparator.comparing(Element::order)
                        .thenComparing(Element::key)
                        .thenComparing(Element::target))
                .toList();
    }

    private Stream<String> targets(Caller caller, WebElement element) {
        return element.slot() == WebElement.Slot.PANEL && element.target().equals(WebElement.ASSIGNABLE)
                ? visibleTypes(caller).filter(DeclaredType::isAssignable).map(DeclaredType::name)
                : Stream.of(element.target());
    }

    private static Element element(CrmModule module, WebElement element, String target) {
        return new Element(
                element.key(),
                element.key(),
                target,
                element.tag(),
                "/ui/modules/" + module.id() + "/" + element.script(),
                element.subject(),
                element.order());
    }
}
