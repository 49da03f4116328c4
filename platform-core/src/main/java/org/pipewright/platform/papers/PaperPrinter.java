package org.pipewright.platform.papers;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Level;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.pipewright.platform.spi.papers.Enclosure;
import org.w3c.dom.Document;

/**
 * Prints HTML as PDF/A-3 (S-PDF-04). Whatever the HTML points to is left out, but for pictures that stand in it as data:
 * a template reaches neither files nor the network (S-PDF-02).
 */
final class PaperPrinter {

    private static final String FAMILY = "Open Sans";
    private static final String PICTURE = "data:image/";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PaperPrinter() {}

    static byte[] printed(String html, List<Enclosure> enclosures) {
        Document document = new W3CDom().fromJsoup(Jsoup.parse(html));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(font("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(font("SemiBold"), FAMILY, 600, FontStyle.NORMAL, true);
        builder.useFont(font("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useFont(font("Italic"), FAMILY, 400, FontStyle.ITALIC, true);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith(PICTURE), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith(PICTURE), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withProducer("Pipewright");
        builder.withW3cDocument(document, "");
        builder.toStream(out);
        try {
            run(builder);
            return Enclosing.in(out.toByteArray(), enclosures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * With the XML tools of the Java platform. Those of the application would be looked up anew for every paper, in jars
     * whose signatures are checked each time, and that takes longer than the printing.
     */
    private static void run(PdfRendererBuilder builder) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader ofApplication = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            builder.run();
        } finally {
            thread.setContextClassLoader(ofApplication);
        }
    }

    private static FSSupplier<InputStream> font(String style) {
        return () -> PaperPrinter.class.getResourceAsStream("/fonts/ttf/OpenSans/OpenSans-" + style + ".ttf");
    }
}
