package org.pipewright.platform.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.papers.PaperTemplate.Author;
import org.pipewright.platform.papers.PaperTemplate.Version;

/** The templates of the bound tenant, with all their former versions. */
@ApplicationScoped
class TemplateRows {

    private static final String VERSIONS = "select p.n, p.template, p.author_id, m.name, p.created_at"
            + " from core.paper_template p"
            + " left join core.member m on m.tenant_id = p.tenant_id and m.id = p.author_id"
            + " where p.kind = ? order by p.n desc";

    @Inject
    Sql sql;

    @Inject
    CallerBinding binding;

    /** The template the tenant wants, if it wants one of its own. */
    Optional<String> current(String kind) {
        return latest(kind).map(Version::template);
    }

    /** The latest version, also where that went back to the template of the product. */
    Optional<Version> latest(String kind) {
        return versions(kind).stream().findFirst();
    }

    /** All versions, the latest first; one without a template went back to that of the product. */
    List<Version> versions(String kind) {
        return sql.list(
                VERSIONS,
                row -> new Version(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3) == null ? null : new Author(row.getObject(3, UUID.class), row.getString(4)),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                kind);
    }

    /** Adds a version; two at once get numbers one after the other. */
    void add(String kind, Optional<String> template) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> kind, binding.tenantId() + kind);
        sql.update(
                "insert into core.paper_template (kind, n, template, author_id)"
                        + " select ?::text, coalesce(max(n), 0) + 1, ?::text, ?::uuid from core.paper_template where kind = ?",
                kind,
                template.<Object>map(text -> text).orElse(Sql.NULL),
                Optional.<Object>ofNullable(binding.memberId()).orElse(Sql.NULL),
                kind);
    }
}
