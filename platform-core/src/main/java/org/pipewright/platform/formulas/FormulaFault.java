package org.pipewright.platform.formulas;

/** What is wrong with a formula: a code, and the field or function it is about, empty for the whole. */
public final class FormulaFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String about;

    FormulaFault(String code, String about) {
        super(code + " " + about, null, false, false);
        this.code = code;
        this.about = about;
    }

    public String code() {
        return code;
    }

    public String about() {
        return about;
    }
}
