package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.timelines.Stories;
import org.pipewright.platform.timelines.TimelineJson;
import org.pipewright.platform.timelines.TimelineSource;

/**
 * Activities that are over, each once, however many records of the story it is linked to (S-ACT-02). Those that stand for
 * mails are left to the mails, where these belong to the story.
 */
@ApplicationScoped
class ActivitiesInTimeline implements TimelineSource {

    @Inject
    LinkedActivities activities;

    @Inject
    CallerBinding callers;

    @Override
    public String kind() {
        return "activity";
    }

    @Override
    public SqlPart rows(Map<DeclaredType, Set<UUID>> story) {
        boolean there = callers.hasFeature(Activity.FEATURE)
                && callers.caller().level(Activity.NAME, Action.VIEW) != Level.NONE;
        return there
                ? new SqlPart()
                        .add(
                                "select t.completed_at, t.id::text, null::text, null::uuid from core.activity t"
                                        + " where not t.open and not exists (select 1 from core.message m"
                                        + " where m.tenant_id = t.tenant_id and m.id = t.message_id and m.about_id = any(?)) and ",
                                Stories.ids(story))
                        .add(activities.condition(Stories.ids(story)))
                : new SqlPart();
    }

    @Override
    public Map<String, JsonObject> contents(Collection<String> keys) {
        Map<String, JsonObject> contents = new HashMap<>();
        activities
                .withIds(keys.stream().map(UUID::fromString).toList())
                .forEach(line -> contents.put(line.id().toString(), TimelineJson.of(line)));
        return contents;
    }
}
