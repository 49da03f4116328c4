package org.pipewright.platform.spi.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * Takes mails in for records of a module, as a CDI bean (S-LEAD-05, S-LEAD-06). Asked for each mail that no thread
 * claims, inside its transaction, with the tenant bound and the tenant itself acting.
 */
public interface MailIntake {

    /** Record type of the channels that leads come through. Without the {@link #CHANNELS_FEATURE} nobody refers to it. */
    String CHANNELS = "sales.channel";

    /** Feature of channels. */
    String CHANNELS_FEATURE = "sales.lead-sources";

    /** The open record of whoever has the address, if there is one. */
    Optional<Place> openOf(String address);

    /** Makes a record of a mail of somebody nobody knows; empty if the module takes none now. */
    Optional<Place> take(ReceivedMail mail, Handling handling);

    /** Where the story of a record goes on, such as the opportunity a lead has become; empty if it goes on there. */
    Optional<Place> onwards(Place place);

    /**
     * The record a mail is kept with.
     *
     * @param recordType name of its type
     * @param record its id
     * @param owner of the record, or null
     * @param team of the record, or null
     */
    record Place(String recordType, UUID record, UUID owner, UUID team) {}

    /**
     * What a mailbox says about records made of its mails.
     *
     * @param owner of new records, or null
     * @param team of new records, or null
     * @param source channel they come through, see {@link #CHANNELS}, or null
     */
    record Handling(UUID owner, UUID team, UUID source) {}
}
