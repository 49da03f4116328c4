package org.pipewright.platform.spi.customers;

/**
 * By which list an electronic address is told: those of the list of the Commission (EAS) that customers in Europe go by
 * (BT-34-1, BT-49-1; S-EINV-08).
 */
public enum ElectronicScheme {
    EMAIL("EM"),
    GLN("0088"),
    DUNS("0060"),
    /** Germany: authorities. */
    LEITWEG_ID("0204"),
    AT_AUTHORITY("9915"),
    AT_VAT("9914"),
    BE_ENTERPRISE("0208"),
    BE_VAT("9925"),
    CH_UID("0183"),
    CH_VAT("9927"),
    DE_VAT("9930"),
    DK_CVR("0184"),
    ES_VAT("9920"),
    FI_OVT("0216"),
    FR_SIREN("0002"),
    FR_SIRET("0009"),
    FR_ROUTING("0225"),
    FR_VAT("9957"),
    IT_AUTHORITY("0201"),
    IT_VAT("0211"),
    LU_VAT("9938"),
    NL_KVK("0106"),
    NL_AUTHORITY("0190"),
    NL_VAT("9944"),
    NO_ORGANISATION("0192"),
    PL_VAT("9945"),
    SE_ORGANISATION("0007"),
    GB_VAT("9932");

    private final String code;

    ElectronicScheme(String code) {
        this.code = code;
    }

    /** The code of the list. */
    public String code() {
        return code;
    }
}
