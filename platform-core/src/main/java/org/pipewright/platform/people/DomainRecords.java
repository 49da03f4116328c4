package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Optional;
import java.util.logging.Logger;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** Asks name servers for the texts of domains. */
@ApplicationScoped
class DomainRecords {

    private static final Logger LOG = Logger.getLogger(DomainRecords.class.getName());
    private static final String TEXT = "TXT";
    private static final String FIRST_TIMEOUT_MILLIS = "1500";
    private static final String TRIES = "2";

    @Inject
    @ConfigProperty(name = "pipewright.platform.dns-server")
    Optional<String> server;

    /** Whether the domain's record says so now; refuses with 503 where no name server answers. */
    boolean tell(EmailDomain domain) {
        return tell(domain.domain().recordName(), domain.recordText());
    }

    /** What is read is text of the one kind asked for, never an object: nothing here can be made to load classes. */
    @SuppressWarnings("BanJNDI")
    private boolean tell(String name, String text) {
        try {
            DirContext names = new InitialDirContext(environment());
            try {
                Attribute found = names.getAttributes(name, new String[] {TEXT}).get(TEXT);
                return found != null
                        && Collections.list(found.getAll()).stream().anyMatch(each -> isSame(each, text));
            } finally {
                names.close();
            }
        } catch (NameNotFoundException e) {
            return false;
        } catch (NamingException e) {
            LOG.warning(() -> "No name server answers: " + e.getMessage());
            throw Refusal.of(CoreErrorCode.UNAVAILABLE);
        }
    }

    /** Long or spaced texts come in quotation marks. */
    private static boolean isSame(Object found, String text) {
        return found.toString().replace("\"", "").strip().equals(text);
    }

    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(
                Context.PROVIDER_URL,
                "dns:" + server.map(address -> "//" + address).orElse(""));
        environment.put("com.sun.jndi.dns.timeout.initial", FIRST_TIMEOUT_MILLIS);
        environment.put("com.sun.jndi.dns.timeout.retries", TRIES);
        return environment;
    }
}
