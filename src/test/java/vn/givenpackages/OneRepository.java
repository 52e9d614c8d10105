package vn.givenpackages;

import org.springframework.data.jpa.repository.JpaRepository;

/** What reads it. */
interface OneRepository extends JpaRepository<OneTable, Long> {}
