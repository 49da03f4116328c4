package org.pipewright.billing.accounting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.Locale;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** What accounting got of a period; the file is kept with it (S-INV-15). */
@Entity
@Table(schema = "billing", name = "accounting_export")
@RecordType(
        name = AccountingExport.NAME,
        path = "accounting-exports",
        title = "name",
        feature = "billing.invoices",
        columns = {"name", "form", "documents", "again", "note"},
        menu = "billing",
        order = 70,
        icon = "file-text",
        importable = false)
class AccountingExport extends CrmRecord {

    static final String NAME = "billing.accounting-export";

    /** The period. */
    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private ExportForm form;

    @Field(required = true)
    private LocalDate fromDay;

    @Field(required = true)
    private LocalDate toDay;

    /** Whether it has also what accounting got before. */
    @Field
    private boolean again;

    /** How many documents are in it. */
    @Field(readOnly = true)
    private Integer documents;

    @Field(format = Field.Format.MULTILINE, max = 2000)
    private String note;

    @Transient
    private boolean counting;

    protected AccountingExport() {}

    /** Is called by its period. */
    void named() {
        name = fromDay + " – " + toDay;
    }

    boolean isBackwards() {
        return fromDay != null && toDay != null && toDay.isBefore(fromDay);
    }

    void count(int found) {
        counting = true;
        documents = found;
    }

    boolean isCounting() {
        return counting;
    }

    /** Name of its file. */
    String file() {
        return form.name().toLowerCase(Locale.ROOT) + "-" + fromDay + "-" + toDay + ".csv";
    }

    ExportForm form() {
        return form;
    }

    LocalDate fromDay() {
        return fromDay;
    }

    LocalDate toDay() {
        return toDay;
    }

    boolean isAgain() {
        return again;
    }
}
