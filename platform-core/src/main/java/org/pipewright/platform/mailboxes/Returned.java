package org.pipewright.platform.mailboxes;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a bounce tells (RFC 3464): which mails it may bring back, whom they did not reach, and why.
 *
 * @param keys ids of mails that stand in it
 * @param addresses of those who were not reached, in lower case; empty if it does not say
 * @param lasting whether the address itself is wrong, not only full or away
 * @param reason in the words of whoever sent it back
 */
record Returned(Set<String> keys, Set<String> addresses, boolean lasting, String reason) {

    private static final int DEEPEST = 10;
    private static final int MOST_BYTES = 200_000;
    private static final int LONGEST_REASON = 400;
    private static final Pattern RECIPIENT =
            Pattern.compile("(?im)^(?:Final|Original)-Recipient:\\s*[^;\\n]*;\\s*<?([^\\s<>]+@[^\\s<>]+)>?");
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*(\\w+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*(\\d)\\.");
    private static final Pattern DIAGNOSIS = Pattern.compile("(?im)^Diagnostic-Code:\\s*((?:.*)(?:\\r?\\n[ \\t]+.*)*)");

    /** Reads a bounce; empty if it only says that a mail is late. */
    static Optional<Returned> of(MimeMessage mail) throws MessagingException, IOException {
        StringBuilder whole = new StringBuilder();
        for (String header : List.of("In-Reply-To", "References")) {
            whole.append(Optional.ofNullable(mail.getHeader(header, " ")).orElse(""))
                    .append('\n');
        }
        read(mail, whole, 0);
        String text = whole.toString();
        List<String> actions = found(ACTION, text);
        if (!actions.isEmpty() && actions.stream().noneMatch("failed"::equalsIgnoreCase)) {
            return Optional.empty();
        }
        List<String> status = found(STATUS, text);
        return Optional.of(new Returned(
                MailReading.ID.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet()),
                addresses(mail, text),
                status.isEmpty() || status.contains("5"),
                reason(mail, text)));
    }

    /** Parts as they stand there: what came back is no mail of ours to be taken apart. */
    private static void read(Part part, StringBuilder whole, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i), whole, depth + 1);
            }
        } else {
            try (InputStream in = part.getInputStream()) {
                whole.append(new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1))
                        .append('\n');
            }
        }
    }

    private static Set<String> addresses(MimeMessage mail, String text) throws MessagingException {
        String failed =
                Optional.ofNullable(mail.getHeader("X-Failed-Recipients", ",")).orElse("");
        return java.util.stream.Stream.concat(
                        found(RECIPIENT, text).stream(),
                        Pattern.compile("[\\s,;]+").splitAsStream(failed))
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(address -> address.contains("@"))
                .collect(Collectors.toSet());
    }

    private static String reason(MimeMessage mail, String text) throws MessagingException {
        String told = found(DIAGNOSIS, text).stream()
                .findFirst()
                .orElse(Optional.ofNullable(mail.getSubject())
                        .map(MailText::decoded)
                        .orElse(""));
        return MailReading.shortened(MailReading.line(told), LONGEST_REASON);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
