/** Mailboxes of tenants: what comes in is read once, sorted, and kept with the record it belongs to (S-MAIL-02). */
package org.pipewright.platform.mailboxes;
