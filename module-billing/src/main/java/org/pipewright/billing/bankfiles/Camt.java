package org.pipewright.billing.bankfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads statements by ISO 20022, camt.053 of any version: names are looked for without regard to the version, in the
 * places where versions 02 and 08 have them. Nothing but the file itself is read: a document type is refused.
 */
final class Camt {

    /** What banks write where they have no reference. */
    private static final Set<String> NONE = Set.of("NONREF", "NOTPROVIDED", "NOT PROVIDED", "NONE", "");

    private Camt() {}

    /** The booked entries; of a batch each payment it consists of, where the bank tells their amounts. */
    static List<ReadEntry> entries(byte[] content) {
        Element root = root(content);
        List<Element> statements = at(root, "BkToCstmrStmt", "Stmt").toList();
        if (statements.isEmpty()) {
            throw new Unreadable("no-statement");
        }
        try {
            return statements.stream().flatMap(Camt::ofStatement).toList();
        } catch (DateTimeException | NumberFormatException e) {
            throw new Unreadable("malformed");
        }
    }

    private static Element root(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new ByteArrayInputStream(content));
            return document.getDocumentElement();
        } catch (SAXException e) {
            throw new Unreadable("malformed");
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<ReadEntry> ofStatement(Element statement) {
        String account = text(statement, "Acct", "Id", "IBAN")
                .or(() -> text(statement, "Acct", "Id", "Othr", "Id"))
                .orElse("");
        return at(statement, "Ntry").filter(Camt::isBooked).flatMap(entry -> ofEntry(account, entry));
    }

    /** The status is a word in older versions and a code in newer ones. */
    private static boolean isBooked(Element entry) {
        return text(entry, "Sts", "Cd")
                .or(() -> text(entry, "Sts"))
                .filter("BOOK"::equals)
                .isPresent();
    }

    private static Stream<ReadEntry> ofEntry(String account, Element entry) {
        List<Element> payments = at(entry, "NtryDtls", "TxDtls").toList();
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

    private static ReadEntry entry(String account, Element entry, Optional<Element> payment, int place, boolean apart) {
        Element amount = (apart
                        ? payment.flatMap(Camt::amount)
                        : at(entry, "Amt").findFirst())
                .orElseThrow(() -> new Unreadable("malformed"));
        boolean out = (apart ? payment.flatMap(one -> text(one, "CdtDbtInd")) : Optional.<String>empty())
                .or(() -> text(entry, "CdtDbtInd"))
                .filter("DBIT"::equals)
                .isPresent();
        String side = out ? "Cdtr" : "Dbtr";
        return new ReadEntry(
                account,
                day(entry),
                new BigDecimal(amount.getTextContent().strip()),
                amount.getAttribute("Ccy"),
                out,
                of(payment, "RltdPties", side, "Nm")
                        .or(() -> of(payment, "RltdPties", side, "Pty", "Nm"))
                        .orElse(""),
                of(payment, "RltdPties", side + "Acct", "Id", "IBAN").orElse(""),
                told(of(payment, "RmtInf", "Strd", "CdtrRefInf", "Ref"))
                        .or(() -> told(of(payment, "Refs", "EndToEndId")))
                        .orElse(""),
                payment.map(one -> at(one, "RmtInf", "Ustrd")
                                .map(Node::getTextContent)
                                .collect(Collectors.joining(" ")))
                        .filter(text -> !text.isBlank())
                        .or(() -> text(entry, "AddtlNtryInf"))
                        .orElse(""),
                bankReference(entry, payment, place),
                text(entry, "RvslInd")
                        .filter(told -> told.equals("true") || told.equals("1"))
                        .isPresent());
    }

    /** The bank's own reference of the payment, or of the entry with the place of the payment in it. */
    private static String bankReference(Element entry, Optional<Element> payment, int place) {
        return told(of(payment, "Refs", "AcctSvcrRef"))
                .or(() -> told(text(entry, "AcctSvcrRef"))
                        .or(() -> told(text(entry, "NtryRef")))
                        .map(reference -> place == 0 ? reference : reference + "/" + place))
                .orElse("");
    }

    private static Optional<String> told(Optional<String> reference) {
        return reference.filter(text -> !NONE.contains(text.toUpperCase(java.util.Locale.ROOT)));
    }

    private static Optional<Element> amount(Element payment) {
        return at(payment, "AmtDtls", "TxAmt", "Amt")
                .findFirst()
                .or(() -> at(payment, "Amt").findFirst());
    }

    private static LocalDate day(Element entry) {
        return text(entry, "BookgDt", "Dt")
                .or(() -> text(entry, "BookgDt", "DtTm"))
                .or(() -> text(entry, "ValDt", "Dt"))
                .or(() -> text(entry, "ValDt", "DtTm"))
                .filter(told -> told.length() >= 10)
                .map(told -> LocalDate.parse(told.substring(0, 10)))
                .orElseThrow(() -> new Unreadable("malformed"));
    }

    private static Optional<String> of(Optional<Element> payment, String... path) {
        return payment.flatMap(one -> text(one, path));
    }

    private static Optional<String> text(Element from, String... path) {
        return at(from, path)
                .map(found -> found.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Elements that a path of names leads to. */
    private static Stream<Element> at(Element from, String... path) {
        Stream<Element> found = Stream.of(from);
        for (String name : path) {
            found = found.flatMap(element -> children(element, name));
        }
        return found;
    }

    private static Stream<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children.stream();
    }
}
