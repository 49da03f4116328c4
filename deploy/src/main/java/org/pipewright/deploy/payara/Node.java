package org.pipewright.deploy.payara;

import java.nio.file.Path;
import java.util.List;

/**
 * Where and how one application server runs.
 *
 * @param jar the server
 * @param logging configuration of its log
 * @param address to listen on
 * @param port to listen on
 * @param memory limit of the heap, such as {@code 1g}
 * @param javaOptions further options of the virtual machine
 * @param scratch folder for its temporary files, emptied at each start
 * @param log file for its output
 */
public record Node(
        Path jar,
        Path logging,
        String address,
        int port,
        String memory,
        List<String> javaOptions,
        Path scratch,
        Path log) {}
