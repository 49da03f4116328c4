package org.pipewright.platform.mailboxes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.mailboxes.MailStart.Route;
import org.pipewright.platform.spi.mail.MailIntake.Place;

/** A mail as a member wrote it, with everything that was worked out for it. */
record WrittenMail(
        String key,
        Route route,
        Place place,
        List<String> to,
        List<String> cc,
        String subject,
        String text,
        String markup,
        List<String> files,
        boolean confidential,
        Optional<String> earlier) {

    List<String> everybody() {
        return Stream.concat(to.stream(), cc.stream()).toList();
    }
}
