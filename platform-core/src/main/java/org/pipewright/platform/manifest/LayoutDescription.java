package org.pipewright.platform.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.layouts.LayoutSection;
import org.pipewright.platform.layouts.LayoutView;
import org.pipewright.platform.manifest.Manifest.Layout;
import org.pipewright.platform.manifest.Manifest.Section;
import org.pipewright.platform.recordtypes.Condition;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.texts.Languages;

/** Describes layouts of a record type to one caller: what the caller does not see, or is there no more, stands nowhere. */
record LayoutDescription(Caller caller, DeclaredType type, Locale language) {

    /** The layout; nothing when nothing of it is left, or when the caller cannot tell the kind of a record. */
    Optional<Layout> describe(LayoutView layout) {
        return Optional.of(layout)
                .filter(each -> each.kind() == null || isVisible(each.kind().field()))
                .map(each -> new Layout(when(each), sections(each), visible(each.columns())))
                .filter(each -> !each.sections().isEmpty() || !each.columns().isEmpty());
    }

    private static Condition when(LayoutView layout) {
        return layout.kind() == null
                ? null
                : new Condition(layout.kind().field(), List.of(layout.kind().value()));
    }

    private List<Section> sections(LayoutView layout) {
        return layout.sections().stream()
                .map(section -> new Section(section.group(), label(section), visible(section.fields())))
                .filter(section -> !section.fields().isEmpty())
                .toList();
    }

    private String label(LayoutSection section) {
        Map<String, String> labels = section.labels();
        return labels.isEmpty() ? null : Languages.chosen(language, labels);
    }

    private List<String> visible(List<String> names) {
        return names.stream().filter(this::isVisible).toList();
    }

    private boolean isVisible(String name) {
        return type.listed(name)
                .filter(field -> Query.isVisible(caller, type, field))
                .isPresent();
    }
}
