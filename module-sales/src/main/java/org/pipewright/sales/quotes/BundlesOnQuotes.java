package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.documents.Bundles;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;

/** A bundle that comes on a quote is followed by lines for what it consists of (S-PROD-08). */
@ApplicationScoped
class BundlesOnQuotes implements RecordReaction<QuoteLine> {

    @Inject
    Bundles bundles;

    @Inject
    Parts parts;

    @Override
    public void written(List<Written<QuoteLine>> writes) {
        Map<UUID, List<QuoteLine>> consists = new HashMap<>();
        Set<UUID> quotes = new HashSet<>();
        writes.stream()
                .filter(write -> write.change().created() && !write.record().isRenewed())
                .map(Written::record)
                .forEach(line -> {
                    List<QuoteLine> items = items(line);
                    if (!items.isEmpty()) {
                        consists.put(line.id(), items);
                        quotes.add(line.document());
                    }
                });
        quotes.forEach(quote -> follow(parts.of(QuoteLine.class, quote), consists));
    }

    private void follow(List<QuoteLine> lines, Map<UUID, List<QuoteLine>> consists) {
        lines.forEach(line -> parts.add(consists.getOrDefault(line.id(), List.of())));
        place(lines, consists);
    }

    private List<QuoteLine> items(QuoteLine bundle) {
        return bundle.product().map(bundles::of).orElse(List.of()).stream()
                .map(item -> new QuoteLine(bundle, item))
                .toList();
    }

    /** Each bundle before its items, and everything after what it was after. */
    private static void place(List<QuoteLine> lines, Map<UUID, List<QuoteLine>> consists) {
        List<QuoteLine> all = new ArrayList<>();
        for (QuoteLine line : lines) {
            all.add(line);
            all.addAll(consists.getOrDefault(line.id(), List.of()));
        }
        for (int i = 0; i < all.size(); i++) {
            all.get(i).standAt(i + 1);
        }
    }
}
