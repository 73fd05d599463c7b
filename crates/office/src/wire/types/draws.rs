//! Draws: who would be drawn from, what was drawn, the sheet of it.

use super::{ClauseRef, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {

    /// Who would be drawn from, if somebody drew now.
    pub struct DrawPreview {
        /// The task that asks for the draw.
        task: String,
        /// What is drawn for, in words.
        about: DrawAbout,
        /// How many stand in the frame.
        population: u32,
        /// How many are taken.
        take: u32,
        /// The strata or parts, where the policy draws by them; the one without a name last.
        strata: Vec<DrawStratum>,
        /// Hash of the frame.
        hash: String,
        /// The day up to which the draw can be made.
        due: String,
    }

    /// What is drawn for: the rule and its period.
    pub struct DrawAbout {
        /// Pack id.
        pack: String,
        /// Rule id.
        rule: String,
        /// What the rule is called.
        title: String,
        /// The rule as a sentence.
        words: String,
        /// The clauses it stands on.
        clauses: Vec<ClauseRef>,
        /// The period: 2026年第40周(2026-09-28 至 2026-10-04).
        period: String,
        /// Out of which stretch is drawn; empty where it is the period.
        stretch: String,
    }

    /// A stratum, or a part of each of which some are drawn.
    pub struct DrawStratum {
        /// Its name; empty: those without one.
        name: String,
        /// How many it has.
        size: u32,
        /// How many are taken of it.
        take: u32,
    }

    /// Draws.
    pub struct DrawWish {
        /// The task that asks for the draw.
        task: String,
        /// The hash of the frame that the person saw; none: he did not look.
        hash: Option<String>,
        /// A seed that was agreed on (thrown with dice before witnesses, say); none: the system's randomness.
        seed: Option<String>,
    }

    /// What was drawn.
    pub struct DrawWritten {
        /// The draw.
        draw: String,
        /// How many were taken.
        taken: u32,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// Lets the next rank take the place of a drawn unit.
    pub struct ReplaceDrawn {
        /// The draw.
        draw: String,
        /// Rank of the unit that is replaced.
        rank: u32,
        /// Why.
        reason: String,
    }

    /// Makes a draw count for nothing, so that it can be made again.
    pub struct VoidDraw {
        /// The draw.
        draw: String,
        /// Who approved (staff id or name).
        approver: String,
        /// Why.
        reason: String,
    }

    /// A draw in a list.
    pub struct DrawRow {
        /// The draw.
        draw: String,
        /// Pack id.
        pack: String,
        /// Rule id.
        rule: String,
        /// What the rule is called.
        title: String,
        /// The period: 2026年第40周(2026-09-28 至 2026-10-04).
        period: String,
        /// Day of the draw.
        on: String,
        /// Who drew; empty: nobody was named.
        by: String,
        /// The seed.
        seed: String,
        /// Whether the seed was agreed on by people, not taken from the system's randomness.
        agreed: bool,
        /// Hash of the frame.
        hash: String,
        /// How many stood in the frame.
        population: u32,
        /// How many are to be followed up.
        taken: u32,
        /// How many were replaced.
        replaced: u32,
        /// Who took it back, and why.
        voided: Option<DrawVoided>,
    }

    /// How a draw came to count for nothing.
    pub struct DrawVoided {
        /// Day.
        on: String,
        /// Who did it; empty: nobody was named.
        by: String,
        /// Who approved.
        approver: String,
        /// Why.
        reason: String,
    }

    /// Names a draw.
    pub struct DrawRef {
        /// The draw.
        draw: String,
        /// Also those who were not drawn.
        whole: bool,
    }

    /// The sheet of a draw, as it is printed and signed.
    pub struct DrawSheet {
        /// Name of the office.
        office: String,
        /// The draw in short.
        row: DrawRow,
        /// What was drawn for, in words.
        about: DrawAbout,
        /// The strata or parts.
        strata: Vec<DrawStratum>,
        /// How anybody can make the ranking again, in a sentence.
        method: String,
        /// The ranking: the whole, or those who were drawn or replaced.
        ranking: Vec<DrawnRow>,
        /// Who signs: 抽样人, 见证人, 日期.
        signatures: Vec<String>,
    }

    /// A place of the ranking.
    pub struct DrawnRow {
        /// Rank, from 1.
        rank: u32,
        /// Client id, where there is one.
        client: Option<String>,
        /// The unit as it is hashed: client, matter, stratum.
        key: String,
        /// The client's name; where he is gone, his identifier.
        name: String,
        /// His room or number.
        place: String,
        /// The matter: 维修 WX260017; empty where clients are drawn.
        matter: String,
        /// Stratum.
        stratum: String,
        /// `taken`, `replaced`, `rest`.
        state: String,
        /// Why he was replaced, by whom, when; empty otherwise.
        replaced: String,
        /// Where the task of one who was taken stands: `open`, `done` …; none: not asked for.
        task_state: Option<String>,
    }

    /// Writes the sheet of a draw as a workbook.
    pub struct ExportDraw {
        /// The draw.
        draw: String,
        /// Where to.
        path: String,
    }
}
