package org.pipewright.deploy.keycloak;

import jakarta.json.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an installation fills into the realm's description.
 *
 * @param publicUrl address of the application as people see it
 * @param audience that access tokens for the application carry
 * @param webSecret of the client pipewright-web
 * @param adminSecret of the client pipewright-admin
 * @param mailHost Keycloak's own mails (forgotten password) go there
 * @param mailPort port of that server
 * @param mailFrom sender of those mails
 */
public record RealmSettings(
        String publicUrl,
        String audience,
        String webSecret,
        String adminSecret,
        String mailHost,
        String mailPort,
        String mailFrom) {

    /** The description with its placeholders replaced. */
    String filledInto(String description) {
        String filled = description;
        for (Map.Entry<String, String> value : values().entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", escaped(value.getValue()));
        }
        return filled;
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        values.put("public.url", publicUrl);
        values.put("audience", audience);
        values.put("web.secret", webSecret);
        values.put("admin.secret", adminSecret);
        values.put("mail.host", mailHost);
        values.put("mail.port", mailPort);
        values.put("mail.from", mailFrom);
        return values;
    }

    private static String escaped(String value) {
        String quoted = Json.createValue(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
