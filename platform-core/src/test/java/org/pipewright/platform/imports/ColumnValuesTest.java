package org.pipewright.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.imports.ColumnValues.Candidates;
import org.pipewright.platform.imports.ImportView.Match;

class ColumnValuesTest {

    private static final Candidates CANDIDATES = new Candidates(titles());

    private static Map<String, Match> titles() {
        Map<String, Match> titles = new LinkedHashMap<>();
        Stream.of("GTX Pro", "GTX Plus Pro", "GTX Plus Basic", "Closed Won", "Closed Lost")
                .forEach(title -> titles.put(Lookup.fold(title), new Match(null, title)));
        return titles;
    }

    @ParameterizedTest(name = "{0} probably means {1}")
    @CsvSource({"GTXPro, GTX Pro", "Won, Closed Won", "closed-lost, Closed Lost"})
    void suggestsWhatAValueProbablyMeans(String value, String title) {
        assertThat(CANDIDATES.suggestion(value)).map(Match::title).contains(title);
    }

    @Test
    void suggestsNothingWhereSeveralWouldFit() {
        assertThat(CANDIDATES.suggestion("GTX Plus")).isEmpty();
        assertThat(CANDIDATES.suggestion("Engaging")).isEmpty();
    }

    @Test
    void needsNoSuggestionForWhatIsThere() {
        assertThat(CANDIDATES
                        .view(new ImportRows.ValueCount("gtx pro", 3))
                        .match()
                        .title())
                .isEqualTo("GTX Pro");
    }
}
