package org.pipewright.platform.imports;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.ManyRecords;
import org.pipewright.platform.records.ManyRecords.Wanted;
import org.pipewright.platform.records.ManyRecords.Written;
import org.pipewright.platform.spi.errors.FieldError;

/** Second pass: sets references to rows that came later in the file. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Linking {

    @Inject
    ImportRows rows;

    @Inject
    References references;

    @Inject
    ManyRecords records;

    /** Links the next records; answers the last row looked at, if there was one. */
    Optional<Integer> next(ImportSession session, int after, int most) {
        UUID id = session.imported().id();
        List<ImportRows.Deferred> waiting = rows.deferred(id, after, most);
        List<Wanted> wanted = waiting.stream().map(row -> wanted(session, row)).toList();
        List<Written> written =
                records.write(session.type(), wanted, session.mapping().historical());
        for (int i = 0; i < waiting.size(); i++) {
            tell(id, waiting.get(i), written.get(i));
        }
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.get(waiting.size() - 1).n());
    }

    private Wanted wanted(ImportSession session, ImportRows.Deferred row) {
        JsonObjectBuilder members = JSON.createObjectBuilder();
        List<FieldError> errors = new ArrayList<>();
        row.references()
                .forEach((field, name) -> references
                        .find(
                                session.type().field(field).orElseThrow(),
                                row.references().getString(field))
                        .ifPresentOrElse(
                                found -> members.add(field, found.toString()),
                                () -> errors.add(InvalidFields.error(field, "not-found"))));
        return new Wanted(row.recordId(), members.build(), errors, Optional.empty());
    }

    private void tell(UUID id, ImportRows.Deferred row, Written written) {
        if (written.refusal().isEmpty()) {
            rows.linked(id, row.n(), written.version());
        } else {
            List<FieldError> errors = written.refusal().get().errors();
            rows.unlinked(id, row.n(), RowOutcome.json(errors).toString());
        }
    }
}
