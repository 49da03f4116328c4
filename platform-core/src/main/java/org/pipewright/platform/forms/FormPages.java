package org.pipewright.platform.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.spi.forms.FormAddresses;

/** Addresses of forms. They name the tenant by its id, so that pages of others keep working when its name changes. */
@ApplicationScoped
class FormPages implements FormAddresses {

    static final String ROOT = "/forms/";

    @Inject
    IdentitySettings settings;

    @Inject
    CallerBinding callers;

    @Override
    public String page(UUID form) {
        return settings.publicUrl() + ROOT + callers.tenantId() + "/" + form;
    }

    @Override
    public String snippet(UUID form) {
        return "<script src=\"" + page(form) + "/embed.js\" async></script>\n<noscript><a href=\"" + page(form) + "\">"
                + page(form) + "</a></noscript>";
    }

    String confirmation(UUID form, String secret) {
        return page(form) + "/confirm/" + secret;
    }

    /** Scheme, host and port of the product itself. */
    String ownOrigin() {
        return settings.origin();
    }
}
