package org.pipewright.platform.spi.links;

import java.util.List;

/**
 * A page for somebody outside, in words.
 *
 * @param language tag of it
 * @param heading of the page
 * @param notice what has become of it, empty if nothing
 * @param facts about it
 * @param text above the lines
 * @param head titles of the columns of the lines
 * @param lines cells of each line
 * @param sums below the lines
 * @param terms below the sums
 * @param files names of what can be loaded down, see {@link LinkedPages#file}
 * @param asks what can be answered now
 */
public record OutsidePage(
        String language,
        String heading,
        String notice,
        List<Fact> facts,
        String text,
        List<String> head,
        List<List<String>> lines,
        List<Fact> sums,
        String terms,
        List<String> files,
        List<Ask> asks) {

    /** Something that is told. */
    public record Fact(String label, String value) {}

    /**
     * Something that can be answered.
     *
     * @param name of it
     * @param label of the button
     * @param questions to answer with it
     */
    public record Ask(String name, String label, List<Question> questions) {}

    /**
     * A question.
     *
     * @param name of it
     * @param label of it
     * @param kind how it is answered
     * @param required whether it has to be
     */
    public record Question(String name, String label, Kind kind, boolean required) {}

    /** How a question is answered. */
    public enum Kind {
        LINE,
        TEXT,
        /** By a tick; the answer is {@code true}. */
        TICK
    }
}
