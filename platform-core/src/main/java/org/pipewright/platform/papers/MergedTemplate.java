package org.pipewright.platform.papers;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.pipewright.platform.spi.money.Money;

/**
 * Merges templates with values. A tag finds entries of maps and nothing else: neither members of objects nor other
 * templates, so what is handed over is all there is (S-PDF-02).
 */
final class MergedTemplate {

    private MergedTemplate() {}

    /** The text in which every tag is replaced; throws {@link MustacheException} where the template makes no sense. */
    static String of(String template, Locale language, Map<String, Object> values) {
        return Mustache.compiler()
                .escapeHTML(true)
                .defaultValue("")
                .withCollector(new EntriesOfMaps())
                .withFormatter(value -> written(value, language))
                .withLoader(name -> {
                    throw new MustacheException("There are no other templates: " + name);
                })
                .compile(template)
                .execute(values);
    }

    static String written(Object value, Locale language) {
        if (value instanceof Money money) {
            return money(money, language);
        } else if (value instanceof LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(language)
                    .format(day);
        } else if (value instanceof BigDecimal number) {
            NumberFormat format = NumberFormat.getNumberInstance(language);
            format.setMaximumFractionDigits(8);
            return format.format(number);
        }
        return String.valueOf(value);
    }

    private static String money(Money money, Locale language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        Currency currency = Currency.getInstance(money.currency());
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(
                Math.max(decimals, money.amount().stripTrailingZeros().scale()));
        return format.format(money.amount());
    }

    private static final class EntriesOfMaps implements Mustache.Collector {

        @Override
        public Iterator<?> toIterator(Object value) {
            return value instanceof Iterable<?> items ? items.iterator() : null;
        }

        @Override
        public Mustache.VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map<?, ?> ? EntriesOfMaps::entry : null;
        }

        private static Object entry(Object context, String name) {
            Map<?, ?> map = (Map<?, ?>) context;
            return map.containsKey(name) ? map.get(name) : Template.NO_FETCHER_FOUND;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new HashMap<>();
        }
    }
}
