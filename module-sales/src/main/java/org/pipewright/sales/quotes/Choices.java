package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.links.OutsidePage.Ask;
import org.pipewright.platform.spi.links.OutsidePage.Kind;
import org.pipewright.platform.spi.links.OutsidePage.Question;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;

/** What customers choose of a quote before they accept it: optional lines, and quantities within limits (S-QUO-09). */
@ApplicationScoped
class Choices {

    static final String ASK = "choose";
    private static final String OPTION = "option-";
    private static final String QUANTITY = "quantity-";
    private static final String TAKEN = "true";

    @Inject
    Parts parts;

    @Inject
    Records records;

    @Inject
    QuoteContent content;

    /** What can be chosen; empty if nothing can. */
    Optional<Ask> ask(Quote quote) {
        List<Question> questions =
                choosable(quote).flatMap(line -> questions(quote, line)).toList();
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ask(ASK, content.text(quote, "choose"), questions, true));
    }

    private Stream<QuoteLine> choosable(Quote quote) {
        return parts.of(QuoteLine.class, quote.id()).stream().filter(line -> line.isOptional() || line.hasLimits());
    }

    private Stream<Question> questions(Quote quote, QuoteLine line) {
        String name = line.description().orElse("");
        Question option = new Question(
                OPTION + line.id(),
                name + ": " + content.money(quote, line.amount()),
                Kind.TICK,
                false,
                line.isChosen() ? TAKEN : "");
        String least = plain(line.least());
        String most = plain(line.most());
        Question quantity = new Question(
                QUANTITY + line.id(),
                content.text(quote, "choose-quantity")
                        .replace("{name}", name)
                        .replace("{least}", least)
                        .replace("{most}", most),
                Kind.NUMBER,
                false,
                plain(line.taken()),
                least,
                most);
        return Stream.of(
                        Optional.of(option).filter(asked -> line.isOptional()),
                        Optional.of(quantity).filter(asked -> line.hasLimits()))
                .flatMap(Optional::stream);
    }

    /** Takes a choice; the sums follow. */
    void choose(Quote quote, Map<String, String> answers) {
        records.change(quote, Quote::choose);
        choosable(quote)
                .forEach(line -> records.change(line, changed -> {
                    String quantity = answers.getOrDefault(QUANTITY + line.id(), "");
                    changed.choose(
                            TAKEN.equals(answers.get(OPTION + line.id())),
                            Optional.of(quantity)
                                    .filter(typed -> !typed.isEmpty())
                                    .map(BigDecimal::new));
                }));
    }

    /** What was chosen, for the evidence; empty if there was no choice. */
    String inWords(Quote quote) {
        return choosable(quote)
                .map(line ->
                        (line.isCounted() ? "+ " : "– ") + line.description().orElse("") + " × " + plain(line.taken()))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
