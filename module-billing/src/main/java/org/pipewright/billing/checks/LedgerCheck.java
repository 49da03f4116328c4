package org.pipewright.billing.checks;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Whether ledger and documents said the same when it was checked: each night, and when somebody asks (S-INV-14). */
@Entity
@Table(schema = "billing", name = "ledger_check")
@RecordType(
        name = LedgerCheck.NAME,
        path = "ledger-checks",
        title = "name",
        feature = "billing.invoices",
        columns = {"name", "differences", "nightly", "createdAt"},
        menu = "billing",
        order = 70,
        icon = "scale",
        importable = false,
        views = @BuiltInView(key = "different", filter = "differences>0"))
class LedgerCheck extends CrmRecord {

    static final String NAME = "billing.ledger-check";

    /** The day. */
    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(readOnly = true)
    private LocalDate checkedOn;

    /** Whether nobody had to ask for it. */
    @Field(readOnly = true)
    private boolean nightly;

    /** How much does not agree. */
    @Field(readOnly = true)
    private Integer differences;

    @Field(format = Field.Format.MULTILINE, max = 2000)
    private String note;

    protected LedgerCheck() {}

    /** The one of that night. */
    static LedgerCheck ofNight() {
        LedgerCheck check = new LedgerCheck();
        check.nightly = true;
        return check;
    }

    void on(LocalDate day) {
        checkedOn = day;
        name = day.toString();
    }

    void found(int many) {
        differences = many;
    }

    int differences() {
        return differences;
    }
}
