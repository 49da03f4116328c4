package org.pipewright.deploy.modules;

/**
 * A module that does not take part.
 *
 * @param id of the module, or the file name where the descriptor could not be read
 * @param version of the module, empty where unknown
 * @param file name of the jar
 * @param reason for a person to read
 */
public record RefusedModule(String id, String version, String file, String reason) {}
