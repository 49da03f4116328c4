package org.pipewright.sales.forecasts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.records.RecordReaction.Written;
import org.pipewright.sales.opportunities.Opportunity;

/**
 * Where deals counted or count now: their days, people, teams and kinds.
 *
 * @param first of their days
 * @param last of their days
 * @param owners whose they are or were
 * @param teams whose they are or were
 * @param kinds which they are or were of
 */
record Counting(LocalDate first, LocalDate last, Set<UUID> owners, Set<UUID> teams, Set<UUID> kinds) {

    private static final String EXPECTED = "expectedClose";
    private static final String ACTUAL = "actualClose";
    private static final String OWNER = "owner";
    private static final String TEAM = "team";
    private static final String KIND = "kind";
    private static final Set<String> COUNTED =
            Set.of(OWNER, TEAM, KIND, "amount", "probability", "outcome", "closeRevenue", EXPECTED, ACTUAL);

    /** Of those writes that change what is counted; nothing if there are none, or none has a day. */
    static Optional<Counting> of(List<Written<Opportunity>> writes) {
        List<Written<Opportunity>> counted = writes.stream()
                .filter(write -> COUNTED.stream().anyMatch(write.change()::touches))
                .toList();
        return of(
                counted.stream().map(Written::record).toList(),
                counted.stream()
                        .flatMap(write -> before(write, EXPECTED, ACTUAL).map(LocalDate.class::cast)),
                ids(counted, OWNER),
                ids(counted, TEAM),
                ids(counted, KIND));
    }

    /** Of a deal as it is. */
    static Optional<Counting> of(Opportunity deal) {
        return of(List.of(deal), Stream.of(), Stream.of(), Stream.of(), Stream.of());
    }

    private static Optional<Counting> of(
            List<Opportunity> deals,
            Stream<LocalDate> days,
            Stream<UUID> owners,
            Stream<UUID> teams,
            Stream<UUID> kinds) {
        List<LocalDate> all = Stream.concat(
                        days,
                        deals.stream()
                                .flatMap(deal -> Stream.of(deal.expectedClose(), deal.actualClose())
                                        .flatMap(Optional::stream)))
                .sorted(Comparator.naturalOrder())
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Counting(
                        all.get(0),
                        all.get(all.size() - 1),
                        joined(owners, deals.stream().map(deal -> Optional.ofNullable(deal.owner()))),
                        joined(teams, deals.stream().map(deal -> Optional.ofNullable(deal.team()))),
                        joined(kinds, deals.stream().map(Opportunity::kind))));
    }

    private static Stream<Object> before(Written<Opportunity> write, String... fields) {
        return Stream.of(fields).flatMap(field -> write.change().before(field).stream());
    }

    private static Stream<UUID> ids(List<Written<Opportunity>> writes, String field) {
        return writes.stream().flatMap(write -> before(write, field)).map(UUID.class::cast);
    }

    private static Set<UUID> joined(Stream<UUID> before, Stream<Optional<UUID>> now) {
        Set<UUID> all = new HashSet<>(before.toList());
        now.flatMap(Optional::stream).forEach(all::add);
        return all;
    }
}
