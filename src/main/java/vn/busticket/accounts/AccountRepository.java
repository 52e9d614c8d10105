package vn.busticket.accounts;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored accounts. */
interface AccountRepository extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByEmail(String email);

    boolean existsByEmail(String email);

    boolean existsByRole(Role role);

    /** Reads an account and keeps others from changing it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Account where id = :id")
    Optional<Account> lock(long id);

    /** Lets nobody else take this mailbox for an account until the transaction ends. */
    @Query(
            nativeQuery = true,
            value = "select 1 from pg_advisory_xact_lock(hashtextextended(:email, 7140))")
    int reserve(String email);

    @Query("from Account where role = ADMINISTRATOR order by administratorSince, id")
    List<Account> administrators();

    @Query("from Account where role = OPERATOR_STAFF order by operatorCode, fullName, id")
    List<Account> operatorStaff();

    /** Locked until the end of the transaction, in the same order by everybody. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Account where role = ADMINISTRATOR order by id")
    List<Account> administratorsForChange();
}
