package org.pipewright.billing.bankfiles;

/** Thrown for a file that cannot be read as one of a bank; the message is the end of a text key. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String code) {
        super(code, null, false, false);
    }
}
