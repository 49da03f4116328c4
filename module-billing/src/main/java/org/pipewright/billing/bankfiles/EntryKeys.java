package org.pipewright.billing.bankfiles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells entries apart, the same way each time a file is read: by account, day, amount and the bank's reference, or else
 * by all that is known; and equal ones by their place among each other (S-PAY-07).
 */
final class EntryKeys {

    private EntryKeys() {}

    /** The entries by their keys, in their order. */
    static Map<String, ReadEntry> of(List<ReadEntry> entries) {
        Map<String, Integer> places = new HashMap<>();
        Map<String, ReadEntry> keyed = new LinkedHashMap<>();
        entries.forEach(entry -> {
            String digest = digest(identity(entry));
            keyed.put(digest + "-" + places.merge(digest, 1, Integer::sum), entry);
        });
        return keyed;
    }

    /** The key of what a provider tells under a key of its own. */
    static String of(UUID provider, String key) {
        return digest(provider + "\n" + key);
    }

    private static String identity(ReadEntry entry) {
        String always = String.join(
                "\n",
                entry.account(),
                entry.bookedOn().toString(),
                entry.amount().stripTrailingZeros().toPlainString(),
                entry.currency(),
                String.valueOf(entry.out()),
                String.valueOf(entry.reversal()));
        return entry.bankReference().isEmpty()
                ? String.join("\n", always, entry.payer(), entry.iban(), entry.reference(), entry.text())
                : always + "\n\n" + entry.bankReference();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
