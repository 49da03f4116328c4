package org.pipewright.sales.blocks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.texts.Language;
import org.pipewright.sales.blocks.TextBlock.Kind;

/** The standard texts of the tenant (S-QUO-14). */
@ApplicationScoped
public class TextBlocks {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    /** What stands above the lines. */
    public Optional<String> introduction(Language language) {
        return standard(Kind.INTRODUCTION, language);
    }

    /** Terms, and behind them how long the quote is valid. */
    public Optional<String> conditions(Language language) {
        String both = Stream.of(standard(Kind.TERMS, language), standard(Kind.VALIDITY, language))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
        return Optional.of(both).filter(text -> !text.isEmpty());
    }

    private Optional<String> standard(Kind kind, Language language) {
        return entityManager
                .createQuery(
                        "select b from TextBlock b where b.kind = :kind and b.language = :language and b.standard = true"
                                + " and b.active = true and b.deletedAt is null order by b.position, b.createdAt",
                        TextBlock.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("kind", kind)
                .setParameter("language", language.code())
                .setMaxResults(1)
                .getResultStream()
                .map(TextBlock::text)
                .findFirst();
    }
}
