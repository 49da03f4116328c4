package org.pipewright.sales.quotes;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.texts.Language;

/** What quotes of a kind usually offer and say; new ones are made of it (S-QUO-19). */
@Entity
@Table(schema = "sales", name = "quote_template")
@RecordType(
        name = QuoteTemplate.NAME,
        path = "quote-templates",
        title = "name",
        feature = Quote.FEATURE,
        columns = {"name", "language", "currency", "daysValid", "active"},
        sort = "name",
        menu = "sales",
        order = 42,
        icon = "copy")
class QuoteTemplate extends CrmRecord {

    static final String NAME = "sales.quote-template";
    static final String OFFERED = "active==true";

    @Field(required = true, searchable = true)
    private String name;

    @Field
    private boolean active = true;

    /** Of the texts; quotes made of it are in it unless told otherwise. */
    @Field(format = Field.Format.LANGUAGE)
    private String language;

    /** Of the prices; that of the organisation if empty. */
    @Field(format = Field.Format.CURRENCY)
    private String currency;

    /** For how long quotes can be accepted. */
    @Field(from = 0, to = 3650)
    private Integer daysValid;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String introduction;

    @Field(format = Field.Format.MULTILINE, max = 10_000)
    private String conditions;

    protected QuoteTemplate() {}

    Optional<Language> language() {
        return Optional.ofNullable(language).map(Language::of);
    }

    Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    Optional<Integer> daysValid() {
        return Optional.ofNullable(daysValid);
    }

    Optional<String> introduction() {
        return Optional.ofNullable(introduction);
    }

    Optional<String> conditions() {
        return Optional.ofNullable(conditions);
    }
}
