package org.pipewright.sales.kinds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.texts.Wording;

/** The stages every tenant starts with, and its one standard and one custom kind that go through them (S-TEN-05). */
@ApplicationScoped
public class KindDefaults {

    private static final List<String> STAGES = List.of("new", "identify", "analyse", "propose", "negotiate");
    private static final List<Integer> PROBABILITIES = List.of(0, 10, 20, 50, 80);

    @Inject
    Records records;

    @Inject
    Wording wording;

    /** Makes them; the statuses are the open ones of the default list in their order. */
    public void setUp(Locale language, List<UUID> statuses) {
        List<Stage> stages = new java.util.ArrayList<>();
        for (int i = 0; i < STAGES.size(); i++) {
            stages.add(records.create(stage(language, i, statuses.get(i))));
        }
        kind(language, "custom", Kind.Type.CUSTOM, stages, 10, true);
        kind(language, "standard", Kind.Type.STANDARD, stages, 20, false);
    }

    private Stage stage(Locale language, int index, UUID status) {
        String key = STAGES.get(index);
        Stage stage = new Stage(
                wording.text(language, "sales.default.stage." + key),
                status,
                PROBABILITIES.get(index),
                ForecastCategory.PIPELINE,
                (index + 1) * 10);
        return key.equals("propose") ? stage.withAmount() : stage;
    }

    private void kind(
            Locale language, String key, Kind.Type type, List<Stage> stages, int position, boolean preferred) {
        Kind kind = records.create(new Kind(wording.text(language, "sales.default.kind." + key), type, position));
        for (int i = 0; i < stages.size(); i++) {
            records.create(new KindStage(kind.id(), stages.get(i).id(), (i + 1) * 10));
        }
        records.change(kind, made -> {
            made.asAllowed();
            if (preferred) {
                made.asPreferred();
            }
        });
    }
}
