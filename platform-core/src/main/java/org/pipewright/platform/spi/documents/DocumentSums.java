package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import java.util.List;
import org.pipewright.platform.spi.taxes.TaxBreakdown;

/**
 * What a document comes to, in its currency. {@code net + tax == total}, {@code total + rounding == payable}, and {@code
 * lines - discount == net}, always and exactly.
 *
 * @param lines sum of the net amounts of the lines, BT-106
 * @param discount the document's discount without tax, BT-107
 * @param net total without tax, BT-109
 * @param tax total tax, BT-110
 * @param total with tax, BT-112
 * @param rounding what is left over where prices include tax, BT-114
 * @param payable what is to be paid, BT-115 while nothing is paid
 * @param taxes BG-23
 * @param items net amount of each item, BT-131, in the order in which the items were given; also of those not counted
 */
public record DocumentSums(
        BigDecimal lines,
        BigDecimal discount,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal total,
        BigDecimal rounding,
        BigDecimal payable,
        TaxBreakdown taxes,
        List<BigDecimal> items) {}
