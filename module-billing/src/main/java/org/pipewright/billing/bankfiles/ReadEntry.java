package org.pipewright.billing.bankfiles;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An entry as it stands in a file; what the bank did not tell is empty.
 *
 * @param account the tenant's own one
 * @param amount more than nothing
 * @param out whether money went
 * @param payer the other side
 * @param iban of the other side
 * @param reference as both sides agreed on
 * @param text what the payer wrote
 * @param bankReference by which the bank knows it
 * @param reversal whether the bank took back what it had booked
 */
record ReadEntry(
        String account,
        LocalDate bookedOn,
        BigDecimal amount,
        String currency,
        boolean out,
        String payer,
        String iban,
        String reference,
        String text,
        String bankReference,
        boolean reversal) {

    private static final int SHORT = 40;
    private static final int LINE = 140;
    private static final int TEXT = 1000;

    ReadEntry {
        account = plain(account, SHORT);
        payer = text(payer, LINE);
        iban = plain(iban, SHORT);
        reference = text(reference, LINE);
        text = text(text, TEXT);
        bankReference = text(bankReference, LINE);
    }

    private static String plain(String told, int most) {
        return text(told.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT), most);
    }

    private static String text(String told, int most) {
        String clean = told.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return clean.length() <= most ? clean : clean.substring(0, most);
    }
}
