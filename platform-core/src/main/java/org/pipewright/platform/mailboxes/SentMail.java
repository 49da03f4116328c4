package org.pipewright.platform.mailboxes;

import java.util.List;
import java.util.UUID;

/**
 * A mail that goes out once this answer has been given.
 *
 * @param id of the message; whoever may see messages finds it there
 * @param from address
 * @param to addresses, with those who get a copy
 * @param subject of the mail
 * @param delivery what became of it so far
 */
public record SentMail(UUID id, String from, List<String> to, String subject, String delivery) {}
