//! A state as shape and word: paper is printed in black, and colour is not to be had there. The shapes are those of the
//! screen (`ui/src/shared/StateMark.tsx`).

use crate::wire::TaskRow;
use chrono::NaiveDate;
use huifang_core::policy::Vocabulary;

/// Where a task stands on that day: `● 逾期3天`, `▲ 今天到期`, `○ 未到期`, `✓ 已完成`.
pub(super) fn state_mark(task: &TaskRow, today: NaiveDate) -> String {
    mark(&task.state, task.days_over, &task.due, today)
}

fn mark(state: &str, days_over: u32, due: &str, today: NaiveDate) -> String {
    let word = Vocabulary::shipped().name("state", state);
    match state {
        "overdue" if days_over > 0 => format!("● 逾期{days_over}天"),
        "overdue" => format!("● {word}"),
        "done" => format!("✓ {word}"),
        "open" | "waiting" if due.starts_with(&today.to_string()) => "▲ 今天到期".to_owned(),
        "open" | "waiting" => "○ 未到期".to_owned(),
        _ => format!("– {word}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn convention_11_each_state_has_a_shape_and_a_word() {
        let today = "2026-10-09".parse().expect("a day");
        let said = |state, days, due| mark(state, days, due, today);
        assert_eq!(said("overdue", 3, "2026-10-06"), "● 逾期3天");
        assert_eq!(said("open", 0, "2026-10-09T17:00"), "▲ 今天到期");
        assert_eq!(said("waiting", 0, "2026-10-12"), "○ 未到期");
        assert_eq!(said("done", 0, "2026-10-01"), "✓ 已完成");
        for ended in ["lost", "waived", "missed", "withdrawn"] {
            let said = said(ended, 0, "2026-10-01");
            assert!(said.starts_with("– ") && said.chars().count() > 3, "{said}");
        }
    }
}
