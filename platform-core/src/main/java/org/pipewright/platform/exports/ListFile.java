package org.pipewright.platform.exports;

import java.io.OutputStream;
import org.pipewright.platform.recordtypes.DeclaredType;

/**
 * What a list is written as.
 *
 * @param excel whether it is a workbook, else CSV
 * @param byteOrderMark whether CSV begins with one
 */
record ListFile(boolean excel, boolean byteOrderMark) {

    private static final String CSV = "text/csv;charset=UTF-8";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static ListFile of(String format, boolean byteOrderMark) {
        return new ListFile(format.equals("xlsx"), byteOrderMark);
    }

    String mediaType() {
        return excel ? XLSX : CSV;
    }

    String name(DeclaredType type) {
        return type.path() + (excel ? ".xlsx" : ".csv");
    }

    Sheet on(OutputStream out, DeclaredType type) {
        return excel ? new XlsxSheet(out, type.path()) : new CsvSheet(out, byteOrderMark);
    }
}
