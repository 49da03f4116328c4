package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.Assignables.Matched;
import org.pipewright.platform.spi.records.BesideChanged;
import org.pipewright.platform.spi.records.RecordsChanged;

/** Puts records where the rules want them. Rules and records are read anew each time, so it can be done again. */
@ApplicationScoped
class Assigning {

    /** Told of each record that was moved (S-PLAT-06). */
    static final String CHANGED = "territories.territory-changed.v1";

    private static final int PAGE = 1000;

    @Inject
    Assignables assignables;

    @Inject
    Assignments assignments;

    @Inject
    Closings closings;

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

    /** Looks at the records of a type that follow one id; which rules cannot be asked is told once, with the first. */
    @Transactional(TxType.REQUIRES_NEW)
    Page page(String recordType, Optional<UUID> after, Look look) {
        assignments.waitForOthers();
        Rulebook book = after.isEmpty() ? rulebooks.checked(recordType) : rulebooks.of(recordType);
        List<Matched> records = assignables.page(recordType, book.criteria(), after, PAGE);
        int moved = place(recordType, book, records, look);
        return new Page(
                records.isEmpty()
                        ? Optional.empty()
                        : Optional.of(records.get(records.size() - 1).id()),
                records.size(),
                moved);
    }

    /** Lets plans of the database fit what was moved. */
    @Transactional(TxType.REQUIRES_NEW)
    void takeStock() {
        assignments.takeStock();
    }

    private static List<Matched> opened(List<Matched> records) {
        return records.stream()
                .map(record -> new Matched(record.id(), true, record.criteria()))
                .toList();
    }

    private int place(String recordType, Rulebook book, List<Matched> records, Look look) {
        List<UUID> ids = records.stream().map(Matched::id).toList();
        Map<UUID, Optional<UUID>> back =
                look.back().map(since -> assignments.settledBefore(ids, since)).orElse(Map.of());
        List<Moves.Move> moves = Moves.of(
                book,
                look.settledToo() ? opened(records) : records,
                new Moves.Standing(assignments.of(ids), pins.of(ids), back));
        Set<UUID> settled = settled(records);
        closings.keep(settled);
        assignments.write(recordType, moves, settled, look.cause());
        closings.forget(withoutClosing(records, back));
        closings.keep(settled);
        told(recordType, moves);
        if (!moves.isEmpty() && rulebooks.followAccounts()) {
            events.publish(
                    RecordsChanged.TYPE,
                    null,
                    RecordsChanged.payload(
                            recordType, moves.stream().map(Moves.Move::record).toList(), List.of()));
        }
        return moves.size();
    }

    private void told(String recordType, List<Moves.Move> moves) {
        if (moves.isEmpty() || !events.isHeard(CHANGED)) {
            return;
        }
        for (Moves.Move move : moves) {
            JsonObjectBuilder told = Json.createObjectBuilder()
                    .add("recordType", recordType)
                    .add("record", move.record().toString());
            move.from().ifPresent(from -> told.add("from", from.toString()));
            move.to().ifPresent(to -> told.add("to", to.toString()));
            events.publish(CHANGED, move.record(), told.build());
        }
    }

    private static Set<UUID> settled(List<Matched> records) {
        return records.stream()
                .filter(record -> !record.open())
                .map(Matched::id)
                .collect(Collectors.toSet());
    }

    /** What is open, and what was closed in no territory and goes back there. */
    private static Set<UUID> withoutClosing(List<Matched> records, Map<UUID, Optional<UUID>> back) {
        return records.stream()
                .filter(record -> record.open() || Optional.empty().equals(back.get(record.id())))
                .map(Matched::id)
                .collect(Collectors.toSet());
    }

    /** Tells whoever counts by territories that a look at all has ended: territories may stand elsewhere in the tree. */
    @Transactional(TxType.REQUIRES_NEW)
    void ended() {
        tell();
    }

    private void tell() {
        events.publish(BesideChanged.TYPE, null, BesideChanged.payload(TerritoryOfRecords.NAME));
    }

    /** Looks at one record at once, which somebody has held or let go. */
    void settle(String recordType, UUID record) {
        assignments.waitForOthers();
        Rulebook book = rulebooks.of(recordType);
        List<Matched> records = assignables.among(recordType, book.criteria(), Set.of(record));
        if (place(recordType, book, records, Look.because("pin")) > 0) {
            tell();
        }
    }

    /** Looks at records that were changed, and at those whose rules lead to them. */
    void follow(RecordsChanged change) {
        assignments.waitForOthers();
        int moved = assignables.types().stream()
                .mapToInt(type -> follow(type.name(), change))
                .sum();
        if (moved > 0) {
            tell();
        }
    }

    private int follow(String recordType, RecordsChanged change) {
        Set<UUID> ids = new HashSet<>(assignables.affected(recordType, rulebooks.asked(recordType), change));
        if (recordType.equals(change.recordType())) {
            ids.addAll(change.ids());
        }
        // most changes lead to records of few types: the rulebooks of all others are not put together for nothing
        int moved = ids.isEmpty() ? 0 : follow(recordType, List.copyOf(ids));
        if (recordType.equals(change.recordType()) && !change.left().isEmpty()) {
            announce(recordType, assignments.of(change.left()));
        }
        return moved;
    }

    private int follow(String recordType, List<UUID> all) {
        Rulebook book = rulebooks.checked(recordType);
        int moved = 0;
        for (int from = 0; from < all.size(); from += PAGE) {
            List<UUID> some = all.subList(from, Math.min(from + PAGE, all.size()));
            List<Matched> records = assignables.among(recordType, book.criteria(), some);
            moved += place(recordType, book, records, Look.because("change"));
        }
        return moved;
    }

    /** Whose they are is decided later, in a transaction of its own: it may fail, and they are where they are. */
    private void announce(String recordType, Map<UUID, UUID> arrived) {
        arrived.forEach((record, territory) ->
                events.publish(HandOutOnArrival.ARRIVED, record, HandOutOnArrival.payload(recordType, territory)));
    }
}
