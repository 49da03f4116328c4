package org.pipewright.billing.accounting;

/** The form of a file for accounting (S-INV-15). */
enum ExportForm {
    /** Documents with their taxes, one line for each tax. */
    LIST,
    /** Debit and credit of each account. */
    JOURNAL,
    /** A batch of postings as programs of German tax advisers take it. */
    DATEV
}
