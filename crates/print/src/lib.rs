//! Paper: forms, cards and lists on A4 as PDF and as pictures of their pages. Pure: typed models in, [`Paper`] out; no
//! database, no clock, no file is read, and the same model gives the same bytes on every machine.
//!
//! Map: [`FormSheet`], [`ArchiveCard`], [`MatterSheet`], [`VisitList`] and [`DrawSheet`] say what is on the sheet; each is turned into rows,
//! boxes and lines (its module) and set by a template of the same name in `typ`. `world` is all that Typst gets to see: our
//! templates, our fonts, one JSON document. What people wrote comes in through that document only, as values, so that it
//! can not be read as markup.

mod card;
mod draw;
mod form;
mod header;
mod matter;
mod paper;
mod text;
mod visits;
mod world;

pub use card::{ArchiveCard, Happening, OpenTask};
pub use draw::{DrawSheet, Lot, LotRow};
pub use form::{Filled, FormSheet, Picture};
pub use header::{Header, Labelled};
pub use matter::{MatterSheet, Step};
pub use paper::{Paper, PrintError};
pub use visits::{Question, Round, Visit, VisitList, VisitTask};
