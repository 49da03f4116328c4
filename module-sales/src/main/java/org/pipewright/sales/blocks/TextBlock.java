package org.pipewright.sales.blocks;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A text for quotes in one language; a new quote takes the standard ones in its contact's language (S-QUO-14). */
@Entity
@Table(schema = "sales", name = "text_block")
@RecordType(
        name = TextBlock.NAME,
        path = "text-blocks",
        title = "name",
        feature = "sales.quotes",
        columns = {"name", "kind", "language", "standard", "position", "active"},
        sort = "position",
        menu = "settings",
        order = 245,
        icon = "file-text",
        importable = false)
class TextBlock extends CatalogueEntry {

    static final String NAME = "sales.text-block";

    /** Where it stands. */
    public enum Kind {
        /** Above the lines. */
        INTRODUCTION,
        /** Below the lines. */
        TERMS,
        /** Behind the terms; {@code {until}} in it is the last day on which the quote can be accepted. */
        VALIDITY
    }

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Field(required = true, format = Field.Format.LANGUAGE)
    private String language;

    /** Whether new quotes take it by themselves. */
    @Field
    private boolean standard;

    @Field(required = true, format = Field.Format.MULTILINE, max = 4000)
    private String text;

    protected TextBlock() {}

    String text() {
        return text;
    }
}
