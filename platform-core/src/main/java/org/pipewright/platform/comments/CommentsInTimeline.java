package org.pipewright.platform.comments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.timelines.TimelineJson;
import org.pipewright.platform.timelines.TimelineSource;

/** Comments among everything else that happened. */
@ApplicationScoped
class CommentsInTimeline implements TimelineSource {

    @Inject
    Comments comments;

    @Override
    public String kind() {
        return "comment";
    }

    @Override
    public SqlPart rows(Map<DeclaredType, Set<UUID>> story) {
        SqlPart rows = new SqlPart()
                .add("select c.created_at, c.id::text, c.record_type, c.record_id from core.comment c"
                        + " where c.deleted_at is null and (false");
        story.forEach((type, ids) -> rows.add(" or (c.record_id = any(?) and c.record_type = ?)", ids, type.name()));
        return rows.add(")");
    }

    @Override
    public Map<String, JsonObject> contents(Collection<String> keys) {
        Map<String, JsonObject> contents = new HashMap<>();
        comments.withIds(keys.stream().map(UUID::fromString).toList())
                .forEach(comment -> contents.put(comment.id().toString(), TimelineJson.of(comment)));
        return contents;
    }
}
