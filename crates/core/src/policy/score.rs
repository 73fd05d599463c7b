//! Scores of staff and departments: points and deductions that follow from targets and cases (考核得分).

use super::kinds::read_period;
use super::part::{Carried, codes};
use super::reader::{Source, TableReader};
use crate::calendar::PeriodKind;
use crate::codes::code_enum;

/// `[[score]]`: points or a deduction.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Id inside the pack.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whose score.
    pub whose: Whose,
    /// Over which stretch.
    pub period: PeriodKind,
    /// How it is reckoned.
    pub reckoning: Reckoning,
    /// Clauses.
    pub carried: Carried,
}

code_enum!(
    /// Whose score it is.
    Whose {
        /// Each department's.
        Department = "department",
        /// Each person's.
        Staff = "staff",
        /// The office's.
        Office = "office",
    }
);

/// How a score is reckoned.
#[derive(Debug, Clone, PartialEq)]
pub enum Reckoning {
    /// By how far a target is missed.
    Shortfall {
        /// Title of the target.
        target: String,
        /// What each missing percentage point is worth.
        worth: Worth,
        /// Cases that lower the rate itself (001-06-25: a perfunctory follow-up counts as ten percent less).
        rate_minus: Option<RateMinus>,
    },
    /// By the number of cases.
    Cases {
        /// What is a case.
        case: Case,
        /// Points for each.
        points: f64,
    },
}

/// What a missing percentage point is worth.
#[derive(Debug, Clone, PartialEq)]
pub enum Worth {
    /// Points; negative ones are taken away.
    Points(f64),
    /// So many percent of a sum of money (of the department's pay, of a bonus).
    Share {
        /// The sum's name.
        of: String,
        /// Percent for each missing point.
        factor: f64,
    },
}

/// Cases that lower a rate.
#[derive(Debug, Clone, PartialEq)]
pub struct RateMinus {
    /// The form's field that says yes in such a case.
    pub field: String,
    /// Percentage points for each.
    pub percent: f64,
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Case {
    /// A client reached.
    Reached,
    /// A client who is not satisfied.
    Dissatisfied,
    /// An occurrence missed or lost.
    Missed,
    /// An occurrence done after its due day.
    Late,
    /// A record whose form says yes to this field.
    Answer(String),
}

/// What came of a score: points, or the percentage that is taken of the sum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scored {
    /// Points.
    Points(f64),
    /// Percent of the sum that is deducted.
    Percent(f64),
}

impl Score {
    /// The score for a share and a number of cases. `percent` is the target's; `None`: nothing was due.
    pub fn reckon(&self, percent: f64, reached: u32, of: u32, cases: u32) -> Option<Scored> {
        match &self.reckoning {
            Reckoning::Cases { points, .. } => Some(Scored::Points(points * f64::from(cases))),
            Reckoning::Shortfall { worth, rate_minus, .. } => {
                let minus = rate_minus.as_ref().map_or(0.0, |m| m.percent * f64::from(cases));
                let rate = (of > 0).then(|| f64::from(reached) * 100.0 / f64::from(of))? - minus;
                let short = (percent - rate.max(0.0)).max(0.0);
                Some(match worth {
                    Worth::Points(points) => Scored::Points(points * short),
                    Worth::Share { factor, .. } => Scored::Percent((factor * short).min(100.0)),
                })
            }
        }
    }

    /// The title of the target that it reads.
    pub fn target(&self) -> Option<&str> {
        match &self.reckoning {
            Reckoning::Shortfall { target, .. } => Some(target),
            Reckoning::Cases { .. } => None,
        }
    }
}

pub(super) fn read_score(table: TableReader<'_, '_>) -> Score {
    let score = Score {
        id: table.required_text("id", "得分的代号"),
        title: table.required_text("title", "得分的说法"),
        whose: table.code("whose", Whose::parse, &codes(Whose::ALL.iter().map(|w| w.code()))).unwrap_or(Whose::Office),
        period: read_period(&table, "period").unwrap_or(PeriodKind::Quarter),
        reckoning: read_reckoning(&table),
        carried: Carried::read(&table),
    };
    table.finish("[[score]] ");
    score
}

fn read_reckoning(table: &TableReader<'_, '_>) -> Reckoning {
    let (per_point, share) = (table.number("per_point"), table.text("share"));
    let factor = table.number("factor").unwrap_or(1.0);
    let rate_minus = table.raw("rate_minus").map(|node| read_rate_minus(&TableReader::new(table.source, node)));
    let (case, points) = (table.text("case"), table.number("points"));
    if let Some(target) = table.text("target") {
        let worth = match (per_point, share) {
            (Some(points), _) => Worth::Points(points),
            (None, Some(of)) => Worth::Share { of, factor },
            (None, None) => {
                table.missing("per_point", "每少 1 个百分点几分,或用 share 写按差额扣的那笔钱");
                Worth::Points(0.0)
            }
        };
        return Reckoning::Shortfall { target, worth, rate_minus };
    }
    if case.is_none() || points.is_none() {
        table.missing("target", "哪个指标,或 case 加 points");
    }
    let case = match case.as_deref().unwrap_or_default() {
        "reached" => Case::Reached,
        "dissatisfied" => Case::Dissatisfied,
        "missed" => Case::Missed,
        "late" => Case::Late,
        field => Case::Answer(field.to_owned()),
    };
    Reckoning::Cases { case, points: points.unwrap_or(0.0) }
}

fn read_rate_minus(table: &TableReader<'_, '_>) -> RateMinus {
    let read = RateMinus {
        field: table.required_text("field", "哪一栏说“是”的"),
        percent: table.percent("percent").unwrap_or(0.0),
    };
    if !table.has("percent") {
        table.missing("percent", "每一例少几个百分点");
    }
    read
}

/// Reports scores that name a target that is not there.
pub(super) fn check_scores(source: &Source<'_>, scores: &[Score], titles: &[&str]) {
    for score in scores {
        if let Some(target) = score.target().filter(|target| !titles.contains(target)) {
            source.report(score.carried.at, "unknown_name", "没有这个指标(写指标的 title)", target);
        }
    }
}
