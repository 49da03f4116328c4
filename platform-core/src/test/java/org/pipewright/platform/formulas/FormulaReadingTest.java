package org.pipewright.platform.formulas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.Formula;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

class FormulaReadingTest {

    private static final DeclaredType TYPE = TypeReading.read("core", Thing.class);

    private static Formula read(String formula) {
        return new FormulaReading(TYPE, Map.of("ownIt", formula)).of("ownIt");
    }

    private static FormulaFault fault(String formula) {
        return catchThrowableOfType(FormulaFault.class, () -> read(formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "width * 2 + 1.5 # DECIMAL",
                "width / pieces # DECIMAL",
                "-width % 3 # DECIMAL",
                "made - today() # DECIMAL",
                "made + 30 # DATE",
                "name + ' of ' + width # TEXT",
                "width > 10 ? 'large' : 'small' # TEXT",
                "sold && width > 1 || !sold # BOOLEAN",
                "made == null ? null : made + pieces # DATE",
                "round(width, 2) + min(1, pieces) # DECIMAL",
                "upper(ifEmpty(name, '-')) # TEXT",
                "filled(name) # BOOLEAN",
                "year(made) # DECIMAL"
            })
    void knowsWhatAFormulaMakes(String formula, FieldKind kind) {
        assertThat(read(formula).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "width + # formula # ``",
                "name * 2 # wrong-type # _*_",
                "width + nobody # unknown # nobody",
                "width + sold # wrong-type # _+_",
                "sold ? 1 : 'a' # wrong-type # _?_:_",
                "width ? 1 : 2 # wrong-type # _?_:_",
                "erase(width) # formula-function # erase",
                "name.size() # formula-function # size",
                "width == name # wrong-type # _==_",
                "id # unknown # id",
                "null # formula # ``",
                "[width] # formula # ``",
                "1e300 # out-of-range # ``"
            })
    void refusesWhatMakesNoSenseAndNamesWhy(String formula, String code, String about) {
        assertThat(fault(formula).code()).isEqualTo(code);
        assertThat(fault(formula).about()).isEqualTo(about);
    }

    @Test
    void tellsOfWhichFieldsItIsMadeAlsoThroughOthers() {
        FormulaReading reading =
                new FormulaReading(TYPE, Map.of("ownIt", "ownOther + width", "ownOther", "pieces * 2"));

        assertThat(reading.of("ownIt").uses()).containsExactlyInAnyOrder("pieces", "width");
    }

    @Test
    void refusesOneThatNeedsItsOwnResult() {
        FormulaReading reading = new FormulaReading(TYPE, Map.of("ownIt", "ownOther + 1", "ownOther", "ownIt * 2"));

        FormulaFault fault = catchThrowableOfType(FormulaFault.class, () -> reading.of("ownIt"));

        assertThat(fault.code()).isEqualTo("formula-cycle");
        assertThat(fault.about()).isEqualTo("ownIt");
    }

    @Test
    void refusesOneThatWouldGrowBeyondMeasure() {
        FormulaReading reading = new FormulaReading(
                TYPE,
                Map.of(
                        "ownIt", "ownA" + " + ownA".repeat(100),
                        "ownA", "ownB" + " + ownB".repeat(100),
                        "ownB", "width" + " + width".repeat(20)));

        assertThat(catchThrowableOfType(FormulaFault.class, () -> reading.of("ownIt"))
                        .code())
                .isEqualTo("too-long");
    }

    @Test
    void keepsTextsApartFromTheStatement() {
        assertThat(read("\"'; drop table core.role; --\" + name").sql())
                .contains("'''; drop table core.role; --'::text");
        assertThat(read("'%s' + name").sql()).contains("'%s'::text");
        assertThat(fault("'\uE000' + name").code()).isEqualTo("formula");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThat(fault("(".repeat(900) + "width" + ")".repeat(900)).code()).isEqualTo("formula");
    }

    @RecordType(name = "core.thing", path = "things", title = "name", columns = "name", sort = "name")
    @Table(schema = "core", name = "thing")
    static class Thing extends CrmRecord {

        @Field
        private String name;

        @Field
        private BigDecimal width;

        @Field
        private Integer pieces;

        @Field
        private LocalDate made;

        @Field
        private Boolean sold;
    }
}
