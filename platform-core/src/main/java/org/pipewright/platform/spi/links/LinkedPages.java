package org.pipewright.platform.spi.links;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What people outside see under links of one kind, as a CDI bean of a module. The core serves it as a page that needs no
 * script and over REST, counts calls, and binds the tenant, which itself acts. Refusals are told on the page: 410 for a
 * link whose record is out of date. Called inside a transaction.
 */
public interface LinkedPages {

    /** Dotted kind, module first, such as {@code sales.quote}. */
    String kind();

    /** Feature that must be in force for the tenant; the links lead nowhere without. */
    String feature();

    /** What is seen; {@code visitor} is looking at it now. */
    OutsidePage page(UUID record, Visitor visitor);

    /** A PDF that the page names, as it was kept; empty if it names no such. */
    default Optional<byte[]> file(UUID record, String name) {
        return Optional.empty();
    }

    /**
     * Takes an answer to one of the things the page asks.
     *
     * @param ask name of what was asked
     * @param answers by name of the question, only those the page asked, all required ones filled
     */
    void take(UUID record, String ask, Map<String, String> answers, Visitor visitor);
}
