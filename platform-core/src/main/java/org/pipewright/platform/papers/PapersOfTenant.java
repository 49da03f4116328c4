package org.pipewright.platform.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.files.RecordFiles;
import org.pipewright.platform.spi.papers.Enclosure;
import org.pipewright.platform.spi.papers.PaperKind;
import org.pipewright.platform.spi.papers.Papers;

/** Draws papers as the bound tenant has them. */
@ApplicationScoped
class PapersOfTenant implements Papers {

    @Inject
    @Any
    Instance<PaperKind> kinds;

    @Inject
    TemplateRows templates;

    @Inject
    Letterhead letterhead;

    @Inject
    RecordFiles files;

    @Override
    public byte[] drawn(
            String kind, Locale language, String title, Map<String, Object> values, List<Enclosure> enclosures) {
        PaperKind found = kind(kind).orElseThrow(() -> new IllegalArgumentException("No paper is called " + kind));
        String template = templates.current(kind).orElseGet(() -> standard(found));
        return letterhead.drawing(language).drawn(template, title, values, enclosures);
    }

    @Override
    public Kept keep(String recordType, UUID record, String name, byte[] content) {
        return files.seal(recordType, record, name, content);
    }

    @Override
    public List<byte[]> enclosures(byte[] pdf) {
        return Enclosed.in(pdf);
    }

    @Override
    public byte[] content(UUID kept) {
        return files.content(kept);
    }

    /** The template of the product for a kind. */
    static String standard(PaperKind kind) {
        return kind.template().isEmpty() ? Drawing.DOCUMENT : kind.template();
    }

    /** How a template would look, filled with the example of its kind. */
    byte[] example(PaperKind kind, String template, Locale language) {
        Map<String, Object> values = kind.example(language);
        String title = String.valueOf(values.getOrDefault("title", kind.key()));
        return letterhead.drawing(language).drawn(template, title, values, List.of());
    }

    Optional<PaperKind> kind(String key) {
        return all().stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    List<PaperKind> all() {
        return kinds.stream().sorted(Comparator.comparing(PaperKind::key)).toList();
    }
}
