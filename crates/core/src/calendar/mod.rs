//! Days, working days, periods and festivals: the time arithmetic of DESIGN section 4.
//!
//! Nothing here reads a clock: `Now` is made once a command by the host and passed down.
//!
//! Map: `moment` and `span` are what policies and facts write; `holidays` and `working` judge and count days;
//! `period` cuts the line of days into weeks, months and the like; `lunar` finds festivals,
//! `birthday` birthdays.

mod birthday;
mod holidays;
mod lunar;
mod moment;
mod period;
mod period_text;
mod span;
#[cfg(test)]
mod tests;
mod working;

pub use birthday::{next_birthday, next_lunar_birthday};
pub use holidays::{HolidayDay, HolidayYear};
pub use lunar::{Festival, lunar_label, solar_of};
pub use moment::{Moment, Now, local_moment};
pub use period::{Period, PeriodKind, PeriodShift};
pub use period_text::PeriodError;
pub use span::{Span, SpanError, Unit};
pub use working::{DayOff, Judged, WorkingCalendar};
