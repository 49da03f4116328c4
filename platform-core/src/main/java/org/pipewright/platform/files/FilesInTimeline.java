package org.pipewright.platform.files;

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

/** Files among everything else that happened, each where its latest version came. */
@ApplicationScoped
class FilesInTimeline implements TimelineSource {

    @Inject
    FileRows rows;

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public SqlPart rows(Map<DeclaredType, Set<UUID>> story) {
        return new SqlPart()
                .add("select v.created_at, f.id::text, f.record_type, f.record_id from core.file f"
                        + " join core.file_version v on v.tenant_id = f.tenant_id and v.file_id = f.id"
                        + " and v.n = f.latest where ")
                .add(FileRows.condition(story));
    }

    @Override
    public Map<String, JsonObject> contents(Collection<String> keys) {
        Map<String, JsonObject> contents = new HashMap<>();
        rows.withIds(keys.stream().map(UUID::fromString).toList())
                .forEach(placed -> contents.put(placed.file().id().toString(), TimelineJson.of(placed.file())));
        return contents;
    }
}
