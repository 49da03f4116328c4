package org.pipewright.platform.tenants;

import java.util.List;

/**
 * How the organisation presents itself, on documents and in reports (S-TEN-22).
 *
 * @param version of the profile, for conditional changes
 * @param workingDays numbers of the weekdays on which people work, Monday being 1
 * @param logo whether there is one
 */
public record OrganisationProfile(
        int version,
        String name,
        String slug,
        String timeZone,
        String language,
        String currency,
        String legalName,
        String street,
        String postalCode,
        String city,
        String country,
        String taxNumber,
        String registrationNumber,
        String phone,
        String email,
        String website,
        String iban,
        String bic,
        int fiscalYearStart,
        int firstWeekday,
        List<Integer> workingDays,
        boolean logo) {}
