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
 * @param pictures for programs of the customer to read, such as codes to pay by
 * @param ways to other pages where something can be done, such as paying
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
        List<Ask> asks,
        List<Picture> pictures,
        List<Way> ways) {

    /**
     * A way to another page.
     *
     * @param label of it
     * @param address of that page, with {@code https}
     */
    public record Way(String label, String address) {}

    /** Something that is told. */
    public record Fact(String label, String value) {}

    /**
     * A picture.
     *
     * @param label what people are told it is for
     * @param source the picture itself, as a {@code data:} address
     * @param says what programs read from it
     */
    public record Picture(String label, String source, String says) {}

    /**
     * Something that can be answered.
     *
     * @param name of it
     * @param label of the button
     * @param questions to answer with it
     * @param open whether the questions are seen at once
     */
    public record Ask(String name, String label, List<Question> questions, boolean open) {

        /** One whose questions are seen by whoever is about to answer. */
        public Ask(String name, String label, List<Question> questions) {
            this(name, label, questions, false);
        }
    }

    /**
     * A question.
     *
     * @param name of it
     * @param label of it
     * @param kind how it is answered
     * @param required whether it has to be
     * @param value answer that is filled in, empty for none
     * @param least of a number, empty for any
     * @param most of a number, empty for any
     */
    public record Question(
            String name, String label, Kind kind, boolean required, String value, String least, String most) {

        /** One that nothing is filled in for. */
        public Question(String name, String label, Kind kind, boolean required) {
            this(name, label, kind, required, "");
        }

        /** One with an answer that may be changed. */
        public Question(String name, String label, Kind kind, boolean required, String value) {
            this(name, label, kind, required, value, "", "");
        }
    }

    /** How a question is answered. */
    public enum Kind {
        LINE,
        TEXT,
        /** By a tick; the answer is {@code true}. */
        TICK,
        /** By a decimal number. */
        NUMBER,
        /** Not at all: what is filled in comes back as it is. */
        HIDDEN
    }
}
