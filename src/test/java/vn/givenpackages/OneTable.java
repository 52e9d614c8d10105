package vn.givenpackages;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of a table that is there. */
@Entity
@Table(name = "operator")
class OneTable {

    @Id long id;
}
