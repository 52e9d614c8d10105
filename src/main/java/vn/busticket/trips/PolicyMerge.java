package vn.busticket.trips;

import java.util.List;
import vn.busticket.trips.MergeStep.Check;
import vn.busticket.trips.MergeStep.Derive;
import vn.busticket.trips.MergeStep.Merge;

/** How staged holidays and policies become part of the catalogue. */
final class PolicyMerge {

    static final List<MergeStep> HOLIDAYS =
            List.of(
                    new Check(
                            "there is no such day in every year",
                            """
                            select line from import_holidays
                            where month not between 1 and 12
                               or day not between 1 and case when calendar = 'LUNAR' then 29 when month = 2 then 28
                                                             when month in (4, 6, 9, 11) then 30 else 31 end
                            """),
                    new Check(
                            "days_before and days_after are at most 60",
                            """
                            select line from import_holidays where greatest(days_before, days_after) > 60
                            """),
                    new Merge(
                            """
                            insert into holiday (code, name_vi, name_en, calendar, month, day, days_before, days_after)
                            select code, name_vi, name_en, calendar, month, day, days_before, days_after
                            from import_holidays
                            order by line
                            on conflict (code) do update
                                set name_vi = excluded.name_vi, name_en = excluded.name_en,
                                    calendar = excluded.calendar, month = excluded.month, day = excluded.day,
                                    days_before = excluded.days_before, days_after = excluded.days_after
                            """));

    static final List<MergeStep> POLICIES =
            List.of(
                    new Check(
                            "from_seats is at least 1",
                            """
                            select line from import_policies where from_seats < 1
                            """),
                    new Check(
                            "no bus has a seat of that seat_class",
                            """
                            select line from import_policies i
                            where seat_class is not null
                              and not exists (select from seat_layout_cell c where c.seat_class = i.seat_class)
                            """),
                    new Derive(
                            """
                            create temporary table import_tiers on commit drop as
                            select line, split_part(tier, ':', 1)::integer as until_minutes,
                                   split_part(tier, ':', 2)::integer as fee_percent,
                                   coalesce(nullif(split_part(tier, ':', 3), ''), '0')::bigint as fee_vnd
                            from import_policies, regexp_split_to_table(cancellation, '[|]') as tier
                            """),
                    new Check(
                            "a tier of cancellation keeps at most 100 percent",
                            """
                            select distinct line from import_tiers where fee_percent > 100
                            """),
                    new Check(
                            "a later tier of cancellation costs less, or ends with another one",
                            """
                            select distinct later.line
                            from import_tiers earlier
                            join import_tiers later on later.line = earlier.line and later.ctid <> earlier.ctid
                                                   and later.until_minutes <= earlier.until_minutes
                            where later.until_minutes = earlier.until_minutes
                               or (later.fee_percent, later.fee_vnd) < (earlier.fee_percent, earlier.fee_vnd)
                            """),
                    new Derive(
                            """
                            create temporary table import_rules on commit drop as
                            select i.line, o.id as operator_id, i.seat_class, h.id as holiday_id, i.from_seats,
                                   i.change_until_minutes, i.changes, i.change_fee_vnd
                            from import_policies i
                            join operator o on o.code = i.operator_code
                            left join holiday h on h.code = i.holiday_code
                            """),
                    new Merge(
                            """
                            insert into policy (operator_id, seat_class, holiday_id, from_seats,
                                                change_until_minutes, changes, change_fee_vnd)
                            select operator_id, seat_class, holiday_id, from_seats,
                                   change_until_minutes, changes, change_fee_vnd
                            from import_rules
                            order by line
                            on conflict (operator_id, seat_class, holiday_id, from_seats) do update
                                set change_until_minutes = excluded.change_until_minutes,
                                    changes = excluded.changes, change_fee_vnd = excluded.change_fee_vnd
                            where policy.staff_changed_at is null
                            """),
                    new Merge(
                            """
                            delete from policy_tier t
                            using import_rules i
                            join policy p on p.operator_id = i.operator_id
                                         and p.seat_class is not distinct from i.seat_class
                                         and p.holiday_id is not distinct from i.holiday_id
                                         and p.from_seats = i.from_seats
                                         and p.staff_changed_at is null
                            where t.policy_id = p.id
                            """),
                    new Merge(
                            """
                            insert into policy_tier (policy_id, until_minutes, fee_percent, fee_vnd)
                            select p.id, t.until_minutes, t.fee_percent, t.fee_vnd
                            from import_rules i
                            join import_tiers t on t.line = i.line
                            join policy p on p.operator_id = i.operator_id
                                         and p.seat_class is not distinct from i.seat_class
                                         and p.holiday_id is not distinct from i.holiday_id
                                         and p.from_seats = i.from_seats
                                         and p.staff_changed_at is null
                            """));

    private PolicyMerge() {}
}
