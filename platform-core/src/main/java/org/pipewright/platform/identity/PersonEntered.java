package org.pipewright.platform.identity;

import java.util.Optional;

/**
 * A person has logged in with a browser; fired once the session stands.
 *
 * @param person who
 * @param verifiedAddress e-mail address that the identity provider has just said to be the person's
 */
public record PersonEntered(Person person, Optional<String> verifiedAddress) {}
