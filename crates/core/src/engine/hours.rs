//! When a client may be contacted (回访时段): what packs say, or what the client himself wishes.

use crate::calendar::Moment;
use crate::domain::{ContactWish, HourSpan};
use crate::policy::Hours;
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

/// Where neither a pack nor the client says anything: nobody is rung up before eight in the morning or after eight at night.
const USUAL: HourSpan = HourSpan { from: 8 * 60, to: 20 * 60 };

/// Every span lies inside a day, so a week ahead holds the next one if there is any.
const DAYS_AHEAD: usize = 8;

/// Hours of the day and days of the week on which a client may be contacted; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactHours {
    spans: Vec<HourSpan>,
    days: Vec<Weekday>,
}

/// A part of the day. Whoever did not answer in one may answer in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayPart {
    /// Before noon.
    Morning,
    /// From noon to six.
    Afternoon,
    /// From six on.
    Evening,
}

impl DayPart {
    /// All, in the order of the day.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// The part in which the minute of the day lies.
    pub fn of(minute: u16) -> Self {
        match minute {
            0..720 => Self::Morning,
            720..1080 => Self::Afternoon,
            _ => Self::Evening,
        }
    }

    fn span(self) -> HourSpan {
        match self {
            Self::Morning => HourSpan { from: 0, to: 720 },
            Self::Afternoon => HourSpan { from: 720, to: 1080 },
            Self::Evening => HourSpan { from: 1080, to: 1440 },
        }
    }
}

impl ContactHours {
    /// These hours on these days; no days: every day. Spans that overlap become one; a senseless one is left out.
    pub fn new(spans: impl IntoIterator<Item = HourSpan>, days: &[Weekday]) -> Self {
        let mut spans: Vec<_> = spans.into_iter().filter(|span| span.from < span.to && span.to <= 1440).collect();
        spans.sort_by_key(|span| (span.from, span.to));
        let mut merged: Vec<HourSpan> = Vec::new();
        for span in spans {
            match merged.last_mut() {
                Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
                _ => merged.push(span),
            }
        }
        if merged.is_empty() {
            merged.push(USUAL);
        }
        Self { spans: merged, days: days.to_vec() }
    }

    /// The hours that packs say, all together; the client's own wish comes before them.
    pub fn of(said: &[&Hours], wish: &ContactWish) -> Self {
        let every_day = said.iter().any(|hours| hours.days.is_empty());
        let days = said.iter().filter(|_| !every_day).flat_map(|hours| hours.days.iter().copied());
        let days: Vec<_> = days.collect();
        if !wish.hours.is_empty() {
            return Self::new(wish.hours.iter().copied(), &days);
        }
        let minute = |time: &NaiveTime| (time.hour() * 60 + time.minute()) as u16;
        let windows = said.iter().flat_map(|hours| &hours.windows);
        Self::new(windows.map(|(from, to)| HourSpan { from: minute(from), to: minute(to) }), &days)
    }

    /// The hours of a day, in order.
    pub fn spans(&self) -> &[HourSpan] {
        &self.spans
    }

    fn allows_day(&self, day: NaiveDate) -> bool {
        self.days.is_empty() || self.days.contains(&day.weekday())
    }

    /// Whether the client may be contacted at that moment (a whole day: at some hour of it).
    pub fn allows(&self, moment: Moment) -> bool {
        let within = |minute: u16| self.spans.iter().any(|span| span.from <= minute && minute < span.to);
        self.allows_day(moment.day) && moment.minute.is_none_or(within)
    }

    /// The first moment from this one on at which the client may be contacted.
    pub fn first_from(&self, from: Moment) -> Moment {
        self.search(from, Some).unwrap_or(from)
    }

    /// The first moment from this one on that lies in another part of the day; `None`: the hours lie in that part alone.
    pub fn first_outside(&self, part: DayPart, from: Moment) -> Option<Moment> {
        let others = move || DayPart::ALL.into_iter().filter(move |other| *other != part);
        let days = from.day.iter_days().take(DAYS_AHEAD);
        days.flat_map(|day| others().map(move |other| (day, other))).find_map(|(day, other)| {
            let start = if day == from.day { from } else { day.into() };
            self.search_day(start, &|span| overlap(span, other.span()))
        })
    }

    fn search(&self, from: Moment, keep: impl Fn(HourSpan) -> Option<HourSpan>) -> Option<Moment> {
        let mut starts =
            from.day.iter_days().take(DAYS_AHEAD).map(|day| if day == from.day { from } else { day.into() });
        starts.find_map(|start| self.search_day(start, &keep))
    }

    fn search_day(&self, from: Moment, keep: &dyn Fn(HourSpan) -> Option<HourSpan>) -> Option<Moment> {
        if !self.allows_day(from.day) {
            return None;
        }
        let begun = from.minute.unwrap_or(0);
        let kept = self.spans.iter().filter_map(|span| keep(*span));
        kept.map(|span| HourSpan { from: span.from.max(begun), ..span })
            .find(|span| span.from < span.to)
            .map(|span| Moment::at(from.day, span.from))
    }
}

fn overlap(a: HourSpan, b: HourSpan) -> Option<HourSpan> {
    let both = HourSpan { from: a.from.max(b.from), to: a.to.min(b.to) };
    (both.from < both.to).then_some(both)
}
