package org.pipewright.platform.contacts;

/** On what ground somebody's data is used (GDPR, article 6). */
public enum LawfulBasis {
    CONSENT,
    CONTRACT,
    LEGITIMATE_INTEREST,
    LEGAL_OBLIGATION
}
