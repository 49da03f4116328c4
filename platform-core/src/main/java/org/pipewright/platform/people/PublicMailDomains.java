package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Domains in which anybody may have an address: they are no organisation's. */
@ApplicationScoped
class PublicMailDomains {

    private static final String WELL_KNOWN = "gmail.com,googlemail.com,outlook.com,outlook.de,hotmail.com,hotmail.de,"
            + "hotmail.co.uk,hotmail.fr,live.com,live.de,msn.com,yahoo.com,yahoo.de,yahoo.co.uk,yahoo.fr,ymail.com,"
            + "icloud.com,me.com,mac.com,aol.com,aol.de,gmx.de,gmx.net,gmx.com,gmx.at,gmx.ch,web.de,t-online.de,"
            + "freenet.de,arcor.de,mail.de,posteo.de,mailbox.org,proton.me,protonmail.com,tutanota.com,tuta.io,"
            + "fastmail.com,zoho.com,mail.com,mail.ru,inbox.ru,bk.ru,list.ru,yandex.ru,yandex.com,rambler.ru,qq.com,"
            + "163.com,126.com,sina.com,naver.com,orange.fr,wanadoo.fr,free.fr,laposte.net,sfr.fr,libero.it,virgilio.it,"
            + "bluewin.ch,comcast.net,verizon.net,att.net,btinternet.com,mailinator.com";

    @Inject
    @ConfigProperty(name = "pipewright.platform.public-mail-domains", defaultValue = WELL_KNOWN)
    String domains;

    /** Whether the domain, or one above it, is open to anybody. */
    boolean include(MailDomain domain) {
        return Arrays.stream(domains.split("\\s*,\\s*"))
                .anyMatch(open -> domain.name().equals(open) || domain.name().endsWith("." + open));
    }
}
