package org.pipewright.billing.einvoices;

import org.pipewright.platform.spi.papers.Enclosure;

/** How an e-invoice lies inside a PDF, by Factur-X 1.0 and ZUGFeRD 2 (S-EINV-02). */
public final class FacturX {

    private static final String NAMESPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";
    private static final String METADATA = """
            <rdf:Description rdf:about="" xmlns:fx="%s">
              <fx:DocumentType>INVOICE</fx:DocumentType>
              <fx:DocumentFileName>%s</fx:DocumentFileName>
              <fx:Version>%s</fx:Version>
              <fx:ConformanceLevel>%s</fx:ConformanceLevel>
            </rdf:Description>
            """;
    private static final String SCHEMA = """
            <rdf:li rdf:parseType="Resource">
              <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
              <pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>
              <pdfaSchema:prefix>fx</pdfaSchema:prefix>
              <pdfaSchema:property><rdf:Seq>%s</rdf:Seq></pdfaSchema:property>
            </rdf:li>
            """;
    private static final String PROPERTY = """
            <rdf:li rdf:parseType="Resource">
              <pdfaProperty:name>%s</pdfaProperty:name>
              <pdfaProperty:valueType>Text</pdfaProperty:valueType>
              <pdfaProperty:category>external</pdfaProperty:category>
              <pdfaProperty:description>%s</pdfaProperty:description>
            </rdf:li>
            """;

    private FacturX() {}

    /** The e-invoice as it goes into the PDF, which shows the same. */
    public static Enclosure enclosure(byte[] cii, EInvoiceRules rules) {
        boolean german = rules == EInvoiceRules.XRECHNUNG;
        String file = german ? "xrechnung.xml" : "factur-x.xml";
        return new Enclosure(
                file,
                "text/xml",
                cii,
                "Alternative",
                "Factur-X",
                METADATA.formatted(NAMESPACE, file, german ? "3.0" : "1.0", german ? "XRECHNUNG" : "EN 16931"),
                SCHEMA.formatted(
                        NAMESPACE,
                        property("DocumentFileName", "Name of the embedded XML file")
                                + property("DocumentType", "What the document is")
                                + property("Version", "Version of the standard")
                                + property("ConformanceLevel", "Profile of the standard")));
    }

    private static String property(String name, String description) {
        return PROPERTY.formatted(name, description);
    }
}
