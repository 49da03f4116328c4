package org.pipewright.billing.einvoices;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Codes of UN/ECE Recommendation 20, and of 21 for packages, for the units that people write in English or German (BT-130;
 * S-EINV-08). A unit that is not known stays as it is written: it may be a code itself, and else the rules name it.
 */
public final class UnitCodes {

    /** One of something. */
    public static final String PIECE = "C62";

    private static final Map<String, String> WORDS = words(
            PIECE + ": pc, pcs, piece, pieces, ea, each, unit, units, st, stk, stck, stück, stücke, einheit, einheiten",
            "HUR: h, hr, hrs, hour, hours, std, stunde, stunden",
            "MIN: min, mins, minute, minutes, minuten",
            "DAY: d, day, days, tag, tage",
            "WEE: week, weeks, woche, wochen",
            "MON: month, months, monat, monate",
            "QAN: quarter, quarters, quartal, quartale",
            "ANN: year, years, jahr, jahre",
            "GRM: g, gram, grams, gramm",
            "KGM: kg, kilo, kilogram, kilograms, kilogramm",
            "TNE: t, ton, tonne, tons, tonnes, tonnen",
            "MMT: mm, millimetre, millimeter",
            "CMT: cm, centimetre, centimeter, zentimeter",
            "MTR: m, metre, metres, meter, meters, lfm",
            "KMT: km, kilometre, kilometres, kilometer, kilometers",
            "MTK: m2, m², sqm, qm, quadratmeter",
            "MTQ: m3, m³, cbm, kubikmeter",
            "MLT: ml, millilitre, milliliter",
            "LTR: l, ltr, litre, litres, liter, liters",
            "KWH: kwh, kilowattstunde, kilowattstunden",
            "SET: set, sets, satz, sätze",
            "PR: pair, pairs, paar, paare",
            "DZN: dozen, dutzend",
            "LS: lump sum, flat rate, pauschal, pauschale, psch",
            "P1: %, percent, prozent",
            "XBX: box, boxes, kiste, kisten",
            "XCT: carton, cartons, karton, kartons",
            "XPK: package, packages, packung, packungen, paket, pakete",
            "XPX: pallet, pallets, palette, paletten");

    private UnitCodes() {}

    private static Map<String, String> words(String... rows) {
        return Arrays.stream(rows)
                .map(row -> row.split(": ", 2))
                .flatMap(row -> Arrays.stream(row[1].split(", ")).map(word -> Map.entry(word, row[0])))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The code of what was written. */
    public static String of(String unit) {
        String plain = unit.strip();
        String word = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
        return WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), plain);
    }

    /** Those that are told by words. */
    static List<String> all() {
        return WORDS.values().stream().distinct().sorted().toList();
    }
}
