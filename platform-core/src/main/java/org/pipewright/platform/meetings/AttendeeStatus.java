package org.pipewright.platform.meetings;

/** What somebody answered to an invitation. */
enum AttendeeStatus {
    /** Nothing yet. */
    OPEN,
    ACCEPTED,
    TENTATIVE,
    DECLINED
}
