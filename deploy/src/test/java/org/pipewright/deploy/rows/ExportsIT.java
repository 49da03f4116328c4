package org.pipewright.deploy.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.id;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.made;
import static org.pipewright.deploy.access.Acme.unique;
import static org.pipewright.deploy.product.RunningProduct.eventually;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.access.Acme;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** What is exported can be opened elsewhere, says the same there, and comes in again as it was (S-IMP-10, S-IMP-11). */
class ExportsIT {

    private static final String FORMULA = "=SUM(1;2)";

    private final String word = unique("Exported");
    private final JsonObject parent = made(
            DemoMember.ANNA_ADMIN,
            "accounts",
            "name",
            word + " Bücher \"und\" Söhne; KG",
            "industry",
            FORMULA,
            "employees",
            1200,
            "annualRevenue",
            json("amount", "1234567.89", "currency", "EUR"),
            "foundedYear",
            1898);
    private final JsonObject child = made(
            DemoMember.ANNA_ADMIN, "accounts", "name", word + " Tochter, Inc", "parent", id(parent), "customer", true);

    private Call export(String format) {
        return Call.get(ROOT + "accounts/export")
                .query("format", format)
                .query("q", word)
                .query("sort", "name");
    }

    @Test
    void anExcelFileOpensWithNumbersAsNumbersAndFormulasAsText() throws IOException {
        List<Row> rows = excel(export("xlsx").query("header", "names"));

        List<String> header = texts(rows.get(0));
        Row first = rows.get(1);
        assertThat(rows).hasSize(3);
        assertThat(texts(rows.get(1)).get(header.indexOf("name"))).isEqualTo(word + " Bücher \"und\" Söhne; KG");
        Cell formula = first.getCell(header.indexOf("industry"));
        assertThat(formula.getType()).isEqualTo(CellType.STRING);
        assertThat(formula.asString()).isEqualTo(FORMULA);
        Cell employees = first.getCell(header.indexOf("employees"));
        assertThat(employees.getType()).isEqualTo(CellType.NUMBER);
        assertThat(employees.asNumber()).isEqualByComparingTo("1200");
        assertThat(first.getCell(header.indexOf("annualRevenue")).asNumber()).isEqualByComparingTo("1234567.89");
        assertThat(first.getCell(header.indexOf("annualRevenueCurrency")).asString())
                .isEqualTo("EUR");
        assertThat(texts(rows.get(2)).get(header.indexOf("parent"))).isEqualTo(parent.getString("name"));
    }

    @Test
    void aCsvFileComesInAgainWithoutAChange() {
        comesInUnchanged(Acme.admin().done(export("csv")).body());
    }

    @Test
    void anExcelFileSavedAsCsvComesInAgainWithoutAChange() throws IOException {
        String csv = excel(export("xlsx")).stream()
                .map(row -> texts(row).stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));

        comesInUnchanged(csv);
    }

    private static List<Row> excel(Call call) throws IOException {
        byte[] file = Acme.admin().download(call);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }

    private void comesInUnchanged(String csv) {
        String imports = ROOT + "imports";
        String upload = id(Acme.admin()
                .done(Call.of("POST", imports)
                        .query("recordType", "core.account")
                        .with("text/csv;charset=UTF-8", csv))
                .json());
        JsonObject suggested = Acme.admin().read(imports + "/" + upload).getJsonObject("mapping");
        Acme.admin().done(Call.put(imports + "/" + upload + "/mapping", suggested));
        for (String step : List.of("validate", "run")) {
            Acme.admin().done(Call.of("POST", imports + "/" + upload + "/" + step));
            eventually(step, () -> !Acme.admin().read(imports + "/" + upload).containsKey("work"));
        }

        assertThat(Acme.admin()
                        .read(imports + "/" + upload)
                        .getJsonObject("counts")
                        .getInt("SKIPPED", 0))
                .as(csv)
                .isEqualTo(2);
        for (JsonObject account : List.of(parent, child)) {
            assertThat(Acme.admin().read(ROOT + "accounts/" + id(account))).isEqualTo(account);
        }
    }
}
