package org.pipewright.deploy.proofs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pipewright.deploy.product.Answer;

/**
 * Which role may do what, as somebody wrote it down. The first line that fits counts. {@code ok} is success, {@code none}
 * a success that changed no record, and a number the status of a refusal.
 */
final class RightsByHand {

    static final String OWN = "own";
    static final String FOREIGN = "foreign";
    static final String OTHER = "other";

    /**
     * Files go by the lines of comments: both are added to whatever one sees, by whoever may add them at all. So do mails,
     * where activities can be added.
     */
    private static final Map<String, String> LIKE = Map.ofEntries(
            Map.entry("Files.files", "Comments.comments"),
            Map.entry("File.file", "Comments.comments"),
            Map.entry("File.versions", "Comments.comments"),
            Map.entry("File.link", "Comments.comments"),
            Map.entry("Files.add", "Comments.write"),
            Map.entry("File.renew", "Comments.write"),
            Map.entry("File.rename", "Comments.change"),
            Map.entry("File.remove", "Comments.remove"),
            Map.entry("LinkedActivities.weeks", "LinkedActivities.planned"),
            Map.entry("Mails.start", "LinkedActivities.add"),
            Map.entry("Mails.send", "LinkedActivities.add"));

    private final List<String> roles;
    private final List<Line> lines;

    private record Line(Set<String> names, List<Pattern> patterns, String whose, List<String> answers, String text) {

        static Line of(String text) {
            List<String> cells =
                    Arrays.stream(text.split(";")).map(String::strip).toList();
            Map<Boolean, List<String>> operations = Arrays.stream(cells.get(0).split("\\|"))
                    .collect(Collectors.partitioningBy(name -> name.contains("*")));
            List<Pattern> patterns = operations.get(true).stream()
                    .map(name -> Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q")))
                    .toList();
            return new Line(
                    Set.copyOf(operations.get(false)), patterns, cells.get(1), cells.subList(2, cells.size()), text);
        }

        boolean isAbout(String operation) {
            return names.contains(operation)
                    || patterns.stream()
                            .anyMatch(pattern -> pattern.matcher(operation).matches());
        }

        boolean isAbout(String operation, String asked) {
            return (whose.equals("any") || whose.equals(asked)) && isAbout(operation);
        }
    }

    private RightsByHand(List<String> roles, List<Line> lines) {
        this.roles = roles;
        this.lines = lines;
    }

    static RightsByHand read() {
        try (InputStream file = RightsByHand.class.getResourceAsStream("rights.csv")) {
            List<String> texts = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            List<String> header =
                    Arrays.stream(texts.get(0).split(";")).map(String::strip).toList();
            return new RightsByHand(
                    header.subList(2, header.size()),
                    texts.stream().skip(1).map(Line::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer a role gets; fails for an operation nobody thought of. */
    String of(String operation, String whose, String role) {
        String name = operation.replaceFirst("@.*", "");
        String like = LIKE.getOrDefault(name, name) + operation.substring(name.length());
        return lines.stream()
                .filter(line -> line.isAbout(like, whose))
                .map(line -> line.answers().get(roles.indexOf(role)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("rights.csv says nothing about " + operation + ", " + whose));
    }

    List<String> linesAboutNothing(List<Operation> operations) {
        return lines.stream()
                .filter(line -> operations.stream().noneMatch(operation -> line.isAbout(operation.id())))
                .map(Line::text)
                .toList();
    }

    static String shown(Answer answer) {
        boolean nothingDone =
                answer.json().getInt("done", -1) == 0 && answer.json().containsKey("failed");
        return !answer.isSuccess() ? String.valueOf(answer.status()) : nothingDone ? "none" : "ok";
    }
}
