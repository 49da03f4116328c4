package org.pipewright.platform.spi.records;

/**
 * A verb whose form opens filled in. What it proposes is served as {@code GET …/{id}/<name>}; nothing is taken over
 * unless it is sent with the verb.
 *
 * @param <R> the record type
 * @param <I> a Java record with the input
 */
public interface ProposingVerb<R extends CrmRecord, I extends java.lang.Record> extends Verb<R, I> {

    /** What a person would most likely enter for the record; components without a proposal are {@code null}. */
    I proposed(R record);
}
