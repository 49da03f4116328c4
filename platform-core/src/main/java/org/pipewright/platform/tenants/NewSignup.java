package org.pipewright.platform.tenants;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What somebody tells who signs an organisation up (S-TEN-01).
 *
 * @param organisation its name
 * @param slug its name in addresses
 * @param country ISO 3166 code
 * @param timeZone IANA name
 * @param language language tag
 * @param currency ISO 4217 code of the base currency
 * @param adminName name of the first administrator
 * @param adminEmail address to which the link goes
 * @param terms whether the terms are accepted
 */
public record NewSignup(
        @NotBlank @Size(max = 100) String organisation,
        @NotBlank @Size(max = 40) String slug,
        @NotBlank @Size(max = 2) String country,
        @NotBlank @Size(max = 50) String timeZone,
        @NotBlank @Size(max = 5) String language,
        @NotBlank @Size(max = 3) String currency,
        @NotBlank @Size(max = 100) String adminName,

        @NotBlank @Size(max = 255) @Pattern(regexp = MAIL_ADDRESS, message = "core.violation.email")
        String adminEmail,

        @NotNull Boolean terms) {

    static final String MAIL_ADDRESS =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+";
}
