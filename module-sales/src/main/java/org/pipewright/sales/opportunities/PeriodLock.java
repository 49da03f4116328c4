package org.pipewright.sales.opportunities;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Says through which day what was won and lost stands as it was reported (S-CLOSE-14). The latest one counts. */
@Entity
@Table(schema = "sales", name = "period_lock")
@RecordType(
        name = PeriodLock.NAME,
        path = "period-locks",
        title = "name",
        feature = Opportunity.FEATURE,
        columns = {"through", "note", "createdBy", "createdAt"},
        sort = "-through",
        menu = "settings",
        order = 270,
        icon = "lock",
        importable = false)
class PeriodLock extends CrmRecord {

    static final String NAME = "sales.period-lock";

    @Field(readOnly = true)
    private String name;

    @Field(required = true)
    private LocalDate through;

    @Field
    private String note;

    protected PeriodLock() {}

    /** Is called by its day. */
    void nameByDay() {
        name = "≤ " + through;
    }
}
