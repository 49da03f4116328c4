package org.pipewright.platform.texts;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that say another text, as in {@code [[sales.opportunity.many]] that go over}: what the tenant calls a thing is then
 * said wherever it is spoken of. With {@code , lower} it begins small, as inside an English sentence.
 */
final class Mentions {

    private static final Pattern MENTION = Pattern.compile("\\[\\[([\\w.-]+)(, lower)?]]");

    private Mentions() {}

    static boolean in(String text) {
        return text.contains("[[");
    }

    /** The text with what the words are for each key it mentions. */
    static String said(String text, UnaryOperator<String> words) {
        return MENTION.matcher(text).replaceAll(found -> Matcher.quoteReplacement(said(found, words)));
    }

    private static String said(MatchResult found, UnaryOperator<String> words) {
        String word = words.apply(found.group(1));
        return found.group(2) == null ? word : small(word);
    }

    /** An abbreviation stays as it is. */
    private static String small(String word) {
        boolean abbreviates = word.length() > 1 && Character.isUpperCase(word.charAt(1));
        return abbreviates || word.isEmpty() ? word : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
