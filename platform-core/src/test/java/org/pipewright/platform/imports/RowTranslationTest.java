package org.pipewright.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.accounts.Account;
import org.pipewright.platform.imports.ImportMapping.FieldMapping;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

class RowTranslationTest {

    private static final List<String> HEADER = List.of("account", "size", "value", "part of");

    private static FieldMapping field(
            String field, String column, String constant, Map<String, String> values, boolean clear) {
        return new FieldMapping(field, column, constant, values, null, null, null, null, null, clear);
    }

    @Table(schema = "core", name = "thing")
    @RecordType(name = "core.thing", path = "things", title = "name")
    private static final class Thing extends CrmRecord {

        enum Kind {
            CUSTOMER,
            PARTNER
        }

        @Field
        private String name;

        @Field
        private Kind kind;

        @Field(format = Field.Format.LANGUAGE)
        private String language;

        @Field
        private boolean done;
    }

    private static Translated translate(List<String> cells, FieldMapping... fields) {
        return translate(Account.class, cells, fields);
    }

    private static Translated translate(Class<? extends CrmRecord> type, List<String> cells, FieldMapping... fields) {
        RowTranslation translation = new RowTranslation(
                TypeReading.read("core", type),
                new ImportMapping(List.of(fields), null, null, null),
                HEADER,
                KnownTexts.names(),
                new RowTranslation.Setting("EUR", ZoneId.of("UTC")));
        return translation.translate(new Row(1, cells));
    }

    @Test
    void readsCellsByTheKindOfTheirField() {
        Translated row = translate(
                List.of("Acme", "2,822", "1100.04", ""),
                FieldMapping.of("name", "account"),
                FieldMapping.of("employees", "size"),
                FieldMapping.of("annualRevenue", "value"));

        assertThat(row.members())
                .hasToString("{\"name\":\"Acme\",\"employees\":2822,"
                        + "\"annualRevenue\":{\"amount\":\"1100.04\",\"currency\":\"EUR\"}}");
        assertThat(row.errors()).isEmpty();
    }

    @Test
    void namesEveryCellThatDoesNotFit() {
        Translated row = translate(
                List.of("Acme", "many", "a lot", ""),
                FieldMapping.of("employees", "size"),
                FieldMapping.of("annualRevenue", "value"));

        assertThat(row.errors()).extracting("field").containsExactly("employees", "annualRevenue");
        assertThat(row.errors()).extracting("code").containsOnly("wrong-number");
    }

    @Test
    void replacesOtherSpellings() {
        Translated row = translate(
                List.of("Acme", "", "", "technolgy"),
                field("industry", "part of", null, Map.of("Technolgy ", "technology"), false));

        assertThat(row.members()).hasToString("{\"industry\":\"technology\"}");
    }

    @Test
    void takesTheConstantWhereTheCellIsEmpty() {
        FieldMapping kind = field("kind", "part of", "kundschaft", null, false);

        assertThat(translate(Thing.class, List.of("", "", "", ""), kind).members())
                .hasToString("{\"kind\":\"CUSTOMER\"}");
        assertThat(translate(Thing.class, List.of("", "", "", "Partner"), kind).members())
                .hasToString("{\"kind\":\"PARTNER\"}");
        assertThat(translate(Thing.class, List.of("", "", "", "Friend"), kind).errors())
                .extracting("code")
                .containsExactly("not-a-choice");
    }

    @ParameterizedTest
    @CsvSource({"de, DE", "DE, DE", "German, DE", "deutsch, DE", "Englisch, EN"})
    void knowsLanguagesByCodeAndByWhatPeopleCallThem(String cell, String code) {
        Translated row = translate(Thing.class, List.of(cell, "", "", ""), FieldMapping.of("language", "account"));

        assertThat(row.members()).hasToString("{\"language\":\"" + code + "\"}");
    }

    @Test
    void refusesLanguagesThatTheProductDoesNotSpeak() {
        Translated row = translate(Thing.class, List.of("French", "", "", ""), FieldMapping.of("language", "account"));

        assertThat(row.errors()).extracting("field").containsExactly("language");
        assertThat(row.errors()).extracting("code").containsExactly("not-a-choice");
    }

    @ParameterizedTest
    @CsvSource({"x, true", "Sure, true", "klar, true", "No way, false"})
    void knowsYesAndNoInWordsOfEachLanguage(String cell, String value) {
        Translated row = translate(Thing.class, List.of(cell, "", "", ""), FieldMapping.of("done", "account"));

        assertThat(row.members()).hasToString("{\"done\":" + value + "}");
    }

    @Test
    void emptiesAFieldOnlyWhenToldTo() {
        assertThat(translate(List.of("", "", "", ""), field("industry", "account", null, null, true))
                        .members())
                .hasToString("{\"industry\":null}");
        assertThat(translate(List.of("", "", "", ""), field("industry", "account", null, null, false))
                        .members())
                .hasToString("{}");
    }

    @Test
    void keepsReferencesAsNames() {
        Translated row = translate(List.of("Acme", "", "", " Golddex "), FieldMapping.of("parent", "part of"));

        assertThat(row.references()).isEqualTo(Map.of("parent", "Golddex"));
        assertThat(row.members()).isEmpty();
    }

    @Test
    void letsSeveralFieldsUseOneColumn() {
        Translated row = translate(
                List.of("Acme", "", "", ""),
                FieldMapping.of("name", "account"),
                FieldMapping.of("legalName", "account"));

        assertThat(row.members()).hasToString("{\"name\":\"Acme\",\"legalName\":\"Acme\"}");
    }
}
