//! Days and hours in the notations that offices use.

use crate::cell::{Cell, half_width, is_blank, without_brackets};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike};
use huifang_core::calendar::Moment;
use std::iter::Peekable;
use std::str::Chars;

/// Years outside of this span are typing errors.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Reads a day, with its minute where one is written; `None` if it cannot be understood.
///
/// Understood are cells shown as dates, their serial numbers, `20260119` as number or text, `2026-1-19`, `2026/1/19`,
/// `2026.1.19`, `2026年1月19日`, each with or without `16:28`, `16:28:00` or `16时28分` behind it. A year of two digits,
/// a day that the month does not have, and a year outside of 1900 to 2100 are not. Midnight of a date cell is no hour.
pub fn read_moment(cell: &Cell) -> Option<Moment> {
    let moment = match cell {
        Cell::Empty | Cell::Bool(_) => return None,
        Cell::DateTime(at) if at.time() == NaiveTime::MIN => at.date().into(),
        Cell::DateTime(at) => Moment::at(at.date(), minute(at.hour(), at.minute())?),
        Cell::Number(n) => from_number(*n)?,
        Cell::Text(text) => from_text(text)?,
    };
    YEARS.contains(&moment.day.year()).then_some(moment)
}

/// 12 hours of a clock make 720 minutes.
fn minute(hour: u32, minute: u32) -> Option<u16> {
    (hour < 24 && minute < 60).then(|| (hour * 60 + minute) as u16)
}

fn from_number(n: f64) -> Option<Moment> {
    if (19_000_101.0..=21_001_231.0).contains(&n) && n.fract() == 0.0 {
        return from_text(&format!("{n:.0}"));
    }
    // Serial days of 1901 to 2100: a smaller number in a date column is something else.
    if !(367.0..73_416.0).contains(&n) {
        return None;
    }
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(n.trunc() as u64))?;
    let minutes = (n.fract() * 1440.0).round() as u16;
    Some(if minutes == 0 { day.into() } else { Moment::at(day, minutes) })
}

fn from_text(text: &str) -> Option<Moment> {
    let text = without_brackets(&half_width(text));
    let mut rest = Scanner(text.chars().peekable());
    let (digits, count) = rest.number()?;
    let day = match count {
        8 => NaiveDate::from_ymd_opt((digits / 10_000) as i32, digits / 100 % 100, digits % 100)?,
        5 if rest.at_end() => return from_number(f64::from(digits)),
        4 => rest.month_and_day(digits as i32)?,
        _ => return None,
    };
    let minute = rest.time()?;
    Some(minute.map_or(day.into(), |minute| Moment::at(day, minute)))
}

/// Reads a text from the left; blanks between the parts do not matter.
struct Scanner<'a>(Peekable<Chars<'a>>);

impl Scanner<'_> {
    fn skip_blanks(&mut self) {
        while self.0.next_if(|c| is_blank(*c)).is_some() {}
    }

    fn at_end(&mut self) -> bool {
        self.skip_blanks();
        self.0.peek().is_none()
    }

    /// One of the signs, if it comes next.
    fn sign(&mut self, signs: &[char]) -> Option<char> {
        self.skip_blanks();
        self.0.next_if(|c| signs.contains(c))
    }

    /// A number of at most eight digits, and how many digits it has.
    fn number(&mut self) -> Option<(u32, usize)> {
        self.skip_blanks();
        let (mut value, mut count) = (0_u32, 0);
        while let Some(digit) = self.0.peek().and_then(|c| c.to_digit(10)) {
            self.0.next();
            count += 1;
            if count > 8 {
                return None;
            }
            value = value * 10 + digit;
        }
        (count > 0).then_some((value, count))
    }

    /// A number of one or two digits.
    fn short(&mut self) -> Option<u32> {
        self.number().filter(|(_, count)| *count <= 2).map(|(value, _)| value)
    }

    fn month_and_day(&mut self, year: i32) -> Option<NaiveDate> {
        let first = self.sign(&['-', '/', '.', '年'])?;
        let month = self.short()?;
        self.sign(if first == '年' { &['月'] } else { std::slice::from_ref(&first) })?;
        let day = self.short()?;
        if first == '年' {
            self.sign(&['日', '号']);
        }
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// The hour behind a day: `Some(None)` where the text ends, `None` where something else follows.
    fn time(&mut self) -> Option<Option<u16>> {
        if self.at_end() {
            return Some(None);
        }
        self.sign(&['T']);
        let hour = self.short()?;
        let chinese = self.sign(&[':', '时', '点'])? != ':';
        if chinese && self.at_end() {
            return minute(hour, 0).map(Some);
        }
        let minutes = self.short()?;
        if chinese {
            self.sign(&['分']);
        }
        if self.sign(&[':']).is_some() || (chinese && !self.at_end()) {
            self.short().filter(|second| *second < 60)?;
            self.sign(&['秒']);
        }
        if self.at_end() { minute(hour, minutes).map(Some) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<String> {
        read_moment(&Cell::of_text(text)).map(|moment| moment.to_string())
    }

    #[test]
    fn the_notations_of_offices_mean_the_same_day() {
        for text in [
            "2026-01-19",
            "2026-1-19",
            "2026/1/19",
            "2026.1.19",
            "2026.01.19",
            "20260119",
            "2026年1月19日",
            "2026 年 01 月 19 日",
            "2026年1月19号",
            "２０２６-１-１９",
            "2026-01-19(周一)",
            "46041",
        ] {
            assert_eq!(read(text).as_deref(), Some("2026-01-19"), "{text}");
        }
        assert_eq!(read_moment(&Cell::Number(46041.0)).unwrap().to_string(), "2026-01-19");
        assert_eq!(read_moment(&Cell::Number(20_260_119.0)).unwrap().to_string(), "2026-01-19");
    }

    #[test]
    fn an_hour_behind_the_day_is_kept() {
        for text in
            ["2026-01-19 16:28", "2026/1/19 16:28:05", "2026-01-19T16:28", "2026年1月19日16时28分", "20260119 16:28"]
        {
            assert_eq!(read(text).as_deref(), Some("2026-01-19T16:28"), "{text}");
        }
        assert_eq!(read("2026年1月19日9时").as_deref(), Some("2026-01-19T09:00"));
        assert_eq!(read_moment(&Cell::Number(46041.5)).unwrap().to_string(), "2026-01-19T12:00");
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for text in [
            "不详",
            "198?",
            "1987-02-30",
            "26-01-19",
            "26.1.19",
            "2026-13-01",
            "2026年1月",
            "2026-1/19",
            "1.19",
            "202601",
            "2026-01-19 25:00",
            "2026-01-19 上午",
            "0026-01-19",
            "99999",
            "2026-01-19-3",
            "5",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read_moment(&Cell::Number(5.0)), None);
        assert_eq!(read_moment(&Cell::Number(f64::NAN)), None);
    }

    proptest! {
        #[test]
        fn any_text_or_number_is_read_or_refused_without_a_crash(text in "\\PC{0,24}", n in proptest::num::f64::ANY) {
            let _ = read_moment(&Cell::of_text(&text));
            let _ = read_moment(&Cell::Number(n));
        }

        #[test]
        fn every_day_reads_back_in_every_notation(days in 0_u64..73_000) {
            let day = NaiveDate::from_ymd_opt(1901, 1, 1).unwrap() + Days::new(days);
            let moment = Some(Moment::from(day));
            for form in ["%Y-%m-%d", "%Y/%-m/%-d", "%Y.%-m.%-d", "%Y%m%d", "%Y年%-m月%-d日"] {
                prop_assert_eq!(read_moment(&Cell::of_text(&day.format(form).to_string())), moment);
            }
        }
    }
}
