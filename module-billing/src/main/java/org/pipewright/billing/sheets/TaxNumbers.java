package org.pipewright.billing.sheets;

/** Tells numbers of value added tax from others: they start with a country. */
final class TaxNumbers {

    private TaxNumbers() {}

    static boolean isVat(String number) {
        return number.length() > 2 && number.substring(0, 2).chars().allMatch(Character::isUpperCase);
    }

    /** It as programs read it, if it is one of value added tax; else empty. */
    static String vat(String number) {
        return isVat(number) ? plain(number) : "";
    }

    static String plain(String number) {
        return number.replace(" ", "");
    }
}
