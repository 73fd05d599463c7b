//! The desk: which office is open, who works there.

use super::{DeskLock, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// A request without parameters.
    pub struct Nothing {}

    /// What this program is.
    pub struct About {
        /// Version of the program.
        version: String,
        /// Texts of the licences of what it is built from.
        licences: String,
    }

    /// What the desk looks like now: the office that is open and who works there.
    pub struct DeskStatus {
        /// The open office; none: the start page is shown.
        office: Option<OfficeBrief>,
        /// Who is working.
        me: Option<StaffBrief>,
        /// Office folders opened lately, the last one first.
        recent: Vec<String>,
        /// Whether the desk is locked, and who needs a PIN.
        lock: DeskLock,
    }

    /// An open office.
    pub struct OfficeBrief {
        /// Its name.
        name: String,
        /// Its folder.
        dir: String,
        /// `dental`, `property`, `hospital` … (the pack's sector).
        sector: String,
        /// What a client is called here (住户, 患者).
        client_term: String,
        /// Whether it is a demonstration office.
        sample: bool,
        /// Today's civil day.
        today: String,
        /// Today as a line: `2026年10月9日 周五 · 工作日 · 八月廿九`.
        today_line: String,
        /// The hours in which clients are contacted here: `08:00–11:00、14:00–17:00`.
        hours: String,
        /// Things the manager should know (no holiday table for next year, clock set back …).
        notices: Vec<Notice>,
        /// Enabled packs.
        packs: Vec<PackBrief>,
    }

    /// Something the manager should know.
    pub struct Notice {
        /// Stable code, for the catalogue.
        code: String,
        /// The sentence.
        text: String,
    }

    /// A policy pack in a list.
    pub struct PackBrief {
        /// Policy id such as `002-12`.
        id: String,
        /// Title.
        title: String,
        /// Sector.
        sector: String,
        /// The day from which it is enabled here; none: it never was.
        effective_from: Option<String>,
        /// The day from which it is paused, if it is or will be.
        paused_from: Option<String>,
        /// `on`, `coming` (enabled from a later day), `ending` (paused from a later day), `paused`, `off`.
        state: String,
        /// Whether the office keeps it itself (copied or imported).
        own: bool,
        /// The pack of which it is a copy.
        copied_from: Option<String>,
        /// How many enforceable clauses run, ask, show.
        runs: u32,
        /// See `runs`.
        asks: u32,
        /// See `runs`.
        shows: u32,
    }

    /// Opens an office folder.
    pub struct OpenOffice {
        /// The folder.
        dir: String,
    }

    /// A person of staff.
    pub struct StaffBrief {
        /// Identifier.
        id: String,
        /// Name.
        name: String,
        /// Post.
        role: String,
        /// Department.
        department: Option<String>,
    }
}
