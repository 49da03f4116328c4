package org.pipewright.sales.kinds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.TypeReading;

/** Kinds without a database: each is made with as many stages as a test needs. */
public final class Ways extends Kinds {

    private static final DeclaredType KIND = TypeReading.read("sales", Kind.class);
    private static final DeclaredType STAGE = TypeReading.read("sales", Stage.class);

    private final Map<UUID, Kind> byId = new HashMap<>();
    private final Map<UUID, List<Course.Step>> steps = new HashMap<>();
    private final Map<UUID, Stage> stages = new HashMap<>();
    private UUID preferred;

    /** An allowed kind; the statuses are those its stages stand for, in order. */
    public Kind kind(Kind.Type type, UUID... statuses) {
        Kind kind = new Kind("A " + type + " sale", type, 10).asAllowed();
        kind.born(UUID.randomUUID(), Instant.EPOCH, null);
        byId.put(kind.id(), kind);
        steps.put(kind.id(), new ArrayList<>());
        for (int i = 0; i < statuses.length; i++) {
            Stage stage = new Stage("Stage " + (i + 1), statuses[i], (i + 1) * 10, ForecastCategory.PIPELINE, i);
            stage.born(UUID.randomUUID(), Instant.EPOCH, null);
            stages.put(stage.id(), stage);
            steps.get(kind.id()).add(new Course.Step(stage, false, List.of(), Optional.empty()));
        }
        return kind;
    }

    /** New deals are of that kind unless told otherwise. */
    public void prefer(Kind kind) {
        preferred = kind.id();
    }

    /** The stage at the place, counted from one. */
    public Stage stageOf(Kind kind, int place) {
        return steps.get(kind.id()).get(place - 1).stage();
    }

    public void limitToRole(Kind kind, int place, String role) {
        replace(kind, place, new Course.Step(stageOf(kind, place), false, List.of(role), Optional.empty()));
    }

    public void letStart(Kind kind, int place) {
        replace(kind, place, new Course.Step(stageOf(kind, place), true, List.of(), Optional.empty()));
    }

    private void replace(Kind kind, int place, Course.Step step) {
        steps.get(kind.id()).set(place - 1, step);
    }

    public static void set(Kind kind, String field, Object value) {
        KIND.field(field).orElseThrow().setIn(kind, value);
    }

    public static void set(Stage stage, String field, Object value) {
        STAGE.field(field).orElseThrow().setIn(stage, value);
    }

    @Override
    public Optional<Kind> withId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Stage> stage(UUID id) {
        return Optional.ofNullable(stages.get(id));
    }

    @Override
    public Course course(Kind kind) {
        return new Course(kind, List.copyOf(steps.get(kind.id())));
    }

    @Override
    public boolean isOpenTo(UUID team, UUID id) {
        return withId(id).filter(kind -> kind.isAllowed() && kind.isFor(team)).isPresent();
    }

    @Override
    public Optional<Kind> preferredFor(UUID team) {
        return Optional.ofNullable(preferred).map(byId::get);
    }
}
