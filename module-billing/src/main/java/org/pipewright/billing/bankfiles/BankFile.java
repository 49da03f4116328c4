package org.pipewright.billing.bankfiles;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** What a bank tells of an account: the files added to it are read, and their entries booked (S-PAY-07). */
@Entity
@Table(schema = "billing", name = "bank_file")
@RecordType(
        name = BankFile.NAME,
        path = "bank-files",
        title = "name",
        feature = "billing.payments",
        columns = {"name", "account", "entries", "known", "createdAt"},
        menu = "billing",
        order = 25,
        icon = "file-text",
        importable = false)
class BankFile extends CrmRecord {

    static final String NAME = "billing.bank-file";

    @Field(max = 200, searchable = true)
    private String name;

    /** The tenant's own one. */
    @Field(readOnly = true, max = 40)
    private String account;

    /** How many entries its files brought. */
    @Field(readOnly = true)
    private Integer entries;

    /** How many of their entries were there already. */
    @Field(readOnly = true)
    private Integer known;

    @Field(format = Field.Format.MULTILINE, max = 2000)
    private String note;

    protected BankFile() {}

    /** Is called what nobody called otherwise. */
    void named(String file) {
        name = name == null ? file : name;
    }

    /** A file was read. */
    void read(String ownAccount, int brought, int knownBefore) {
        account = ownAccount.isEmpty() ? account : ownAccount;
        entries = entries() + brought;
        known = (known == null ? 0 : known) + knownBefore;
    }

    int entries() {
        return entries == null ? 0 : entries;
    }

    String name() {
        return name;
    }
}
