package org.pipewright.platform.tenants;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A logo to be kept.
 *
 * @param content the file, PNG or JPEG, in Base64
 */
public record NewLogo(@NotBlank @Size(max = 700_000) String content) {}
