package org.pipewright.billing.einvoices;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An element that grows: what is empty is left out. */
final class Branch {

    private final Element element;
    private final Map<String, String> namespaces;

    private Branch(Element element, Map<String, String> namespaces) {
        this.element = element;
        this.namespaces = namespaces;
    }

    /** The root of a new document, which declares the namespaces by their prefixes. */
    static Branch root(String name, Map<String, String> namespaces) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().newDocument();
            Element root = document.createElementNS(namespace(name, namespaces), name);
            document.appendChild(root);
            namespaces.forEach((prefix, uri) -> root.setAttributeNS(
                    "http://www.w3.org/2000/xmlns/", prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri));
            return new Branch(root, namespaces);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform makes documents", e);
        }
    }

    private static String namespace(String name, Map<String, String> namespaces) {
        int colon = name.indexOf(':');
        return namespaces.get(colon < 0 ? "" : name.substring(0, colon));
    }

    Document document() {
        return element.getOwnerDocument();
    }

    /** A child to grow on. */
    Branch branch(String name) {
        Element child = document().createElementNS(namespace(name, namespaces), name);
        element.appendChild(child);
        return new Branch(child, namespaces);
    }

    /** A child with a text, unless that is empty; attributes are names and values in turn. */
    Branch leaf(String name, String text, String... attributes) {
        if (!text.isEmpty()) {
            Element leaf = branch(name).element;
            leaf.setTextContent(text);
            for (int i = 0; i < attributes.length; i += 2) {
                leaf.setAttribute(attributes[i], attributes[i + 1]);
            }
        }
        return this;
    }

    Branch leaf(String name, BigDecimal number, String... attributes) {
        return leaf(name, written(number), attributes);
    }

    /** Amounts have two decimals at most, whatever the currency; zeros beyond them would already break BR-DEC-09. */
    private static String written(BigDecimal number) {
        BigDecimal least = number.stripTrailingZeros();
        return number.scale() <= 2
                ? number.toPlainString()
                : least.setScale(Math.max(2, least.scale())).toPlainString();
    }

    Branch leaf(String name, Optional<?> value, String... attributes) {
        return leaf(name, value.map(Branch::text).orElse(""), attributes);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? written(number) : value.toString();
    }
}
