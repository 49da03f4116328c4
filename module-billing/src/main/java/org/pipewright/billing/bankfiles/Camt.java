package org.pipewright.billing.bankfiles;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.billing.xml.XmlElement;

/**
 * Reads statements by ISO 20022, camt.053 of any version: names are looked for without regard to the version, in the
 * places where versions 02 and 08 have them.
 */
final class Camt {

    /** What banks write where they have no reference. */
    private static final Set<String> NONE = Set.of("NONREF", "NOTPROVIDED", "NOT PROVIDED", "NONE", "");

    private Camt() {}

    /** The booked entries; of a batch each payment it consists of, where the bank tells their amounts. */
    static List<ReadEntry> entries(byte[] content) {
        List<XmlElement> statements = XmlElement.root(content)
                .orElseThrow(() -> new Unreadable("malformed"))
                .at("BkToCstmrStmt", "Stmt")
                .toList();
        if (statements.isEmpty()) {
            throw new Unreadable("no-statement");
        }
        try {
            return statements.stream().flatMap(Camt::ofStatement).toList();
        } catch (DateTimeException | NumberFormatException e) {
            throw new Unreadable("malformed");
        }
    }

    private static Stream<ReadEntry> ofStatement(XmlElement statement) {
        String account = statement
                .text("Acct", "Id", "IBAN")
                .or(() -> statement.text("Acct", "Id", "Othr", "Id"))
                .orElse("");
        return statement.at("Ntry").filter(Camt::isBooked).flatMap(entry -> ofEntry(account, entry));
    }

    /** The status is a word in older versions and a code in newer ones. */
    private static boolean isBooked(XmlElement entry) {
        return entry.text("Sts", "Cd")
                .or(() -> entry.text("Sts"))
                .filter("BOOK"::equals)
                .isPresent();
    }

    private static Stream<ReadEntry> ofEntry(String account, XmlElement entry) {
        List<XmlElement> payments = entry.at("NtryDtls", "TxDtls").toList();
        boolean apart = payments.size() > 1
                && payments.stream().allMatch(one -> amount(one).isPresent());
        List<ReadEntry> read = new ArrayList<>();
        if (apart) {
            IntStream.range(0, payments.size())
                    .forEach(i -> read.add(entry(account, entry, Optional.of(payments.get(i)), i + 1, true)));
        } else {
            read.add(entry(
                    account, entry, payments.size() == 1 ? Optional.of(payments.get(0)) : Optional.empty(), 0, false));
        }
        return read.stream().filter(one -> one.amount().signum() > 0);
    }

    private static ReadEntry entry(
            String account, XmlElement entry, Optional<XmlElement> payment, int place, boolean apart) {
        XmlElement amount = (apart
                        ? payment.flatMap(Camt::amount)
                        : entry.at("Amt").findFirst())
                .orElseThrow(() -> new Unreadable("malformed"));
        boolean out = (apart ? payment.flatMap(one -> one.text("CdtDbtInd")) : Optional.<String>empty())
                .or(() -> entry.text("CdtDbtInd"))
                .filter("DBIT"::equals)
                .isPresent();
        String side = out ? "Cdtr" : "Dbtr";
        return new ReadEntry(
                account,
                day(entry),
                amount.number(),
                amount.attribute("Ccy"),
                out,
                of(payment, "RltdPties", side, "Nm")
                        .or(() -> of(payment, "RltdPties", side, "Pty", "Nm"))
                        .orElse(""),
                of(payment, "RltdPties", side + "Acct", "Id", "IBAN").orElse(""),
                told(of(payment, "RmtInf", "Strd", "CdtrRefInf", "Ref"))
                        .or(() -> told(of(payment, "Refs", "EndToEndId")))
                        .orElse(""),
                payment.map(one ->
                                one.at("RmtInf", "Ustrd").map(XmlElement::text).collect(Collectors.joining(" ")))
                        .filter(text -> !text.isBlank())
                        .or(() -> entry.text("AddtlNtryInf"))
                        .orElse(""),
                bankReference(entry, payment, place),
                entry.text("RvslInd")
                        .filter(told -> told.equals("true") || told.equals("1"))
                        .isPresent());
    }

    /** The bank's own reference of the payment, or of the entry with the place of the payment in it. */
    private static String bankReference(XmlElement entry, Optional<XmlElement> payment, int place) {
        return told(of(payment, "Refs", "AcctSvcrRef"))
                .or(() -> told(entry.text("AcctSvcrRef"))
                        .or(() -> told(entry.text("NtryRef")))
                        .map(reference -> place == 0 ? reference : reference + "/" + place))
                .orElse("");
    }

    private static Optional<String> told(Optional<String> reference) {
        return reference.filter(text -> !NONE.contains(text.toUpperCase(java.util.Locale.ROOT)));
    }

    private static Optional<XmlElement> amount(XmlElement payment) {
        return payment.at("AmtDtls", "TxAmt", "Amt")
                .findFirst()
                .or(() -> payment.at("Amt").findFirst());
    }

    private static LocalDate day(XmlElement entry) {
        return entry.text("BookgDt", "Dt")
                .or(() -> entry.text("BookgDt", "DtTm"))
                .or(() -> entry.text("ValDt", "Dt"))
                .or(() -> entry.text("ValDt", "DtTm"))
                .filter(told -> told.length() >= 10)
                .map(told -> LocalDate.parse(told.substring(0, 10)))
                .orElseThrow(() -> new Unreadable("malformed"));
    }

    private static Optional<String> of(Optional<XmlElement> payment, String... path) {
        return payment.flatMap(one -> one.text(path));
    }
}
