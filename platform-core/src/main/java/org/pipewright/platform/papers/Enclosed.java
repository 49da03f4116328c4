package org.pipewright.platform.papers;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Takes files out of PDFs that others made, which may be made to harm: only so much is looked at. */
final class Enclosed {

    private static final byte[] BEGIN = {'%', 'P', 'D', 'F', '-'};
    private static final int MOST_FILES = 20;
    private static final int MOST_BYTES = 20 << 20;
    private static final int DEEPEST = 5;

    private Enclosed() {}

    static List<byte[]> in(byte[] pdf) {
        if (!isPdf(pdf)) {
            return List.of();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            List<byte[]> found = new ArrayList<>();
            if (names != null && names.getEmbeddedFiles() != null) {
                collect(names.getEmbeddedFiles(), DEEPEST, found);
            }
            return found;
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isPdf(byte[] content) {
        return content.length > BEGIN.length
                && java.util.Arrays.equals(content, 0, BEGIN.length, BEGIN, 0, BEGIN.length);
    }

    private static void collect(PDNameTreeNode<PDComplexFileSpecification> node, int deeper, List<byte[]> found)
            throws IOException {
        if (node.getNames() != null) {
            add(node.getNames().values(), found);
        }
        if (node.getKids() != null && deeper > 0) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                collect(kid, deeper - 1, found);
            }
        }
    }

    private static void add(Collection<PDComplexFileSpecification> files, List<byte[]> found) throws IOException {
        for (PDComplexFileSpecification file : files) {
            PDEmbeddedFile content = file.getEmbeddedFile();
            if (content != null && found.size() < MOST_FILES) {
                try (InputStream in = content.createInputStream()) {
                    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                    if (bytes.length <= MOST_BYTES) {
                        found.add(bytes);
                    }
                }
            }
        }
    }
}
