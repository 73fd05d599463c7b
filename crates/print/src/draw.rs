//! The sheet of a sample draw: what anybody needs to draw again by himself and compare.

use crate::header::{Head, Header, Labelled, chinese_day, in_rows};
use crate::paper::{Paper, PrintError};
use crate::world::Template;
use chrono::NaiveDate;
use serde::Serialize;

/// A sample draw on A4.
#[derive(Debug, Clone)]
pub struct DrawSheet {
    /// Head and foot.
    pub header: Header,
    /// What was drawn: 每月抽查.
    pub title: String,
    /// The policy.
    pub policy: String,
    /// The period for which was drawn, in words.
    pub period: String,
    /// Civil day of the draw.
    pub on: NaiveDate,
    /// Who drew; empty: nobody is named.
    pub by: String,
    /// What the ranking was made with.
    pub seed: String,
    /// Hash of the frozen population.
    pub frame_hash: String,
    /// Size of the population.
    pub population: usize,
    /// How many are taken: of each stratum (empty name: there are none).
    pub take: Vec<(String, u32)>,
    /// The ranking from its first place on; the sheet says how many places it leaves out.
    pub ranking: Vec<LotRow>,
    /// Taken back: the sheet says so.
    pub voided: bool,
}

/// A place of the ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LotRow {
    /// Place, from 1.
    pub rank: usize,
    /// Who or what: name with room or number.
    pub unit: String,
    /// Stratum; empty: there are none.
    pub stratum: String,
    /// What the lot decided.
    pub lot: Lot,
}

/// What became of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lot {
    /// It is followed up.
    Taken,
    /// It was drawn, and the next place stands in for it.
    Replaced {
        /// Why.
        reason: String,
        /// Civil day.
        on: NaiveDate,
        /// Who replaced it; empty: nobody is named.
        by: String,
    },
    /// The lot passed it by.
    Passed,
}

#[derive(Serialize)]
struct Sheet<'a> {
    head: Head,
    voided: bool,
    facts: Vec<Vec<&'a Labelled>>,
    strata: bool,
    rows: Vec<Row<'a>>,
    left_out: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    rank: usize,
    unit: &'a str,
    stratum: &'a str,
    lot: &'static str,
    why: String,
}

impl DrawSheet {
    /// Sets the sheet.
    ///
    /// # Errors
    /// Only a mistake in the program.
    pub fn paper(&self) -> Result<Paper, PrintError> {
        let facts = self.facts();
        let sheet = Sheet {
            head: Head::new(&self.header, "抽样单", &self.title, ""),
            voided: self.voided,
            facts: in_rows(&facts),
            strata: self.ranking.iter().any(|row| !row.stratum.is_empty()),
            rows: self.ranking.iter().map(row).collect(),
            left_out: self.population.saturating_sub(self.ranking.len()),
        };
        Paper::set(Template::Draw, &sheet)
    }

    fn facts(&self) -> Vec<Labelled> {
        let of_stratum = |(stratum, count): &(String, u32)| {
            if stratum.is_empty() { format!("{count} 个") } else { format!("{stratum} {count} 个") }
        };
        let take: Vec<_> = self.take.iter().map(of_stratum).collect();
        vec![
            Labelled::new("制度", &self.policy),
            Labelled::new("抽样期", &self.period),
            Labelled::new("抽样日期", chinese_day(self.on)),
            Labelled::new("抽样人", &self.by),
            Labelled::new("总体", format!("{} 个", self.population)),
            Labelled::new("应抽", if take.is_empty() { "0 个".to_owned() } else { take.join("、") }),
            Labelled::new("总体校验码", &self.frame_hash),
            Labelled::new("随机种子", &self.seed),
        ]
    }
}

fn row(row: &LotRow) -> Row<'_> {
    let (lot, why) = match &row.lot {
        Lot::Taken => ("抽中", String::new()),
        Lot::Passed => ("", String::new()),
        Lot::Replaced { reason, on, by } => {
            let by = if by.is_empty() { String::new() } else { format!(" {by}") };
            ("已替换", format!("{}{by}:{reason}", chinese_day(*on)))
        }
    };
    Row { rank: row.rank, unit: &row.unit, stratum: &row.stratum, lot, why }
}
