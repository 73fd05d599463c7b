//! iCalendar (RFC 5545) as far as appointments need it: dates, local times of China, text with its escapes, folded lines.
//! Written out because the libraries for it stamp what they write with a clock of their own.

use chrono::{DateTime, NaiveDate};
use huifang_core::calendar::Moment;

/// An entry of a calendar.
pub(super) struct Entry {
    /// The same for the same thing each time, so that a second import replaces and does not double.
    pub uid: String,
    /// When it begins; without a minute it takes the day.
    pub on: Moment,
    pub summary: String,
    pub description: String,
    pub location: String,
}

/// How long an appointment is taken to be, in minutes.
const LENGTH: u16 = 30;

/// A line may have so many octets before it is folded (RFC 5545, 3.1).
const MOST_OCTETS: usize = 75;

/// The calendar of these entries, written at that instant.
pub(super) fn calendar(name: &str, entries: &[Entry], written_ms: i64) -> String {
    let stamp = DateTime::from_timestamp_millis(written_ms).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string();
    let mut text = String::new();
    let mut line = |content: &str| fold(&mut text, content);
    for content in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Huifang//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"] {
        line(content);
    }
    line(&format!("X-WR-CALNAME:{}", escape(name)));
    // China has had one zone without summer time since 1991.
    for content in [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Shanghai",
        "BEGIN:STANDARD",
        "DTSTART:19910915T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800",
        "TZNAME:CST",
        "END:STANDARD",
        "END:VTIMEZONE",
    ] {
        line(content);
    }
    for entry in entries {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", entry.uid));
        line(&format!("DTSTAMP:{stamp}"));
        for content in span(entry.on) {
            line(&content);
        }
        line(&format!("SUMMARY:{}", escape(&entry.summary)));
        for (name, value) in [("LOCATION", &entry.location), ("DESCRIPTION", &entry.description)] {
            if !value.is_empty() {
                line(&format!("{name}:{}", escape(value)));
            }
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

/// Beginning and end: local times, or the whole day.
fn span(on: Moment) -> [String; 2] {
    let Some(minute) = on.minute else {
        let next = on.day.succ_opt().unwrap_or(on.day);
        let date = |name: &str, day: NaiveDate| format!("{name};VALUE=DATE:{}", day.format("%Y%m%d"));
        return [date("DTSTART", on.day), date("DTEND", next)];
    };
    let time = |name: &str, minute: u16| {
        let day = on.day.format("%Y%m%d");
        format!("{name};TZID=Asia/Shanghai:{day}T{:02}{:02}00", minute / 60, minute % 60)
    };
    [time("DTSTART", minute), time("DTEND", (minute + LENGTH).min(1439))]
}

/// Text as RFC 5545, 3.3.11 has it.
fn escape(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

/// Adds a line, folded between characters: what follows begins with a blank, which counts.
fn fold(text: &mut String, content: &str) {
    let mut octets = 0;
    for character in content.chars() {
        if octets + character.len_utf8() > MOST_OCTETS {
            *text += "\r\n ";
            octets = 1;
        }
        text.push(character);
        octets += character.len_utf8();
    }
    *text += "\r\n";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(on: &str, summary: &str) -> Entry {
        Entry {
            uid: "u1@huifang".to_owned(),
            on: Moment::parse(on).expect("a moment"),
            summary: summary.to_owned(),
            description: String::new(),
            location: "3栋,1202".to_owned(),
        }
    }

    #[test]
    fn an_appointment_is_local_time_and_a_promise_takes_the_day() {
        let text =
            calendar("安居", &[entry("2026-10-12T14:30", "预约"), entry("2026-12-31", "回拨")], 1_790_000_000_000);
        for line in [
            "DTSTART;TZID=Asia/Shanghai:20261012T143000",
            "DTEND;TZID=Asia/Shanghai:20261012T150000",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "LOCATION:3栋\\,1202",
            "DTSTAMP:20260921T141320Z",
        ] {
            assert!(text.lines().any(|l| l == line), "{line} in\n{text}");
        }
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("a;b,c\\d\r\ne\nf"), "a\\;b\\,c\\\\d\\ne\\nf");
    }

    #[test]
    fn long_lines_are_folded_between_characters_and_unfold_to_what_they_were() {
        let summary = "欧阳淑贞约定的复诊,请记得带上次的片子".repeat(9);
        let text = calendar("安居", &[entry("2026-10-12", &summary)], 0);
        assert!(text.split("\r\n").all(|line| line.len() <= MOST_OCTETS), "{text}");
        assert!(text.replace("\r\n ", "").contains(&format!("SUMMARY:{}", escape(&summary))));
    }
}
