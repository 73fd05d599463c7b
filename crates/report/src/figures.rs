//! The headline figures: what each counts, from which rows, in words.

use crate::occurrence::{Counting, Occurrence, Standing};
use serde::Serialize;

/// A numerator over a denominator; both are kept, never only the percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Ratio {
    /// How many.
    pub numerator: u32,
    /// Out of how many.
    pub denominator: u32,
}

impl Ratio {
    /// The share from 0 to 1; `None` for 0/0, which is neither nothing nor everything.
    pub fn share(self) -> Option<f64> {
        (self.denominator > 0).then(|| f64::from(self.numerator) / f64::from(self.denominator))
    }

    /// The share as `83.3%`, or `—` for 0/0.
    pub fn text(self) -> String {
        self.share().map_or_else(|| "—".to_owned(), |share| format!("{:.1}%", share * 100.0))
    }
}

/// How many occurrences are what. Everything but `waived` counts only what is in the denominator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Due in the period: the denominator.
    pub due: u32,
    /// Reached by a person: the numerator.
    pub done: u32,
    /// Reached no later than due.
    pub on_time: u32,
    /// Given up.
    pub lost: u32,
    /// Its time passed and the next one began.
    pub missed: u32,
    /// Past its day and not done.
    pub overdue: u32,
    /// The client is not to be contacted now.
    pub paused: u32,
    /// Not yet past its day and not done.
    pub pending: u32,
    /// Settled without reaching anybody.
    pub unreached: u32,
    /// Reached and asked whether satisfied.
    pub asked: u32,
    /// Reached, asked and satisfied.
    pub satisfied: u32,
    /// Approved waivers, which are not due.
    pub waived: u32,
}

impl Counts {
    /// Counts the occurrences.
    pub fn of<'a>(occurrences: impl IntoIterator<Item = &'a Occurrence>) -> Self {
        let mut counts = Self::default();
        occurrences.into_iter().for_each(|occurrence| counts.add(occurrence));
        counts
    }

    /// Counts one more.
    pub fn add(&mut self, occurrence: &Occurrence) {
        match occurrence.counting() {
            Counting::Counted => self.add_due(occurrence),
            Counting::Waived => self.waived += 1,
            Counting::Step | Counting::Withdrawn => {}
        }
    }

    fn add_due(&mut self, occurrence: &Occurrence) {
        self.due += 1;
        let standing = occurrence.standing();
        self.done += u32::from(standing == Standing::Reached);
        self.lost += u32::from(standing == Standing::Lost);
        self.missed += u32::from(standing == Standing::Missed);
        self.overdue += u32::from(standing == Standing::Overdue);
        self.paused += u32::from(standing == Standing::Paused);
        self.pending += u32::from(standing == Standing::Pending);
        self.unreached += u32::from(standing == Standing::Unreached);
        self.on_time += u32::from(occurrence.on_time() == Some(true));
        self.asked += u32::from(occurrence.satisfaction().is_some());
        self.satisfied += u32::from(occurrence.satisfaction() == Some(true));
    }

    /// Adds the counts of another group.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.due += other.due;
        self.done += other.done;
        self.on_time += other.on_time;
        self.lost += other.lost;
        self.missed += other.missed;
        self.overdue += other.overdue;
        self.paused += other.paused;
        self.pending += other.pending;
        self.unreached += other.unreached;
        self.asked += other.asked;
        self.satisfied += other.satisfied;
        self.waived += other.waived;
    }

    /// Reached out of due (回访率).
    pub fn coverage(&self) -> Ratio {
        Ratio { numerator: self.done, denominator: self.due }
    }

    /// On time out of reached (按期率).
    pub fn on_time_rate(&self) -> Ratio {
        Ratio { numerator: self.on_time, denominator: self.done }
    }

    /// Satisfied out of asked (满意率).
    pub fn satisfaction_rate(&self) -> Ratio {
        Ratio { numerator: self.satisfied, denominator: self.asked }
    }
}

/// Which headline figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// 应访.
    DueCount,
    /// 已访.
    DoneCount,
    /// 按期.
    OnTimeCount,
    /// 回访率.
    Coverage,
    /// 按期率.
    OnTimeRate,
    /// 满意率.
    SatisfactionRate,
    /// 失访.
    LostCount,
    /// 漏访.
    MissedCount,
    /// 免访.
    WaivedCount,
}

impl FigureKind {
    /// Every figure, in the order of the report.
    pub const ALL: [Self; 9] = [
        Self::DueCount,
        Self::DoneCount,
        Self::OnTimeCount,
        Self::Coverage,
        Self::OnTimeRate,
        Self::SatisfactionRate,
        Self::LostCount,
        Self::MissedCount,
        Self::WaivedCount,
    ];

    /// Stable identifier: on the wire, and the workbook's defined name.
    pub fn id(self) -> &'static str {
        match self {
            Self::DueCount => "due_count",
            Self::DoneCount => "done_count",
            Self::OnTimeCount => "on_time_count",
            Self::Coverage => "coverage",
            Self::OnTimeRate => "on_time_rate",
            Self::SatisfactionRate => "satisfaction_rate",
            Self::LostCount => "lost_count",
            Self::MissedCount => "missed_count",
            Self::WaivedCount => "waived_count",
        }
    }

    /// The figure of an identifier; `None` for an unknown one.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Chinese name.
    pub fn label(self) -> &'static str {
        match self {
            Self::DueCount => "应访",
            Self::DoneCount => "已访",
            Self::OnTimeCount => "按期",
            Self::Coverage => "回访率",
            Self::OnTimeRate => "按期率",
            Self::SatisfactionRate => "满意率",
            Self::LostCount => "失访",
            Self::MissedCount => "漏访",
            Self::WaivedCount => "免访",
        }
    }

    /// What it counts, as it is printed beside the figure.
    pub fn definition(self) -> &'static str {
        match self {
            Self::DueCount => "应访日在本期内的回访任务,含失访和漏访;经批准的免访、已撤回的任务和内部步骤不计。",
            Self::DoneCount => "应访中,由人员联系到本人(或联系人)并留有记录的。",
            Self::OnTimeCount => "已访中,完成日不晚于应访日的。",
            Self::Coverage => "已访 ÷ 应访。",
            Self::OnTimeRate => "按期 ÷ 已访;未访到的由回访率反映,不在本项分母中。",
            Self::SatisfactionRate => "答满意的 ÷ 已访中问过是否满意的;没有问的不计。",
            Self::LostCount => "应访中,按制度规定的次数和方式都联系不上,由人员认定失访的。",
            Self::MissedCount => "应访中,时限已过且下一次已开始,没有做的。",
            Self::WaivedCount => "经批准不必回访的;不计入应访,在此另列。",
        }
    }

    /// The figure among the counts.
    pub fn of(self, counts: &Counts) -> Figure {
        let count = |numerator| (numerator, None);
        let rate = |ratio: Ratio| (ratio.numerator, Some(ratio.denominator));
        let (numerator, denominator) = match self {
            Self::DueCount => count(counts.due),
            Self::DoneCount => count(counts.done),
            Self::OnTimeCount => count(counts.on_time),
            Self::Coverage => rate(counts.coverage()),
            Self::OnTimeRate => rate(counts.on_time_rate()),
            Self::SatisfactionRate => rate(counts.satisfaction_rate()),
            Self::LostCount => count(counts.lost),
            Self::MissedCount => count(counts.missed),
            Self::WaivedCount => count(counts.waived),
        };
        Figure { kind: self, numerator, denominator }
    }

    /// Whether the occurrence is in the list behind the figure: what a count counts, or a rate's denominator.
    pub fn lists(self, occurrence: &Occurrence) -> bool {
        let figure = self.of(&Counts::of([occurrence]));
        figure.denominator.unwrap_or(figure.numerator) > 0
    }
}

/// A headline figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Which; it knows id, label and definition.
    pub kind: FigureKind,
    /// The count, or the rate's numerator.
    pub numerator: u32,
    /// The rate's denominator; `None` for a count.
    pub denominator: Option<u32>,
}

impl Figure {
    /// The rate; `None` for a count.
    pub fn ratio(&self) -> Option<Ratio> {
        self.denominator.map(|denominator| Ratio { numerator: self.numerator, denominator })
    }

    /// The count, the rate as `83.3%`, or `—` for 0/0.
    pub fn text(&self) -> String {
        self.ratio().map_or_else(|| self.numerator.to_string(), Ratio::text)
    }
}
