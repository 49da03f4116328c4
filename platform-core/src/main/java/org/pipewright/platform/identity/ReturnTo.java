package org.pipewright.platform.identity;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a person goes after log-in: only ever a page of ours. */
final class ReturnTo {

    private static final String HOME = "/";
    private static final int LONGEST = 2000;

    private ReturnTo() {}

    /** The wanted page if it is a path of this origin, else the first page. */
    static String checked(String wanted) {
        return wanted != null && isOwnPath(wanted) ? wanted : HOME;
    }

    private static boolean isOwnPath(String wanted) {
        if (wanted.length() > LONGEST || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return false;
        }
        if (wanted.indexOf('\\') >= 0 || wanted.chars().anyMatch(character -> character <= ' ' || character == 127)) {
            return false;
        }
        return !wanted.startsWith("/log") && hasNoHost(wanted);
    }

    private static boolean hasNoHost(String wanted) {
        try {
            URI address = new URI(wanted);
            return address.getScheme() == null && address.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
