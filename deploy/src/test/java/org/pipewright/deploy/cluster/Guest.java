package org.pipewright.deploy.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.pipewright.deploy.launcher.Options;
import org.pipewright.deploy.launcher.Product;
import org.pipewright.deploy.product.InstallationSettings;
import org.pipewright.deploy.product.RunningProduct;

/** An installation beside the running product, which lends it its PostgreSQL, its accounts and its mail catcher. */
final class Guest {

    private final Options options;

    /** What is not set is the running product's; the files are kept in that folder. */
    Guest(Path data, LentDatabase database, Map<String, String> settings) {
        this(data, Path.of(System.getProperty("pipewright.distribution")), database, settings);
    }

    /** The same of a distribution of its own. */
    Guest(Path data, Path distribution, LentDatabase database, Map<String, String> settings) {
        Properties all = lent(RunningProduct.get(), database);
        all.putAll(settings);
        InstallationSettings.write(all, data);
        options = Options.forTest(distribution, data).withAddress("127.0.0.1");
    }

    /** Starts it and waits until it is ready. */
    Product start() {
        return Product.start(options);
    }

    /** Where it is asked; its public address is the running product's. */
    URI address() {
        return URI.create("http://localhost:" + options.ports().application());
    }

    private static Properties lent(RunningProduct lender, LentDatabase database) {
        Properties settings = InstallationSettings.shortLived();
        settings.setProperty("pipewright.platform.database-url", database.url());
        settings.setProperty(
                "pipewright.platform.database-password", lender.database().password());
        settings.setProperty(
                "pipewright.platform.database-owner-password", lender.database().ownerPassword());
        settings.setProperty("pipewright.platform.secret-key", "the same on every node");
        settings.setProperty("pipewright.platform.issuer-url", lender.issuer().toString());
        settings.setProperty("pipewright.platform.client-secret", lender.secret("client.web"));
        settings.setProperty("pipewright.platform.keycloak-client-secret", lender.secret("client.admin"));
        settings.setProperty("pipewright.platform.public-url", lender.url().toString());
        settings.setProperty("pipewright.platform.mail-host", "127.0.0.1");
        settings.setProperty("pipewright.platform.mail-port", String.valueOf(lender.smtpPort()));
        settings.setProperty("pipewright.platform.job-heartbeat-seconds", "1");
        return settings;
    }
}
