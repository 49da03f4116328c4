package org.pipewright.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.accounts.Account;
import org.pipewright.platform.csv.CsvFile;
import org.pipewright.platform.imports.ImportMapping.FieldMapping;
import org.pipewright.platform.people.Member;
import org.pipewright.platform.products.Product;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.records.CrmRecord;

class MappingSuggestionTest {

    private static ImportMapping suggest(Class<? extends CrmRecord> entity, List<String> columns, String... cells) {
        DeclaredType type = TypeReading.read("core", entity);
        List<List<String>> rows = cells.length == 0 ? List.of() : List.of(List.of(cells));
        return new MappingSuggestion(type, KnownTexts.names(), columns, rows).suggest(type.writable());
    }

    private static ImportMapping suggest(Class<? extends CrmRecord> entity, String file) throws IOException {
        try (InputStream in = MappingSuggestionTest.class.getResourceAsStream(file)) {
            CsvFile csv =
                    CsvFile.read(in.readAllBytes(), Optional.empty(), Optional.empty(), new CsvFile.Limits(100, 20));
            DeclaredType type = TypeReading.read("core", entity);
            return new MappingSuggestion(type, KnownTexts.names(), csv.header(), csv.rows()).suggest(type.writable());
        }
    }

    private static Map<String, String> columns(ImportMapping mapping) {
        return mapping.fields().stream().collect(Collectors.toMap(FieldMapping::field, FieldMapping::column));
    }

    @Test
    void suggestsByNameByLabelInAnyLanguageAndByOtherWords() {
        ImportMapping mapping = suggest(Account.class, List.of("Founded_Year", "mitarbeitende", "SECTOR"));

        assertThat(columns(mapping))
                .isEqualTo(Map.of("foundedYear", "Founded_Year", "employees", "mitarbeitende", "industry", "SECTOR"));
    }

    @Test
    void suggestsForTheAccountsOfAHardwareSeller() throws IOException {
        assertThat(columns(suggest(Account.class, "accounts.csv")))
                .containsEntry("name", "account")
                .containsEntry("industry", "sector")
                .containsEntry("parent", "subsidiary_of");
    }

    @Test
    void suggestsForItsProducts() throws IOException {
        assertThat(columns(suggest(Product.class, "products.csv")))
                .isEqualTo(Map.of("name", "product", "category", "series", "price", "sales_price"));
    }

    @Test
    void suggestsForItsPeopleInTheirRegions() throws IOException {
        assertThat(columns(suggest(Member.class, "sales_teams.csv")))
                .isEqualTo(Map.of("name", "sales_agent", "manager", "manager", "team", "regional_office"));
    }

    @Test
    void takesTheColumnOfTheCurrencyBesideAnAmount() {
        ImportMapping mapping =
                suggest(Account.class, List.of("Jahresumsatz", "Jahresumsatz (Währung)"), "1.234,50", "EUR");

        FieldMapping revenue = mapping.of("annualRevenue").orElseThrow();
        assertThat(revenue.currencyColumn()).isEqualTo("Jahresumsatz (Währung)");
        assertThat(revenue.format()).isEqualTo(",");
    }

    @Test
    void updatesByIdWhenTheFileCameFromAnExport() {
        ImportMapping mapping =
                suggest(Account.class, List.of("id", "name"), "01990000-0000-7000-8000-000000000001", "Acme");

        assertThat(mapping.mode()).isEqualTo("create-or-update");
        assertThat(mapping.keys()).containsExactly("id");
    }
}
