package org.pipewright.billing.dunning;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A step of reminding, reached so many days after an invoice was due (S-INV-08). */
@Entity
@Table(schema = "billing", name = "dunning_level")
@RecordType(
        name = "billing.dunning-level",
        path = "dunning-levels",
        title = "name",
        feature = "billing.invoices",
        columns = {"name", "days", "fee"},
        sort = "days",
        menu = "billing",
        order = 95,
        icon = "bell")
class DunningLevel extends CrmRecord {

    @Field(required = true, max = 100, searchable = true)
    private String name;

    /** After what is open was due. */
    @Field(required = true, from = 0, to = 3650)
    private Integer days;

    /** What is asked for the trouble, beside what the invoice came to. */
    @Field
    @Embedded
    private Money fee;

    /** Of the letter, with the places {number}, {customer}, {open}, {due} and {fee}. */
    @Field(required = true, format = Field.Format.MULTILINE, max = 4000)
    private String text;

    protected DunningLevel() {}

    DunningLevel(String name, int days, String text) {
        this.name = name;
        this.days = days;
        this.text = text;
    }

    String name() {
        return name;
    }

    int days() {
        return days;
    }

    Optional<Money> fee() {
        return Optional.ofNullable(fee);
    }

    String text() {
        return text;
    }
}
