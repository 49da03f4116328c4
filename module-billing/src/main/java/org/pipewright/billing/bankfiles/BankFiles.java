package org.pipewright.billing.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.files.CsvTables;
import org.pipewright.platform.spi.files.FileReaction;
import org.pipewright.platform.spi.files.FileScan.IncomingFile;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Reads files of banks that people add to a bank file. Entries are kept at once, all or none, and then booked one by one
 * in transactions of their own; those that are there already are left alone (S-PAY-07).
 */
@ApplicationScoped
class BankFiles implements FileReaction {

    /** Event: an entry was read and is to be booked. */
    static final String READ = "billing.bank-entry-read.v1";

    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_BYTES = 20 << 20;

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentTenant tenant;

    @Inject
    CsvTables tables;

    @Inject
    Records records;

    @Inject
    Events events;

    @Override
    public String recordType() {
        return BankFile.NAME;
    }

    @Override
    public void added(UUID record, IncomingFile file) {
        if (caller.level(BankFile.NAME, Action.EDIT) == Level.NONE) {
            throw Refusal.of(BillingErrorCode.NOT_TO_READ);
        }
        Map<String, ReadEntry> read = EntryKeys.of(entries(file.content()));
        waitForOthers();
        Set<String> known = new TreeSet<>(known(read.keySet()));
        read.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(entry -> records.create(new BankEntry(record, entry.getKey(), entry.getValue())))
                .forEach(entry -> events.publish(READ, entry.id(), JsonValue.EMPTY_JSON_OBJECT));
        records.withId(BankFile.class, record)
                .ifPresent(bankFile -> records.change(
                        bankFile, changed -> changed.read(account(read), read.size() - known.size(), known.size())));
    }

    private List<ReadEntry> entries(byte[] content) {
        try {
            List<ReadEntry> entries = content.length > MOST_BYTES ? tooMany() : read(content);
            entries.forEach(entry -> requireCurrency(entry.currency()));
            return entries.size() > MOST_ENTRIES ? tooMany() : entries;
        } catch (Unreadable e) {
            throw new Refusal(
                    BillingErrorCode.BANK_FILE,
                    Map.of(),
                    List.of(new FieldError(
                            "content", e.getMessage(), "billing.bank-file.unreadable." + e.getMessage())));
        }
    }

    private static List<ReadEntry> tooMany() {
        throw new Unreadable("too-many");
    }

    private List<ReadEntry> read(byte[] content) {
        return isXml(content)
                ? Camt.entries(content)
                : new CsvColumns(tenant.currency())
                        .entries(tables.rows(content, MOST_ENTRIES).orElseThrow(() -> new Unreadable("malformed")));
    }

    private static boolean isXml(byte[] content) {
        for (byte each : content) {
            if (each == '<') {
                return true;
            } else if (each >= '0') {
                return false;
            }
        }
        return false;
    }

    private static void requireCurrency(String code) {
        if (!Money.isCurrency(code)) {
            throw new Unreadable("malformed");
        }
    }

    /** Of two files with the same entries that come at once, the second sees what the first has kept. */
    private void waitForOthers() {
        entityManager
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended("
                        + "'bank-entries ' || current_setting('pipewright.tenant'), 0))) waited")
                .getResultList();
    }

    private List<String> known(Set<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery("select e.entryKey from BankEntry e where e.entryKey in :keys", String.class)
                        .setParameter("keys", keys)
                        .getResultList();
    }

    private static String account(Map<String, ReadEntry> read) {
        return read.values().stream().map(ReadEntry::account).findFirst().orElse("");
    }
}
