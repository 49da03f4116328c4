package org.pipewright.deploy.browser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pipewright.deploy.product.RunningProduct;

/** What people find in their mailboxes. */
final class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private Mailbox() {}

    /** The link in the newest mail to the address. */
    static String linkIn(String address) {
        RunningProduct product = RunningProduct.get();
        RunningProduct.eventually(
                "a mail to " + address, () -> !product.mailsTo(address).isEmpty());
        Matcher found = LINK.matcher(product.mailsTo(address).getJsonObject(0).getString("text"));
        if (!found.find()) {
            throw new AssertionError("No link in the mail to " + address);
        }
        return found.group();
    }
}
