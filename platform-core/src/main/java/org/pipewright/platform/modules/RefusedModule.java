package org.pipewright.platform.modules;

/**
 * A module that lay beside the others and was not taken in.
 *
 * @param id of the module, or empty if the file told none
 * @param version of the module, or empty
 * @param file name of its file
 * @param reason why it was refused, for people
 */
public record RefusedModule(String id, String version, String file, String reason) {}
