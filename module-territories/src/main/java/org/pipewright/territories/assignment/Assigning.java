package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.Assignables.Matched;
import org.pipewright.platform.spi.records.RecordsChanged;

/** Puts records where the rules want them. Rules and records are read anew each time, so it can be done again. */
@ApplicationScoped
class Assigning {

    private static final int PAGE = 1000;

    @Inject
    Assignables assignables;

    @Inject
    Assignments assignments;

    @Inject
    Pins pins;

    @Inject
    Rulebooks rulebooks;

    @Inject
    Events events;

    /** Types of which records have to be looked at: rules want them somewhere, or they still are somewhere. */
    @Transactional(TxType.REQUIRES_NEW)
    List<String> concerned() {
        return assignables.types().stream()
                .map(Assignables.Type::name)
                .filter(type -> !rulebooks.of(type).isEmpty() || assignments.anyOf(type))
                .toList();
    }

    @Transactional(TxType.REQUIRES_NEW)
    long count(String recordType) {
        return assignables.count(recordType);
    }

    /**
     * What became of a page of records.
     *
     * @param last id of the last record, none if there was none
     * @param records how many there were
     * @param moved how many were moved
     */
    record Page(Optional<UUID> last, int records, int moved) {}

    /** Looks at the records of a type that follow one id. */
    @Transactional(TxType.REQUIRES_NEW)
    Page page(String recordType, Optional<UUID> after) {
        assignments.waitForOthers();
        Rulebook book = rulebooks.checked(recordType);
        List<Matched> records = assignables.page(recordType, book.criteria(), after, PAGE);
        int moved = place(recordType, book, records, "run");
        return new Page(
                records.isEmpty()
                        ? Optional.empty()
                        : Optional.of(records.get(records.size() - 1).id()),
                records.size(),
                moved);
    }

    private int place(String recordType, Rulebook book, List<Matched> records, String cause) {
        List<UUID> ids = records.stream().map(Matched::id).toList();
        List<Moves.Move> moves = Moves.of(book, records, assignments.of(ids), pins.of(ids));
        assignments.write(recordType, moves, cause);
        return moves.size();
    }

    /** Looks at one record at once, which somebody has held or let go. */
    void settle(String recordType, UUID record) {
        assignments.waitForOthers();
        Rulebook book = rulebooks.of(recordType);
        place(recordType, book, assignables.among(recordType, book.criteria(), Set.of(record)), "pin");
    }

    /** Looks at records that were changed, and at those whose rules lead to them. */
    void follow(RecordsChanged change) {
        assignments.waitForOthers();
        assignables.types().forEach(type -> follow(type.name(), change));
    }

    private void follow(String recordType, RecordsChanged change) {
        Rulebook book = rulebooks.checked(recordType);
        Set<UUID> ids = new HashSet<>(assignables.affected(recordType, book.criteria(), change));
        if (recordType.equals(change.recordType())) {
            ids.addAll(change.ids());
        }
        List<UUID> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<UUID> some = all.subList(from, Math.min(from + PAGE, all.size()));
            place(recordType, book, assignables.among(recordType, book.criteria(), some), "change");
        }
        if (recordType.equals(change.recordType()) && !change.left().isEmpty()) {
            announce(recordType, assignments.of(change.left()));
        }
    }

    /** Whose they are is decided later, in a transaction of its own: it may fail, and they are where they are. */
    private void announce(String recordType, Map<UUID, UUID> arrived) {
        arrived.forEach((record, territory) ->
                events.publish(HandOutOnArrival.ARRIVED, record, HandOutOnArrival.payload(recordType, territory)));
    }
}
