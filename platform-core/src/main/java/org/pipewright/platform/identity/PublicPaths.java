package org.pipewright.platform.identity;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The only parts of the API that answer without log-in. */
final class PublicPaths {

    private static final Set<String> READ = Set.of("GET", "HEAD");
    private static final Set<String> READ_AND_POST = Set.of("GET", "HEAD", "POST");

    private record Open(Pattern path, Set<String> methods, boolean limited) {

        static Open of(String path, Set<String> methods, boolean limited) {
            return new Open(Pattern.compile(path), methods, limited);
        }

        boolean matches(String method, String wanted) {
            return methods.contains(method) && path.matcher(wanted).matches();
        }
    }

    private static final List<Open> OPEN = List.of(
            Open.of("/api/session", READ, false),
            Open.of("/api/texts/[^/]+", READ, false),
            Open.of("/api/signups(/[^/]+){0,2}", READ_AND_POST, true),
            Open.of("/api/invitations/[^/]+", READ_AND_POST, true));

    private PublicPaths() {}

    static boolean includes(String method, String path) {
        return OPEN.stream().anyMatch(open -> open.matches(method, path));
    }

    /** Whether calls from one address are counted, because they cost us mail or tell about links. */
    static boolean limits(String method, String path) {
        return OPEN.stream().anyMatch(open -> open.limited && open.matches(method, path));
    }
}
