package org.pipewright.platform.spi.documents;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.money.CurrencyChoice;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.ExchangingVerb;
import org.pipewright.platform.spi.records.Parts;

/**
 * Puts a document that is still a draft into another currency with its lines: whoever does so says whether the numbers
 * stay as they are or are converted by the rates of the day, which are those a draft is worth something by (S-CUR-07).
 * Prices that a list said are from no list any more, unless it says the same in the other currency. Extend it by a CDI
 * bean that says for which documents it is {@link #offered}: the {@link DocumentRules} then refuse any other way to
 * change the currency of those that have lines.
 *
 * @param <D> type of the document
 * @param <L> type of its lines
 */
public abstract class ChangeOfCurrency<D extends DocumentRecord, L extends DocumentLine> implements ExchangingVerb<D> {

    private final Class<L> lines;

    @Inject
    Parts parts;

    @Inject
    Exchange exchange;

    protected ChangeOfCurrency(Class<L> lines) {
        this.lines = lines;
    }

    @Override
    public abstract boolean offered(D document);

    @Override
    public void perform(D document, CurrencyChoice choice) {
        String before = document.currency();
        if (before.equals(choice.currency())) {
            return;
        }
        document.exchange(choice.currency(), money -> exchange.changed(money, choice));
        UnaryOperator<BigDecimal> price = each -> exchange.changed(each, before, choice);
        parts.change(parts.of(lines, document.id()), line -> line.exchange(price));
    }
}
