package org.pipewright.platform.usage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.pipewright.platform.csv.CsvOutput;

/** Months of use as CSV. */
public final class UsageFile {

    private UsageFile() {}

    /** One row for each month. */
    public static byte[] of(List<MonthOfUse> months) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvOutput csv = CsvOutput.to(bytes, true)) {
            csv.row(List.of("month", "activeUsers", "records", "storageBytes", "apiCalls", "mails", "jobs"));
            months.forEach(month -> csv.row(List.of(
                    month.month(),
                    String.valueOf(month.activeUsers()),
                    String.valueOf(month.records()),
                    String.valueOf(month.storageBytes()),
                    String.valueOf(month.apiCalls()),
                    String.valueOf(month.mails()),
                    String.valueOf(month.jobs()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
