//! Loops as rules: deadlines and rechecks are ordinary rules on the matter kind `problem` (DESIGN section 2).

use super::anchor::{Anchor, StepTiming, Timing};
use super::assign::Assign;
use super::condition::{Condition, Test};
use super::kinds::{After, RuleKind};
use super::part::Loop;
use super::rule::{Rule, TaskAction};

/// The two rules of a loop: rectify, and recheck.
pub(super) fn loop_rules(pack: &str, part: &Loop) -> [Rule; 2] {
    let wanted = Condition::Field { name: "loop".to_owned(), test: Test::In(vec![format!("{pack}/{}", part.id)]) };
    let after = |milestone: &str, within, done_by: Option<&str>| {
        RuleKind::After(After {
            anchor: Anchor::each("problem", milestone),
            timing: Timing::Counted(StepTiming::Within(within)),
            latest: None,
            lapse: None,
            renews: true,
            done_by: done_by.map(str::to_owned),
        })
    };
    let rule = |id: &str, title: &str, kind, assign| Rule {
        wanted: wanted.clone(),
        until: vec!["closed".to_owned()],
        carried: part.carried.clone(),
        ..Rule::plain(&format!("{}.{id}", part.id), title, kind, assign)
    };
    let rectify = after("raised", part.solve_within, Some("rectified"));
    let recheck = after("rectified", part.recheck_within, None);
    [
        Rule {
            action: TaskAction::Step,
            verb: "整改".to_owned(),
            ..rule("rectify", "问题整改", rectify, Assign::Handler(part.fixer.clone()))
        },
        Rule {
            channels: part.channels.clone(),
            form: part.form.clone(),
            verb: "复访".to_owned(),
            ..rule("recheck", "复访", recheck, Assign::Role(part.recheck_by.clone()))
        },
    ]
}
