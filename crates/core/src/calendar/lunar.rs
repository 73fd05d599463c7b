//! Lunar days and the festivals of the year. All lunar dates come from the table of one library, never from
//! arithmetic of our own: libraries that compute them differ by a day or a month in some years.

use crate::codes::code_enum;
use chinese_lunisolar_calendar::{ChineseVariant, LunisolarDate};
use chrono::NaiveDate;

/// The solar day of a lunar date; `leap` asks for the leap month (闰月) of that number. Lunar years 1901 to 2100;
/// `None` outside them and for a day that this year does not have (a 30th of a short month, a leap month).
pub fn solar_of(lunar_year: i32, month: u32, day: u32, leap: bool) -> Option<NaiveDate> {
    let (year, month, day) = (lunar_year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?);
    LunisolarDate::from_ymd(year, month, leap, day).ok().map(LunisolarDate::to_naive_date)
}

/// Month and day of the lunar date, as people say it: 「九月初九」, 「闰六月初一」, 「腊月廿三」. `None` outside
/// 1901-02-19 to 2101-01-28.
pub fn lunar_label(day: NaiveDate) -> Option<String> {
    let date = LunisolarDate::from_date(day).ok()?;
    Some(format!("{}{}", date.to_lunar_month().to_str(ChineseVariant::Simple), date.to_lunar_day().to_str()))
}

/// Month and day of the lunar date; a leap month counts as the plain one of its number. `None` as for `lunar_label`.
pub(super) fn lunar_of(day: NaiveDate) -> Option<(u32, u32)> {
    let date = LunisolarDate::from_date(day).ok()?;
    Some((date.to_lunar_month().to_u8().into(), date.to_lunar_day().to_u8().into()))
}

code_enum!(
    /// A festival for which an office greets or calls its clients.
    Festival {
        /// 春节: lunar 1-1.
        SpringFestival = "spring_festival",
        /// 元宵节: lunar 1-15.
        Lantern = "lantern",
        /// 端午节: lunar 5-5.
        DragonBoat = "dragon_boat",
        /// 七夕: lunar 7-7.
        Qixi = "qixi",
        /// 中秋节: lunar 8-15.
        MidAutumn = "mid_autumn",
        /// 重阳节: lunar 9-9.
        DoubleNinth = "double_ninth",
        /// 除夕: the day before 春节.
        NewYearsEve = "new_years_eve",
        /// 年关, by which the year's accounts are settled: the day of 除夕.
        YearEnd = "year_end",
        /// 元旦: 1 January.
        NewYear = "new_year",
        /// 妇女节: 8 March.
        Women = "women",
        /// 劳动节: 1 May.
        Labour = "labour",
        /// 儿童节: 1 June.
        Children = "children",
        /// 建军节: 1 August.
        Army = "army",
        /// 教师节: 10 September.
        Teachers = "teachers",
        /// 国庆节: 1 October.
        National = "national",
        /// 医师节: 19 August.
        Doctors = "doctors",
        /// 护士节: 12 May.
        Nurses = "nurses",
        /// 圣诞节: 25 December.
        Christmas = "christmas",
    }
);

/// How the day of a festival is found.
enum Rule {
    /// Month and day of the lunar year, in the plain month when there is also a leap one.
    Lunar(u32, u32),
    /// The day before lunar 1-1.
    Eve,
    /// Month and day of the solar year.
    Solar(u32, u32),
}

impl Festival {
    /// The festival's Chinese name.
    pub fn chinese(self) -> &'static str {
        self.entry().0[0]
    }

    /// Reads a code or a Chinese name, with 节 or, where people leave it out, without: `mid_autumn`, 中秋节, 中秋.
    pub fn named(text: &str) -> Option<Self> {
        let by_name = || Self::ALL.iter().copied().find(|festival| festival.entry().0.contains(&text));
        Self::parse(text).or_else(by_name)
    }

    /// The day of this solar year on which the festival falls; `None` outside 1950 to 2100.
    pub fn on(self, year: i32) -> Option<NaiveDate> {
        if !(1950..=2100).contains(&year) {
            return None;
        }
        // Every lunar festival lies late enough in spring or early enough in autumn to fall in the solar year in
        // which its lunar year begins; 除夕 closes the lunar year before.
        match self.entry().1 {
            Rule::Lunar(month, day) => solar_of(year, month, day, false),
            Rule::Eve => solar_of(year, 1, 1, false)?.pred_opt(),
            Rule::Solar(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        }
    }

    /// The names, the usual one first, and the rule.
    fn entry(self) -> (&'static [&'static str], Rule) {
        use Rule::{Eve, Lunar, Solar};
        match self {
            Self::SpringFestival => (&["春节"], Lunar(1, 1)),
            Self::Lantern => (&["元宵节", "元宵"], Lunar(1, 15)),
            Self::DragonBoat => (&["端午节", "端午"], Lunar(5, 5)),
            Self::Qixi => (&["七夕", "七夕节"], Lunar(7, 7)),
            Self::MidAutumn => (&["中秋节", "中秋"], Lunar(8, 15)),
            Self::DoubleNinth => (&["重阳节", "重阳"], Lunar(9, 9)),
            Self::NewYearsEve => (&["除夕"], Eve),
            Self::YearEnd => (&["年关"], Eve),
            Self::NewYear => (&["元旦"], Solar(1, 1)),
            Self::Women => (&["妇女节"], Solar(3, 8)),
            Self::Labour => (&["劳动节"], Solar(5, 1)),
            Self::Children => (&["儿童节"], Solar(6, 1)),
            Self::Army => (&["建军节"], Solar(8, 1)),
            Self::Teachers => (&["教师节"], Solar(9, 10)),
            Self::National => (&["国庆节", "国庆"], Solar(10, 1)),
            Self::Doctors => (&["医师节"], Solar(8, 19)),
            Self::Nurses => (&["护士节"], Solar(5, 12)),
            Self::Christmas => (&["圣诞节"], Solar(12, 25)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;
    use std::collections::BTreeSet;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
    }

    #[test]
    fn festivals_fall_on_the_published_days() {
        for (festival, day) in [
            (Festival::SpringFestival, ymd(1954, 2, 3)),
            (Festival::SpringFestival, ymd(2024, 2, 10)),
            (Festival::SpringFestival, ymd(2025, 1, 29)),
            (Festival::SpringFestival, ymd(2026, 2, 17)),
            (Festival::SpringFestival, ymd(2027, 2, 6)),
            (Festival::Lantern, ymd(2026, 3, 3)),
            (Festival::DragonBoat, ymd(2025, 5, 31)),
            (Festival::DragonBoat, ymd(2026, 6, 19)),
            (Festival::Qixi, ymd(2026, 8, 19)),
            (Festival::MidAutumn, ymd(2025, 10, 6)),
            (Festival::MidAutumn, ymd(2026, 9, 25)),
            (Festival::DoubleNinth, ymd(2026, 10, 18)),
            (Festival::NewYearsEve, ymd(2026, 2, 16)),
            (Festival::YearEnd, ymd(2026, 2, 16)),
            (Festival::NewYear, ymd(2026, 1, 1)),
            (Festival::Women, ymd(2026, 3, 8)),
            (Festival::Labour, ymd(2026, 5, 1)),
            (Festival::Children, ymd(2026, 6, 1)),
            (Festival::Army, ymd(2026, 8, 1)),
            (Festival::Teachers, ymd(2026, 9, 10)),
            (Festival::National, ymd(2026, 10, 1)),
            (Festival::Doctors, ymd(2026, 8, 19)),
            (Festival::Nurses, ymd(2026, 5, 12)),
            (Festival::Christmas, ymd(2026, 12, 25)),
        ] {
            assert_eq!(festival.on(day.year()), Some(day), "{}", festival.chinese());
        }
    }

    #[test]
    fn every_festival_falls_once_in_each_solar_year_from_1950_to_2100_and_nowhere_else() {
        for festival in Festival::ALL {
            for year in 1950..=2100 {
                assert_eq!(festival.on(year).map(|day| day.year()), Some(year), "{} {year}", festival.chinese());
            }
            assert_eq!((festival.on(1949), festival.on(2101)), (None, None));
            assert_eq!((festival.on(i32::MIN), festival.on(i32::MAX)), (None, None));
        }
    }

    #[test]
    fn new_years_eve_is_the_last_day_of_the_lunar_year_before() {
        for year in 1950..=2100 {
            let eve = Festival::NewYearsEve.on(year).expect("in range");
            let last = solar_of(year - 1, 12, 30, false).or_else(|| solar_of(year - 1, 12, 29, false));
            assert_eq!(last, Some(eve), "{year}");
            assert_eq!(eve.succ_opt(), Festival::SpringFestival.on(year));
        }
    }

    #[test]
    fn a_festival_in_a_year_with_a_leap_month_is_kept_in_the_plain_month() {
        assert_eq!(Festival::Qixi.on(2006), Some(ymd(2006, 7, 31)), "2006 has a leap seventh month");
        assert_eq!(solar_of(2006, 7, 7, true), Some(ymd(2006, 8, 30)));
        assert_eq!(solar_of(2026, 7, 7, true), None, "2026 has no leap month");
    }

    #[test]
    fn festivals_are_read_by_code_and_by_name() {
        for festival in Festival::ALL {
            assert_eq!(Festival::named(festival.code()), Some(*festival));
            assert_eq!(Festival::named(festival.chinese()), Some(*festival));
        }
        assert_eq!(Festival::named("重阳"), Some(Festival::DoubleNinth));
        assert_eq!(Festival::named("国庆"), Some(Festival::National));
        assert_eq!(Festival::named("中元节"), None);
    }

    #[test]
    fn no_name_belongs_to_two_festivals() {
        let names: Vec<&str> = Festival::ALL.iter().flat_map(|festival| festival.entry().0.iter().copied()).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    }

    #[test]
    fn lunar_days_are_labelled_as_people_say_them() {
        for (day, label) in [
            (ymd(2026, 10, 18), "九月初九"),
            (ymd(2026, 2, 17), "正月初一"),
            (ymd(2026, 2, 16), "腊月廿九"),
            (ymd(2025, 7, 25), "闰六月初一"),
            (ymd(2024, 12, 31), "腊月初一"),
            (ymd(1949, 10, 1), "八月初十"),
        ] {
            assert_eq!(lunar_label(day).as_deref(), Some(label), "{day}");
        }
        assert_eq!((lunar_label(ymd(1901, 2, 18)), lunar_label(ymd(2101, 1, 29))), (None, None));
        assert_eq!((lunar_label(NaiveDate::MIN), lunar_label(NaiveDate::MAX)), (None, None));
    }

    #[test]
    fn lunar_dates_of_all_years_follow_one_another_without_gap_and_read_back() {
        let mut expected = solar_of(1901, 1, 1, false);
        for year in 1901..=2100 {
            let months = (1..=12).flat_map(|month| [(month, false), (month, true)]);
            for (month, leap) in months {
                for day in 1..=30 {
                    let Some(solar) = solar_of(year, month, day, leap) else { continue };
                    assert_eq!(Some(solar), expected, "{year}-{month}-{day} {leap}");
                    let back = LunisolarDate::from_date(solar).expect("in range");
                    let found = (back.to_lunar_month().to_u8(), back.to_lunar_month().is_leap_month());
                    assert_eq!((u32::from(found.0), found.1), (month, leap), "{solar}");
                    assert_eq!(u32::from(back.to_lunar_day().to_u8()), day, "{solar}");
                    expected = solar.succ_opt();
                }
            }
        }
        assert_eq!(expected, Some(ymd(2101, 1, 29)));
    }

    #[test]
    fn lunar_dates_that_do_not_exist_are_none() {
        for (year, month, day) in [(1900, 1, 1), (2101, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 31)]
        {
            assert_eq!(solar_of(year, month, day, false), None);
        }
        assert_eq!(solar_of(-1, 1, 1, false), None);
        assert_eq!(solar_of(2026, u32::MAX, 257, true), None);
        assert_eq!(solar_of(2025, 12, 30, false), None, "the twelfth month of 2025 has 29 days");
    }
}
