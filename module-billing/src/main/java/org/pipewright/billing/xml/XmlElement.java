package org.pipewright.billing.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element of a file, read by local names. Nothing but the file itself is read: one that declares a document type, and
 * with it whatever entities, is refused.
 */
public final class XmlElement {

    private static final int MOST_DIGITS = 15;

    private final Element element;

    private XmlElement(Element element) {
        this.element = element;
    }

    /** The root of the file; nothing if it is no XML, or none that is read. */
    public static Optional<XmlElement> root(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return Optional.of(new XmlElement(
                    builder.parse(new ByteArrayInputStream(content)).getDocumentElement()));
        } catch (SAXException e) {
            return Optional.empty();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its name without prefix. */
    public String name() {
        return element.getLocalName();
    }

    /** Elements that a path of names leads to, in the order of the file. */
    public Stream<XmlElement> at(String... path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String name : path) {
            found = found.flatMap(each -> each.children(name));
        }
        return found;
    }

    private Stream<XmlElement> children(String name) {
        List<XmlElement> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found && name.equals(found.getLocalName())) {
                children.add(new XmlElement(found));
            }
        }
        return children.stream();
    }

    /** The first text at the end of the path that is not empty. */
    public Optional<String> text(String... path) {
        return at(path).map(XmlElement::text).filter(text -> !text.isEmpty()).findFirst();
    }

    /** Its own text. */
    public String text() {
        return element.getTextContent().strip();
    }

    /**
     * Its text as a number.
     *
     * @throws NumberFormatException if it is none, or of a size that nobody counts in
     */
    public BigDecimal number() {
        BigDecimal number = new BigDecimal(text());
        if (number.scale() > MOST_DIGITS || number.precision() - number.scale() > MOST_DIGITS) {
            throw new NumberFormatException("Too large or too fine");
        }
        return number;
    }

    /** Value of an attribute, empty if it has none. */
    public String attribute(String name) {
        return element.getAttribute(name);
    }
}
