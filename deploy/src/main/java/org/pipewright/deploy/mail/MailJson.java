package org.pipewright.deploy.mail;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The caught mails for programs. */
final class MailJson {

    private MailJson() {}

    static String list(List<CaughtMail> mails) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        mails.forEach(mail -> array.add(one(mail)));
        return array.build().toString();
    }

    private static JsonObjectBuilder one(CaughtMail mail) {
        return Json.createObjectBuilder()
                .add("number", mail.number())
                .add("from", mail.from())
                .add("to", Json.createArrayBuilder(mail.to()))
                .add("subject", mail.subject())
                .add("sentAt", mail.sentAt().toString())
                .add("text", mail.text())
                .add("html", mail.html())
                .add("attachments", Json.createArrayBuilder(mail.attachments()))
                .add("calendar", mail.calendar());
    }
}
