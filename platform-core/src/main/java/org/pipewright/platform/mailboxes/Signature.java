package org.pipewright.platform.mailboxes;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a member puts under mails.
 *
 * @param text its lines; empty for none
 */
public record Signature(@NotNull @Size(max = 2000) String text) {}
