package org.pipewright.platform.tenants;

import java.util.Set;
import java.util.regex.Pattern;

/** Names of tenants in addresses (S-TEN-03). */
final class Slugs {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]");

    private static final Set<String> RESERVED = Set.of(
            "about",
            "abuse",
            "account",
            "accounts",
            "admin",
            "administrator",
            "api",
            "app",
            "apps",
            "assets",
            "auth",
            "billing",
            "blog",
            "cdn",
            "console",
            "contact",
            "core",
            "dashboard",
            "docs",
            "download",
            "email",
            "health",
            "help",
            "home",
            "imprint",
            "info",
            "invitations",
            "keycloak",
            "legal",
            "login",
            "logout",
            "mail",
            "metrics",
            "mobile",
            "new",
            "news",
            "null",
            "openapi",
            "operator",
            "pipewright",
            "platform",
            "privacy",
            "public",
            "root",
            "security",
            "settings",
            "shop",
            "signin",
            "signup",
            "signups",
            "static",
            "status",
            "support",
            "system",
            "team",
            "tenant",
            "tenants",
            "terms",
            "test",
            "texts",
            "undefined",
            "web",
            "webmaster",
            "www");

    private Slugs() {}

    static boolean isWellFormed(String slug) {
        return FORM.matcher(slug).matches() && !slug.contains("--");
    }

    static boolean isReserved(String slug) {
        return RESERVED.contains(slug);
    }
}
