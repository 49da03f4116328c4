package org.pipewright.platform.formulas;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pipewright.platform.formulas.Term.Sort;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.Formula;
import org.projectnessie.cel.common.Source;
import org.projectnessie.cel.parser.Options;
import org.projectnessie.cel.parser.Parser;
import org.projectnessie.cel.parser.Parser.ParseResult;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Constant;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Expr;

/**
 * Reads formulas of a record type. A formula that names another one contains it, so that it is reckoned from the same row;
 * one that contains itself is refused.
 *
 * @param type whose fields formulas name
 * @param formulas of the type's fields, by the names of these
 */
public record FormulaReading(DeclaredType type, Map<String, String> formulas) {

    private static final int DEEPEST = 60;
    /** Formulas that contain each other grow; the database has to plan them at every read. */
    private static final int LONGEST_SQL = 20_000;

    private static final Options OPTIONS =
            Options.builder().maxRecursionDepth(DEEPEST).build();

    /** How the field of that name is reckoned; throws a {@link FormulaFault} when its formula makes no sense. */
    public Formula of(String name) {
        return term(name, new LinkedHashSet<>()).formula();
    }

    private Term term(String name, Set<String> within) {
        if (!within.add(name)) {
            throw new FormulaFault("formula-cycle", name);
        }
        Term term = read(parsed(formulas.get(name)), within);
        within.remove(name);
        if (term.sql().length() > LONGEST_SQL) {
            throw new FormulaFault("too-long", "");
        }
        return term;
    }

    private static Expr parsed(String text) {
        try {
            ParseResult result = Parser.parse(OPTIONS, Source.newTextSource(text));
            if (!result.hasErrors()) {
                return result.getExpr();
            }
        } catch (RuntimeException e) {
            // the library throws where it gives up, such as on a formula that is nested too deeply
        }
        throw new FormulaFault("formula", "");
    }

    private Term read(Expr expression, Set<String> within) {
        return switch (expression.getExprKindCase()) {
            case CONST_EXPR -> constant(expression.getConstExpr());
            case IDENT_EXPR -> field(expression.getIdentExpr().getName(), within);
            case CALL_EXPR -> call(expression.getCallExpr(), within);
            default -> throw new FormulaFault("formula", "");
        };
    }

    private static Term constant(Constant constant) {
        return switch (constant.getConstantKindCase()) {
            case INT64_VALUE -> Term.constant(Sort.NUMBER, "(" + constant.getInt64Value() + ")::numeric");
            case DOUBLE_VALUE -> number(constant.getDoubleValue());
            case STRING_VALUE -> text(constant.getStringValue());
            case BOOL_VALUE -> Term.constant(Sort.TRUTH, String.valueOf(constant.getBoolValue()));
            case NULL_VALUE -> Term.NOTHING;
            default -> throw new FormulaFault("formula", "");
        };
    }

    private static Term number(double value) {
        if (!Double.isFinite(value) || Math.abs(value) > 1e15) {
            throw new FormulaFault("out-of-range", "");
        }
        return Term.constant(Sort.NUMBER, "(" + BigDecimal.valueOf(value).toPlainString() + ")::numeric");
    }

    private static Term text(String value) {
        if (value.contains(Formula.ROW) || value.indexOf('\0') >= 0) {
            throw new FormulaFault("formula", "");
        }
        return Term.constant(Sort.TEXT, "'" + value.replace("'", "''") + "'::text");
    }

    private Term call(Expr.Call call, Set<String> within) {
        if (call.hasTarget()) {
            throw new FormulaFault("formula-function", call.getFunction());
        }
        List<Term> parts =
                call.getArgsList().stream().map(part -> read(part, within)).toList();
        return Functions.call(call.getFunction(), parts);
    }

    private Term field(String name, Set<String> within) {
        if (formulas.containsKey(name)) {
            return term(name, within);
        }
        DeclaredField field = type.field(name)
                .filter(found -> !type.isPlace(found))
                .orElseThrow(() -> new FormulaFault("unknown", name));
        String sql = field.in(Formula.ROW);
        return switch (field.kind()) {
            case INTEGER, DECIMAL -> used(Sort.NUMBER, "(" + sql + ")::numeric", name);
            case MONEY -> used(Sort.NUMBER, "(" + field.baseIn(Formula.ROW) + ")::numeric", name);
            case BOOLEAN -> used(Sort.TRUTH, "coalesce(" + sql + ", false)", name);
            case DATE -> used(Sort.DATE, "(" + sql + ")", name);
            case TEXT, MULTILINE, EMAIL, PHONE, URL, COUNTRY, ROLES, CURRENCY, CHOICE ->
                used(Sort.TEXT, "(" + sql + ")::text", name);
            default -> throw new FormulaFault("wrong-type", name);
        };
    }

    private static Term used(Sort sort, String sql, String name) {
        return new Term(sort, sql, Set.of(name));
    }
}
