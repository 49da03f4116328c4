package org.pipewright.platform.templates;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A text of the tenant for mails. Field names in double braces, as in {@code {{contact.name}}}, stand for values. */
@Entity
@Table(schema = "core", name = "text_template")
@RecordType(
        name = TextTemplate.NAME,
        path = "text-templates",
        title = "name",
        feature = "core.mailboxes",
        columns = {"name", "subject", "active", "position"},
        sort = "position",
        menu = "settings",
        order = 125,
        icon = "list",
        importable = false)
public class TextTemplate extends CatalogueEntry {

    public static final String NAME = "core.text-template";

    @Field
    private String subject;

    @Field(required = true, format = Field.Format.MULTILINE, max = 20_000)
    private String text;

    protected TextTemplate() {}

    /** What stands above it. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    public String text() {
        return text;
    }
}
