package org.pipewright.platform.spi.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.texts.Language;

/**
 * Where customers are written to. Provided by the core as a CDI bean; used inside a transaction. What the caller may not
 * see is left out.
 */
public interface CustomerAddresses {

    /** E-mail address of the person, else of the account; the primary one, or else the first. */
    Optional<String> mail(Optional<UUID> contact, Optional<UUID> account);

    /** The language the person is written to in, where it is known. */
    Optional<Language> language(Optional<UUID> contact);

    /** What stands on a letter, line by line: names of account and person, and the account's address. */
    List<String> letter(Optional<UUID> contact, Optional<UUID> account);
}
