//! Policy packs: as readable policy, as texts of the office's own, and side by side.

use super::{LabelValue, PackBrief, ParamOverride, ParamRow, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {

    /// Names one pack.
    pub struct PackRef {
        /// Policy id.
        id: String,
    }

    /// A pack as readable policy.
    pub struct PackText {
        /// Brief.
        brief: PackBrief,
        /// The whole pack in plain Chinese, line by line.
        lines: Vec<PackLine>,
        /// What the policy leaves to the office, with the values in force.
        params: Vec<ParamRow>,
        /// Other values for some clients.
        overrides: Vec<ParamOverride>,
        /// Every version that was ever in force here, oldest first.
        versions: Vec<PackVersionLine>,
        /// Whether the text on the shelf is another than the one that is enabled.
        newer_text: bool,
        /// The classes of clients that the office knows.
        classes: Vec<String>,
        /// Its forms, which can be printed blank where the pack is enabled.
        forms: Vec<PackForm>,
    }

    /// A form of a pack.
    pub struct PackForm {
        /// Id inside the pack.
        id: String,
        /// Title.
        title: String,
    }

    /// A line of a pack's text.
    pub struct PackLine {
        /// `title`, `heading`, `text`.
        kind: String,
        /// The words.
        text: String,
        /// Clauses that the line carries.
        clauses: Vec<String>,
        /// `runs`, `asks`, `shows`, or empty.
        how: String,
        /// Titles of the stories that show it at work.
        stories: Vec<String>,
    }

    /// A version of an enabled pack.
    pub struct PackVersionLine {
        /// First day.
        from: String,
        /// First day on which it was no longer in force; none: it still is.
        until: Option<String>,
        /// The values that the office set, as label and words.
        values: Vec<LabelValue>,
    }

    /// Looks for words in packs.
    pub struct FindPacks {
        /// Words of a title, an id, a clause.
        find: String,
    }

    /// A pack in which words were found.
    pub struct PackHit {
        /// Policy id.
        id: String,
        /// The first line that has them; empty: the title or the id does.
        line: String,
    }

    /// The text of a pack.
    pub struct PackSource {
        /// Policy id.
        id: String,
        /// The text, as it is written.
        text: String,
        /// Whether the office keeps it itself, and may change it.
        own: bool,
        /// Names of its story files.
        stories: Vec<String>,
    }

    /// Asks what is wrong with a text that is being written.
    pub struct CheckPack {
        /// The pack whose text it is.
        id: String,
        /// The text.
        text: String,
    }

    /// What is wrong with a text.
    pub struct PackCheck {
        /// Mistakes with their places.
        problems: Vec<PackFault>,
        /// What the stories that came with it say otherwise.
        stories: Vec<String>,
    }

    /// A mistake in a pack's text.
    pub struct PackFault {
        /// Line, from 1.
        line: u32,
        /// Column in characters, from 1.
        column: u32,
        /// What was expected.
        expected: String,
        /// What was found.
        found: String,
    }

    /// Copies a pack under another name.
    pub struct CopyPack {
        /// Which.
        id: String,
        /// The copy's id.
        new_id: String,
        /// The copy's title.
        title: String,
    }

    /// Writes the text of a pack of the office's own.
    pub struct SavePack {
        /// Which.
        id: String,
        /// The text.
        text: String,
        /// Lets the stories go that say otherwise.
        drop_stories: bool,
    }

    /// Writes a pack as one file.
    pub struct ExportPack {
        /// Which.
        id: String,
        /// Where to.
        path: String,
    }

    /// Names one file.
    pub struct FileRef {
        /// The file.
        path: String,
    }

    /// A pack of the office's own that was written.
    pub struct PackWritten {
        /// Which.
        id: String,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// Sets two packs side by side.
    pub struct ComparePacks {
        /// The left pack.
        left: String,
        /// As it is enabled here, instead of as it stands on the shelf.
        left_enabled: bool,
        /// The right pack.
        right: String,
        /// See `left_enabled`.
        right_enabled: bool,
    }

    /// Two packs side by side.
    pub struct PackComparison {
        /// Title of the left pack.
        left: String,
        /// Title of the right pack.
        right: String,
        /// How many parts are the same.
        same: u32,
        /// How many differ.
        differs: u32,
        /// How many only the left has.
        only_left: u32,
        /// How many only the right has.
        only_right: u32,
        /// The parts.
        rows: Vec<CompareRow>,
    }

    /// A part of two packs.
    pub struct CompareRow {
        /// `rule`, `except`, `target`, `form`, `script`, `duty`, `param`, or another kind of part.
        kind: String,
        /// What it is called.
        title: String,
        /// `same`, `differs`, `left`, `right`.
        state: String,
        /// What the left says.
        left: Vec<Piece>,
        /// What the right says.
        right: Vec<Piece>,
        /// It differs in something that the words do not say.
        silently: bool,
    }

    /// A piece of a sentence.
    pub struct Piece {
        /// The words.
        text: String,
        /// Whether the other side says it too.
        same: bool,
    }

    /// Provokes a panic inside a command: how the test sees that it stays there.
    pub struct ProvokePanic {
        /// The panic's message.
        message: String,
    }
}
