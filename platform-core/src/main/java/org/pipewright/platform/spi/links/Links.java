package org.pipewright.platform.spi.links;

import java.util.UUID;

/** Makes links for people outside. Provided by the core as a CDI bean; used inside a transaction of the tenant. */
public interface Links {

    /**
     * A new link to the record, of which only a digest is kept; nobody can guess it (S-QUO-07). Earlier links to the
     * record still lead to it. Returns its whole address.
     *
     * @param kind of page, see {@link LinkedPages#kind}
     */
    default String make(String kind, UUID record) {
        return open(kind, record).address();
    }

    /** The same, with the id by which pages know through which link somebody came ({@link Visitor#link}). */
    Link open(String kind, UUID record);

    /** A link and its whole address. */
    record Link(UUID id, String address) {}

    /** Takes all links to the record back; they are unknown from then on. */
    void revoke(String kind, UUID record);
}
