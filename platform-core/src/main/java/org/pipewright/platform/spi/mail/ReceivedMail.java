package org.pipewright.platform.spi.mail;

import java.time.Instant;

/**
 * A mail as it came in, without markup.
 *
 * @param sender address of whoever wrote it
 * @param senderName name beside the address, may be empty
 * @param subject may be empty
 * @param text what is written, may be empty
 * @param sentAt when it was sent, or came in
 */
public record ReceivedMail(String sender, String senderName, String subject, String text, Instant sentAt) {}
