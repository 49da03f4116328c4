package org.pipewright.platform.csv;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.platform.csv.CsvFile.Limits;

class CsvFileTest {

    private static final Limits LIMITS = new Limits(3, 4);

    private static CsvFile read(byte[] bytes) {
        return CsvFile.read(bytes, Optional.empty(), Optional.empty(), LIMITS);
    }

    private static CsvFile read(String text) {
        return read(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) {
        CsvFile file = read("name,city\nMüller, Köln\n".replace(",", delimiter));

        assertThat(file.delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(file.header()).containsExactly("name", "city");
        assertThat(file.rows()).hasSize(1);
    }

    @Test
    void isNotMisledByDelimitersInsideQuotes() {
        CsvFile file = read("name;note\n\"Acme, Inc., Ltd.\";\"one, two\"\n");

        assertThat(file.delimiter()).isEqualTo(';');
        assertThat(file.rows().get(0)).containsExactly("Acme, Inc., Ltd.", "one, two");
    }

    @Test
    void readsUtf8WithByteOrderMark() {
        CsvFile file = read("\uFEFFname\nMüller\n");

        assertThat(file.encoding()).isEqualTo(UTF_8);
        assertThat(file.header()).containsExactly("name");
    }

    @Test
    void readsWindows1252WhenItIsNoUtf8() {
        CsvFile file = read("name\nMüller 5 €\n".getBytes(TextEncoding.WINDOWS));

        assertThat(file.encoding()).isEqualTo(TextEncoding.WINDOWS);
        assertThat(file.rows().get(0)).containsExactly("Müller 5 €");
    }

    @Test
    void readsUtf16WithByteOrderMark() {
        CsvFile file = read("\uFEFFname\tcity\nMüller\tKöln\n".getBytes(UTF_16LE));

        assertThat(file.header()).containsExactly("name", "city");
    }

    @Test
    void takesTheEncodingItIsTold() {
        CsvFile file = CsvFile.read(
                "name\nMüller\n".getBytes(UTF_8), Optional.of(Charset.forName("ISO-8859-1")), Optional.of(','), LIMITS);

        assertThat(file.rows().get(0)).containsExactly("MÃ¼ller");
    }

    @Test
    void fillsShortRowsAndLeavesOutEmptyOnes() {
        CsvFile file = read("a,b,c\n1\n\n,,\n2,3,4,5\n");

        assertThat(file.rows()).containsExactly(java.util.List.of("1", "", ""), java.util.List.of("2", "3", "4"));
    }

    @Test
    void namesColumnsThatHaveNoNameOrTheSame() {
        CsvFile file = read("name,,name,x\n1,2,3,4\n");

        assertThat(file.header()).containsExactly("name", "Column 2", "name (2)", "x");
    }

    @Test
    void keepsLineBreaksInsideQuotes() {
        CsvFile file = read("name,note\nAcme,\"one\ntwo\"\n");

        assertThat(file.rows().get(0)).containsExactly("Acme", "one\ntwo");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> read("")).hasMessage("empty");
        assertThatThrownBy(() -> read("a\n1\n2\n3\n4\n")).hasMessage("too-many-rows");
        assertThatThrownBy(() -> read("a,b,c,d,e\n")).hasMessage("too-many-columns");
    }
}
