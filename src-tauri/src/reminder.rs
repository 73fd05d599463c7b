//! When to remind, and of what: once in the morning, and when the hour of a promised call-back comes. Texts carry
//! counts and no names, because a notification is seen by whoever stands at the desk.

use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_office::wire::DueNow;
use std::collections::BTreeSet;

/// Before this minute of the day nobody is reminded.
const MORNING: u16 = 7 * 60 + 30;

/// A notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reminder {
    pub(crate) title: String,
    pub(crate) body: String,
}

/// What was said already.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// The day of the last morning's reminder.
    pub(crate) morning: Option<NaiveDate>,
    /// The call-backs reminded of, each with its moment: asked for anew, it is another one.
    call_backs: BTreeSet<(String, String)>,
}

impl Said {
    /// As the last run left it.
    pub(crate) fn on(morning: Option<NaiveDate>) -> Self {
        Self { morning, call_backs: BTreeSet::new() }
    }

    /// What to say now, if anything.
    pub(crate) fn next(&mut self, due: &DueNow, now: Now) -> Option<Reminder> {
        if now.minute < MORNING {
            return None;
        }
        let morning = self.morning != Some(now.today);
        self.morning = Some(now.today);
        let come = self.come(due);
        if morning && due.overdue + due.today > 0 {
            return Some(morning_words(due, now));
        }
        (come > 0).then(|| Reminder {
            title: "约定的回拨到时间了".to_owned(),
            body: format!("有 {come} 位客户约好现在回拨,请打开“约定回拨”查看。"),
        })
    }

    /// How many call-backs have come since they were last looked at.
    fn come(&mut self, due: &DueNow) -> usize {
        let come = due.call_backs.iter().filter(|call| call.is_now);
        come.filter(|call| self.call_backs.insert((call.task.clone(), call.at.clone()))).count()
    }
}

fn morning_words(due: &DueNow, now: Now) -> Reminder {
    let promised = due.call_backs.len();
    let mut body = format!("今天 {} 件,逾期 {} 件。", due.today, due.overdue);
    if promised > 0 {
        body.push_str(&format!("其中 {promised} 件是约好的回拨。"));
    }
    let day = now.today.format("%-m月%-d日");
    Reminder { title: format!("{day} 今日待回访 {} 件", due.overdue + due.today), body }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::FixedOffset;
    use huifang_office::wire::CallBackDue;

    fn at(day: &str, minute: u16) -> Now {
        let zone = FixedOffset::east_opt(8 * 3600).expect("eight hours are an offset");
        Now { instant_ms: 0, zone, today: day.parse().expect("a day"), minute, pretended: false }
    }

    /// So many due today, and call-backs that have come.
    fn due(today: u32, call_backs: &[(&str, &str)]) -> DueNow {
        let call = |(task, at): &(&str, &str)| {
            let is_now = at.contains('T');
            CallBackDue { task: (*task).to_owned(), at: (*at).to_owned(), is_now }
        };
        DueNow { overdue: 0, today, problems: 0, call_backs: call_backs.iter().map(call).collect() }
    }

    #[test]
    fn the_day_is_told_once_in_the_morning_and_again_the_next() {
        let mut said = Said::default();
        assert_eq!(said.next(&due(12, &[]), at("2026-10-09", 7 * 60)), None, "too early");
        let told = said.next(&due(12, &[]), at("2026-10-09", 8 * 60)).expect("a reminder");
        assert_eq!(told.title, "10月9日 今日待回访 12 件");
        assert_eq!(said.next(&due(15, &[]), at("2026-10-09", 9 * 60)), None);
        assert!(said.next(&due(1, &[]), at("2026-10-10", 8 * 60)).is_some());
    }

    #[test]
    fn a_morning_without_work_is_quiet_and_so_is_a_second_start_on_the_same_day() {
        assert_eq!(Said::default().next(&due(0, &[]), at("2026-10-09", 600)), None);
        let day = "2026-10-09".parse().ok();
        assert_eq!(Said::on(day).next(&due(12, &[]), at("2026-10-09", 600)), None);
    }

    #[test]
    fn a_promised_call_back_is_told_once_and_again_when_promised_anew() {
        let mut said = Said::on("2026-10-09".parse().ok());
        let promised = due(3, &[("t1", "2026-10-09T14:30"), ("t2", "2026-10-09")]);
        let told = said.next(&promised, at("2026-10-09", 14 * 60 + 30)).expect("its time has come");
        assert!(told.body.contains("1 位"), "{told:?}: the one without an hour is in the morning's list");
        assert_eq!(said.next(&promised, at("2026-10-09", 15 * 60)), None);
        let anew = due(3, &[("t1", "2026-10-09T16:00")]);
        assert!(said.next(&anew, at("2026-10-09", 16 * 60)).is_some());
    }

    #[test]
    fn nobody_is_named() {
        let told = Said::default().next(&due(2, &[("client-wang", "2026-10-09")]), at("2026-10-09", 600));
        assert!(!format!("{told:?}").contains("wang"));
    }
}
