/**
 * Whether mails are opened and their links followed: noted only where the tenant wants it and every recipient of the mail
 * agreed (S-MAIL-05).
 */
package org.pipewright.platform.openings;
