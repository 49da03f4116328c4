package org.pipewright.platform.papers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.pipewright.platform.spi.papers.Enclosure;

/** Puts files into a PDF, associated with the whole document as PDF/A-3 asks for. */
final class Enclosing {

    private static final String END = "</rdf:RDF>";
    private static final Pattern SCHEMAS = Pattern.compile("<pdfaExtension:schemas>\\s*<rdf:Bag>");

    private Enclosing() {}

    static byte[] in(byte[] pdf, List<Enclosure> enclosures) throws IOException {
        if (enclosures.isEmpty()) {
            return pdf;
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            enclose(document, enclosures);
            describe(document, enclosures);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void enclose(PDDocument document, List<Enclosure> enclosures) throws IOException {
        COSArray associated = new COSArray();
        Map<String, PDComplexFileSpecification> byName = new TreeMap<>();
        for (Enclosure enclosure : enclosures) {
            PDComplexFileSpecification file = file(document, enclosure);
            byName.put(enclosure.name(), file);
            associated.add(file.getCOSObject());
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(byName);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    private static PDComplexFileSpecification file(PDDocument document, Enclosure enclosure) throws IOException {
        PDEmbeddedFile content = new PDEmbeddedFile(document, new ByteArrayInputStream(enclosure.content()));
        Calendar now = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        content.setSubtype(enclosure.mediaType());
        content.setSize(enclosure.content().length);
        content.setCreationDate(now);
        content.setModDate(now);
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(enclosure.name());
        file.setFileUnicode(enclosure.name());
        file.setFileDescription(enclosure.description());
        file.setEmbeddedFile(content);
        file.setEmbeddedFileUnicode(content);
        file.getCOSObject().setName(COSName.getPDFName("AFRelationship"), enclosure.relationship());
        return file;
    }

    private static void describe(PDDocument document, List<Enclosure> enclosures) throws IOException {
        var metadata = document.getDocumentCatalog().getMetadata();
        String before = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String more = enclosures.stream().map(Enclosure::metadata).collect(Collectors.joining());
        String schemas = enclosures.stream().map(Enclosure::schema).collect(Collectors.joining());
        String after = SCHEMAS.matcher(before.replace(END, more + END))
                .replaceFirst(found -> Matcher.quoteReplacement(found.group() + schemas));
        metadata.importXMPMetadata(after.getBytes(StandardCharsets.UTF_8));
    }
}
