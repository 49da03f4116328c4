package org.pipewright.platform.architecture.wrong.entities;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class BelongsToNobody {
    @Id
    int id;
}
