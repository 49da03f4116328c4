package org.pipewright.deploy.launcher;

import java.nio.file.Path;
import org.pipewright.deploy.keycloak.DemoPerson;

/** What a person reads when the product runs. */
final class Welcome {

    private Welcome() {}

    static String text(Product product, Options options, long seconds) {
        StringBuilder text = new StringBuilder();
        Path secrets = product.data().secrets().file();
        text.append("\nPipewright runs (started in ").append(seconds).append(" s).\n\n");
        line(text, "Application", product.url());
        product.mailPage().ifPresent(page -> line(text, "Caught mails", page));
        product.accountsPage()
                .ifPresent(page -> line(text, "Accounts", page + "  (user admin, password in " + secrets + ")"));
        line(text, "Data, logs", product.data().root());
        if (options.demo()) {
            text.append("\nLog-ins of the demo, password ")
                    .append(DemoPerson.PASSWORD)
                    .append(":\n");
            DemoPerson.ALL.forEach(person -> text.append(String.format("  %-32s %s%n", person.email(), person.part())));
        }
        return text.append("\nCtrl-C stops everything and keeps the data.\n").toString();
    }

    private static void line(StringBuilder text, String label, Object value) {
        text.append(String.format("  %-14s %s%n", label, value));
    }
}
