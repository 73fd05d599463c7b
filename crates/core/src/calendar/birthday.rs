//! The day on which somebody's birthday is kept, by the solar or by the lunar calendar.

use super::lunar::{lunar_of, solar_of};
use chrono::{Datelike, NaiveDate};

/// The first solar birthday on or after the day. Who was born on 29 February keeps it on the 28th in common years.
pub fn next_birthday(born: NaiveDate, from: NaiveDate) -> Option<NaiveDate> {
    let in_year = |year: i32| {
        let same = NaiveDate::from_ymd_opt(year, born.month(), born.day());
        same.or_else(|| NaiveDate::from_ymd_opt(year, born.month(), 28))
    };
    (from.year()..=from.year() + 1).filter_map(in_year).find(|day| *day >= from)
}

/// The first lunar birthday on or after the day: kept in the plain month, also by those born in a leap one, and on the
/// 29th where the month has no 30th. `None` outside the years that the calendar library knows (births from 1901-02-19 on).
pub fn next_lunar_birthday(born: NaiveDate, from: NaiveDate) -> Option<NaiveDate> {
    let (month, day) = lunar_of(born)?;
    let in_year = |year: i32| solar_of(year, month, day, false).or_else(|| solar_of(year, month, day.min(29), false));
    // The lunar year begins up to two months after the solar one.
    (from.year() - 1..=from.year() + 1).filter_map(in_year).find(|day| *day >= from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day is written YYYY-MM-DD")
    }

    #[test]
    fn a_solar_birthday_comes_once_a_year_and_today_counts() {
        for (born, from, next) in [
            ("1950-10-09", "2026-10-09", "2026-10-09"),
            ("1950-10-08", "2026-10-09", "2027-10-08"),
            ("1960-01-02", "2026-12-30", "2027-01-02"),
            ("1984-02-29", "2026-02-01", "2026-02-28"),
            ("1984-02-29", "2028-02-01", "2028-02-29"),
        ] {
            assert_eq!(next_birthday(day(born), day(from)), Some(day(next)), "{born} from {from}");
        }
    }

    #[test]
    fn a_lunar_birthday_goes_by_the_lunar_calendar() {
        for (born, from, next) in [
            // Lunar 9-9.
            ("1954-10-05", "2026-10-09", "2026-10-18"),
            ("1954-10-05", "2026-10-19", "2027-10-08"),
            // Lunar 12-29 falls in the next solar year.
            ("1955-01-22", "2026-01-01", "2026-02-16"),
            // Born in the leap sixth month of 2025: kept in the plain one.
            ("2025-07-25", "2026-01-01", "2026-07-14"),
        ] {
            assert_eq!(next_lunar_birthday(day(born), day(from)), Some(day(next)), "{born} from {from}");
        }
        assert_eq!(next_lunar_birthday(day("1900-01-01"), day("2026-01-01")), None);
    }

    #[test]
    fn a_lunar_birthday_is_never_further_than_a_lunar_year_away() {
        for back in 0..400 {
            let born = day("1960-01-01") + chrono::Days::new(back);
            let next = next_lunar_birthday(born, day("2026-03-01")).expect("the library knows these years");
            let away = (next - day("2026-03-01")).num_days();
            assert!((0..=385).contains(&away), "{born} → {next}");
        }
    }
}
