package org.pipewright.billing.einvoices;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.w3c.dom.Document;

/** Writes e-invoices, and holds them against the official rules, which stand in the libraries as they were published. */
@ApplicationScoped
public class EInvoices {

    private static final String FAILED = "//svrl:failed-assert[not(@flag = ('warning', 'information'))]";

    private final Processor processor = new Processor(false);
    private final Map<String, XsltExecutable> compiled = new ConcurrentHashMap<>();

    /**
     * What was written.
     *
     * @param xml the document, in UTF-8
     * @param findings the rules it breaks; none lets it be issued
     */
    public record Written(byte[] xml, List<Finding> findings) {}

    /** The document in one of the two forms, with what is wrong with it. */
    public Written written(EInvoice invoice, Syntax syntax, EInvoiceRules rules) {
        Document document = syntax.written(invoice, rules);
        try {
            DocumentBuilder builder = processor.newDocumentBuilder();
            XdmNode node = builder.wrap(document);
            List<Finding> findings = new ArrayList<>();
            for (String schematron : syntax.schematrons(rules)) {
                findings.addAll(findings(node, schematron));
            }
            return new Written(bytes(node), findings);
        } catch (SaxonApiException e) {
            throw new IllegalStateException("The rules of e-invoices cannot be applied", e);
        }
    }

    private List<Finding> findings(XdmNode node, String schematron) throws SaxonApiException {
        Xslt30Transformer transformer =
                compiled.computeIfAbsent(schematron, this::compile).load30();
        transformer.setGlobalContextItem(node);
        XdmDestination report = new XdmDestination();
        transformer.applyTemplates(node.asSource(), report);
        XPathCompiler paths = processor.newXPathCompiler();
        paths.declareNamespace("svrl", "http://purl.oclc.org/dsdl/svrl");
        List<Finding> findings = new ArrayList<>();
        for (XdmItem failed : paths.evaluate(FAILED, report.getXdmNode())) {
            XdmNode assertion = (XdmNode) failed;
            findings.add(new Finding(
                    String.valueOf(assertion.getAttributeValue(new QName("id"))),
                    assertion.getStringValue().strip()));
        }
        return findings;
    }

    private XsltExecutable compile(String schematron) {
        try (InputStream in = EInvoices.class.getResourceAsStream(schematron)) {
            return processor.newXsltCompiler().compile(new StreamSource(in, schematron));
        } catch (SaxonApiException | IOException e) {
            throw new IllegalStateException("The rules " + schematron + " cannot be read", e);
        }
    }

    private byte[] bytes(XdmNode node) throws SaxonApiException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Serializer serializer = processor.newSerializer(out);
        serializer.setOutputProperty(Serializer.Property.INDENT, "yes");
        serializer.serializeNode(node);
        return out.toByteArray();
    }
}
