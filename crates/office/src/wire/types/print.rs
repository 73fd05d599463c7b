//! Paper: what is to be printed, and the pictures of its pages.
//!
//! Every request has a `path`: with one, the PDF is written there, as reports are; without, nothing is written and the
//! answer has the pictures of the pages, which look exactly as the PDF does.

use super::{RecordFollowUp, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {

    /// Prints the form of a task.
    pub struct PrintForm {
        /// Task id.
        task: String,
        /// To be filled in by hand; otherwise with what was last written down.
        blank: bool,
        /// Filled in as it stands on the screen; none: as it was written down.
        #[serde(default)]
        sheet: Option<RecordFollowUp>,
        /// Where to write the PDF; none: only pictures.
        path: Option<String>,
    }

    /// Prints a form of a pack, for nobody in particular.
    pub struct PrintBlankForm {
        /// Pack id.
        pack: String,
        /// Form id inside the pack.
        form: String,
        /// Where to write the PDF; none: only pictures.
        path: Option<String>,
    }

    /// Prints a client's archive card.
    pub struct PrintCard {
        /// Client id.
        client: String,
        /// Where to write the PDF; none: only pictures.
        path: Option<String>,
    }

    /// Prints the sheet of a matter.
    pub struct PrintMatter {
        /// Matter id.
        matter: String,
        /// Where to write the PDF; none: only pictures.
        path: Option<String>,
    }

    /// Prints lists for rounds of home visits, one for each person.
    pub struct PrintVisits {
        /// Only what this person must do (staff id); none: everybody's.
        staff: Option<String>,
        /// Only what is due by this day; none: also what is due later.
        due_to: Option<String>,
        /// Exactly these tasks, in this order; empty: all that are open and may be done by a home visit, by room.
        tasks: Vec<String>,
        /// Day of the round; none: room to write it in.
        on: Option<String>,
        /// Where to write the PDF; none: only pictures.
        path: Option<String>,
    }

    /// Prints the sheet of a draw.
    pub struct PrintDraw {
        /// Draw id.
        draw: String,
        /// The whole ranking; otherwise down to the last place that was drawn.
        whole: bool,
        /// Where to write the PDF; none: only pictures.
        path: Option<String>,
    }

    /// What was printed.
    pub struct Printed {
        /// How many pages.
        count: u32,
        /// Pictures of the first pages as SVG (at most 60); empty where a file was written.
        pages: Vec<String>,
        /// The file that was written.
        path: Option<String>,
        /// Characters that no font has: on paper there is an empty box, to be filled in by hand.
        missing: String,
    }

    /// Lists of home visits that were printed.
    pub struct PrintedVisits {
        /// The sheets.
        printed: Printed,
        /// Their rows in order, so that the returned sheets can be typed in the same order.
        rows: Vec<VisitRow>,
        /// Nouns that changed: a list that was written to a file is kept as a round.
        changed: Vec<String>,
    }

    /// A row of a list of home visits.
    pub struct VisitRow {
        /// Whose list.
        person: String,
        /// Number on the list, from 1.
        number: u32,
        /// Client id; none where the task is about no client.
        client: Option<String>,
        /// The tasks that the visit settles.
        tasks: Vec<String>,
    }
}
