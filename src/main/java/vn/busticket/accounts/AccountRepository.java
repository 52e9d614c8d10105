package vn.busticket.accounts;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stored accounts. */
interface AccountRepository extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByEmail(String email);

    boolean existsByEmail(String email);

    boolean existsByRole(Role role);
}
