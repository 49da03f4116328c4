package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Origin;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.Owners;

/** Owners for module code. */
@ApplicationScoped
class OwnersFromCode implements Owners {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    CallerBinding binding;

    @Inject
    AsTenant tenant;

    @Inject
    Sql sql;

    @Override
    public boolean isLeft(String recordType, UUID record) {
        DeclaredType type = types.named(recordType).orElseThrow();
        return type.owned()
                && writing.find(type, record).isPresent()
                && isOpen(type, record, new SqlPart().add("(t.owner_id is null or t.owner_id = t.created_by)"));
    }

    private boolean isOpen(DeclaredType type, UUID record, SqlPart whose) {
        Query query = tenant.query(type);
        SqlPart open = RecordReading.matching(query, type.declaration().open());
        SqlPart statement = new SqlPart()
                .add("select 1")
                .add(query.from())
                .add(" where t.deleted_at is null and t.id = ? and ", record)
                .add(whose)
                .add(" and ")
                .add(open);
        return !sql.list(statement.text(), row -> true, statement.parameters()).isEmpty();
    }

    @Override
    public boolean give(String recordType, UUID record, UUID member, String deed) {
        DeclaredType type = types.named(recordType).orElseThrow();
        return binding.during(tenant.caller(), Origin.JOB, () -> hasGiven(type, record, member, deed));
    }

    @Override
    public boolean handOn(String recordType, UUID record, UUID from, UUID to, String deed) {
        DeclaredType type = types.named(recordType).orElseThrow();
        return type.owned()
                && writing.find(type, record).isPresent()
                && isOpen(type, record, new SqlPart().add("t.owner_id = ?", from))
                && hasGiven(type, record, to, deed);
    }

    private boolean hasGiven(DeclaredType type, UUID id, UUID member, String deed) {
        return writing.find(type, id)
                .filter(record -> record.deletedAt().isEmpty())
                .map(record -> hasGiven(type, record, member, deed))
                .orElse(false);
    }

    private boolean hasGiven(DeclaredType type, CrmRecord record, UUID member, String deed) {
        Write write = new Write(
                        type, record, false, binding.origin(), record.missing().isPresent())
                .trusted();
        ((OwnedRecord) record).assignTo(member, reading.teamOf(member).orElse(null));
        if (isAllowed(write)) {
            writing.store(write, deed);
            return true;
        }
        types.entityManager(type).detach(record);
        return false;
    }

    /** Only what the rules of the type say counts as a no; what fails later is no decision. */
    private boolean isAllowed(Write write) {
        try {
            writing.settle(write);
            return true;
        } catch (Refusal e) {
            return false;
        }
    }
}
