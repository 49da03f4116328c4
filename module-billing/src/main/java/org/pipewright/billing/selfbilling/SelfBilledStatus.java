package org.pipewright.billing.selfbilling;

/** How far a self-billed invoice has come; whether it is paid is told beside it. */
enum SelfBilledStatus {
    DRAFT,
    ISSUED,
    /** Credit notes have taken back all of it. */
    CREDITED
}
