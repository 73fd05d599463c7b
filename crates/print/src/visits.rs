//! A list for a round of home visits: taken along, filled in by hand, and typed afterwards row by row in the same order.

use crate::header::{Head, Header, chinese_day};
use crate::paper::{Paper, PrintError};
use crate::world::Template;
use chrono::NaiveDate;
use serde::Serialize;

/// Lists of home visits on A4 (landscape), one round a person, each beginning on a new page.
#[derive(Debug, Clone)]
pub struct VisitList {
    /// Head and foot.
    pub header: Header,
    /// Day of the round; none: room to write it in.
    pub on: Option<NaiveDate>,
    /// What the client is called here, for the signature: 业主.
    pub client_term: String,
    /// The rounds; none: the sheet says that there is nobody to visit.
    pub rounds: Vec<Round>,
}

/// Whom one person visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Who goes.
    pub person: String,
    /// The visits in the order of the round; the first is number 1.
    pub visits: Vec<Visit>,
}

/// One door at which to ring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Visit {
    /// Name.
    pub name: String,
    /// Room or address; empty: none known.
    pub place: String,
    /// Telephone numbers, best first.
    pub phones: Vec<String>,
    /// What to know before ringing: classes, hard of hearing; empty: nothing.
    pub heed: String,
    /// Tasks that the visit settles; several of one client are one visit.
    pub tasks: Vec<VisitTask>,
}

/// A task of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VisitTask {
    /// What it is called.
    pub title: String,
    /// What it is about; empty: nothing in particular.
    pub about: String,
    /// Due day as shown.
    pub due: String,
    /// What has to be asked and can be answered by ticking a box.
    pub questions: Vec<Question>,
}

/// A question with boxes to tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The question.
    pub label: String,
    /// The possible answers.
    pub levels: Vec<String>,
}

#[derive(Serialize)]
struct Sheet<'a> {
    rounds: Vec<RoundSheet<'a>>,
    client_term: &'a str,
}

#[derive(Serialize)]
struct RoundSheet<'a> {
    head: Head,
    visits: &'a [Visit],
}

impl VisitList {
    /// Sets the lists.
    ///
    /// # Errors
    /// Only a mistake in the program.
    pub fn paper(&self) -> Result<Paper, PrintError> {
        let nobody = Round { person: String::new(), visits: Vec::new() };
        let rounds = if self.rounds.is_empty() { std::slice::from_ref(&nobody) } else { &self.rounds[..] };
        let rounds = rounds.iter().map(|round| self.round(round)).collect();
        Paper::set(Template::Visits, &Sheet { rounds, client_term: &self.client_term })
    }

    fn round<'a>(&self, round: &'a Round) -> RoundSheet<'a> {
        let day = self.on.map_or_else(|| "    年    月    日".replace(' ', "\u{A0}"), chinese_day);
        let mut under = vec![format!("日期 {day}")];
        under.extend((!round.person.is_empty()).then(|| format!("回访人 {}", round.person)));
        under.push(format!("共 {} 户", round.visits.len()));
        RoundSheet {
            head: Head::new(&self.header, "上门回访单", &under.join("\u{3000}"), ""), visits: &round.visits
        }
    }
}
