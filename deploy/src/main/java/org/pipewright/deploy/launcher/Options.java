package org.pipewright.deploy.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pipewright.deploy.processes.StartFailure;

/**
 * What the command line or a test asks for.
 *
 * @param distribution folder of the distribution
 * @param data folder that keeps everything the installation writes
 * @param ports to listen on
 * @param address to listen on
 * @param modules one more folder with module jars, if any
 * @param demo whether the demo's people and tenants are wanted
 * @param reset whether to start with empty data
 */
public record Options(
        Path distribution,
        Path data,
        Ports ports,
        Optional<String> address,
        Optional<Path> modules,
        boolean demo,
        boolean reset) {

    static final String USAGE = """
            Usage: deploy/run [options]
              --port N       the application's port; Keycloak, PostgreSQL, SMTP and the mail page take the next four (8080)
              --data DIR     folder that keeps database, accounts, secrets and logs (deploy/data)
              --modules DIR  one more folder with module jars, beside the distribution's and DIR/modules of the data
              --address IP   address to listen on (127.0.0.1; 0.0.0.0 with an issuer of your own)
              --no-demo      no demo tenants, people and client
              --reset        remove all data first
              --build        build first, even if nothing has changed
              --help         this text
            """;

    /** Reads the command line. */
    static Options of(List<String> arguments) {
        Reader reader = new Reader(new ArrayDeque<>(arguments));
        reader.readAll();
        return reader.options;
    }

    /** A demo on free ports with data of its own, for tests. */
    public static Options forTest(Path distribution, Path data) {
        return new Options(distribution, data, Ports.free(), Optional.empty(), Optional.empty(), true, false);
    }

    private static Options standard() {
        Path here = Path.of("").toAbsolutePath();
        return new Options(
                here, here.resolve("data"), new Ports(8080), Optional.empty(), Optional.empty(), true, false);
    }

    public Options withDistribution(Path folder) {
        return new Options(folder, data, ports, address, modules, demo, reset);
    }

    public Options withData(Path folder) {
        return new Options(distribution, folder, ports, address, modules, demo, reset);
    }

    public Options withPorts(Ports other) {
        return new Options(distribution, data, other, address, modules, demo, reset);
    }

    public Options withAddress(String ip) {
        return new Options(distribution, data, ports, Optional.of(ip), modules, demo, reset);
    }

    public Options withModules(Path folder) {
        return new Options(distribution, data, ports, address, Optional.of(folder), demo, reset);
    }

    public Options withDemo(boolean wanted) {
        return new Options(distribution, data, ports, address, modules, wanted, reset);
    }

    public Options withReset(boolean wanted) {
        return new Options(distribution, data, ports, address, modules, demo, wanted);
    }

    private static final class Reader {

        private final Deque<String> left;
        private Options options = standard();

        Reader(Deque<String> left) {
            this.left = left;
        }

        void readAll() {
            while (!left.isEmpty()) {
                String argument = left.removeFirst();
                options = read(argument);
            }
        }

        private Options read(String argument) {
            return switch (argument) {
                case "--distribution" -> options.withDistribution(folder(argument));
                case "--data" -> options.withData(folder(argument));
                case "--modules" -> options.withModules(folder(argument));
                case "--port" -> options.withPorts(new Ports(number(argument)));
                case "--address" -> options.withAddress(value(argument));
                case "--no-demo" -> options.withDemo(false);
                case "--reset" -> options.withReset(true);
                default -> throw new StartFailure("There is no option " + argument + ".\n" + USAGE);
            };
        }

        private Path folder(String option) {
            return Path.of(value(option)).toAbsolutePath().normalize();
        }

        private int number(String option) {
            String value = value(option);
            try {
                return Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw new StartFailure("The option " + option + " needs a number, not " + value + ".", e);
            }
        }

        private String value(String option) {
            if (left.isEmpty() || left.peekFirst().startsWith("--")) {
                throw new StartFailure("The option " + option + " needs a value.\n" + USAGE);
            }
            return left.removeFirst();
        }
    }
}
