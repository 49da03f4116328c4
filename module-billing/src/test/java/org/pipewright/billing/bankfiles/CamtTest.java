package org.pipewright.billing.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements by ISO 20022 (S-PAY-07). */
class CamtTest {

    private static final String ENTRY =
            "<Ntry><Amt Ccy='EUR'>119.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-05-06</Dt></BookgDt>"
                    + "<AcctSvcrRef>A-1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
                    + "<RltdPties><Dbtr><Nm>Engines Ltd</Nm></Dbtr><DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct></RltdPties>"
                    + "<RmtInf><Ustrd>Invoice INV-2025-</Ustrd><Ustrd>102</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";

    private static List<ReadEntry> read(String version, String entries) {
        String file = "<?xml version='1.0'?><Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001." + version
                + "'><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>" + entries
                + "</Stmt></BkToCstmrStmt></Document>";
        return Camt.entries(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsVersionTwo() {
        assertThat(read("02", ENTRY))
                .containsExactly(new ReadEntry(
                        "DE89370400440532013000",
                        LocalDate.of(2025, 5, 6),
                        new BigDecimal("119.00"),
                        "EUR",
                        false,
                        "Engines Ltd",
                        "DE02120300000000202051",
                        "",
                        "Invoice INV-2025- 102",
                        "A-1",
                        false));
    }

    @Test
    void readsVersionEight() {
        String entry = ENTRY.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")
                .replace("<Nm>Engines Ltd</Nm>", "<Pty><Nm>Engines Ltd</Nm></Pty>");

        assertThat(read("08", entry)).isEqualTo(read("02", ENTRY));
    }

    @Test
    void leavesOutWhatIsNotBookedYet() {
        assertThat(read("02", ENTRY.replace(">BOOK<", ">PDNG<"))).isEmpty();
    }

    @Test
    void takesTheOtherSideOfMoneyThatWent() {
        String entry = ENTRY.replace("CRDT", "DBIT").replace("Dbtr", "Cdtr");

        assertThat(read("02", entry)).singleElement().satisfies(read -> {
            assertThat(read.out()).isTrue();
            assertThat(read.payer()).isEqualTo("Engines Ltd");
        });
    }

    @Test
    void takesABatchApart() {
        String batch = "<Ntry><Amt Ccy='EUR'>30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                + "<BookgDt><Dt>2025-05-06</Dt></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls>"
                + "<TxDtls><AmtDtls><TxAmt><Amt Ccy='EUR'>10.00</Amt></TxAmt></AmtDtls></TxDtls>"
                + "<TxDtls><AmtDtls><TxAmt><Amt Ccy='EUR'>20.00</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls></Ntry>";

        assertThat(read("02", batch))
                .extracting(ReadEntry::amount, ReadEntry::bankReference)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new BigDecimal("10.00"), "B-1/1"),
                        org.assertj.core.groups.Tuple.tuple(new BigDecimal("20.00"), "B-1/2"));
    }

    @Test
    void opensNoOtherFile() {
        String bad =
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Document><BkToCstmrStmt><Stmt><Acct>&x;</Acct>"
                        + "</Stmt></BkToCstmrStmt></Document>";

        assertThatThrownBy(() -> Camt.entries(bad.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("malformed");
    }

    @Test
    void saysWhenThereIsNoStatement() {
        assertThatThrownBy(() -> Camt.entries("<a/>".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("no-statement");
    }
}
