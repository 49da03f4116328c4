package org.pipewright.platform.mailboxes;

/** Why a mail is for nobody (S-LEAD-06). */
enum Ignored {
    BOUNCE,
    AUTO_REPLY,
    /** It answers an invitation. */
    INVITATION,
    LIST,
    NEWSLETTER,
    OWN_DOMAIN,
    NO_SENDER,
    UNKNOWN_SENDER,
    TOO_LARGE,
    UNREADABLE,
    NOBODY
}
