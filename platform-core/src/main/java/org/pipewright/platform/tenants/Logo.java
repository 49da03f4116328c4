package org.pipewright.platform.tenants;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.pipewright.platform.errors.InvalidFields;

/**
 * The organisation's logo (S-TEN-22).
 *
 * @param content of the file
 * @param mediaType of the file
 */
public record Logo(byte[] content, String mediaType) {

    private static final Map<String, String> MEDIA_TYPES = Map.of("png", "image/png", "jpeg", "image/jpeg");
    private static final int MOST_BYTES = 512 * 1024;
    private static final int MOST_PIXELS = 4000;

    /** The logo that was sent; refuses what is no picture, or too large a one. */
    static Logo of(NewLogo wanted) {
        byte[] content = decoded(wanted.content());
        if (content.length > MOST_BYTES) {
            throw InvalidFields.refusal("content", "too-long");
        }
        String mediaType = mediaType(content).orElseThrow(() -> InvalidFields.refusal("content", "no-picture"));
        return new Logo(content, mediaType);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw InvalidFields.refusal("content", "no-picture");
        }
    }

    /** Looks at the head of the file only, which tells the size before anything is unpacked. */
    private static Optional<String> mediaType(byte[] content) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            reader.setInput(stream);
            boolean fits = reader.getWidth(0) <= MOST_PIXELS && reader.getHeight(0) <= MOST_PIXELS;
            return Optional.ofNullable(
                    fits ? MEDIA_TYPES.get(reader.getFormatName().toLowerCase()) : null);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
