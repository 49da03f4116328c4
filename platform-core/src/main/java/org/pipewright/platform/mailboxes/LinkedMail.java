package org.pipewright.platform.mailboxes;

import java.util.List;
import java.util.UUID;
import org.pipewright.platform.activities.ActivityLink;

/**
 * What a mail is about.
 *
 * @param activity the activity that stands for it, null while it has not been noted
 * @param editable whether the caller may take links away
 * @param items records it is about that the caller sees
 */
public record LinkedMail(UUID activity, boolean editable, List<ActivityLink> items) {}
