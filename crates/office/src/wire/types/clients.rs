//! The archive: clients, their pages, corrections by hand.

use super::{ClientBrief, LabelValue, TaskRow, wire};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

wire! {

    /// Asks for a window of the client list.
    pub struct ClientQuery {
        /// As for `search`; empty: everybody.
        find: String,
        /// `all`; `overdue`: something was due before today; `due`: anything is due; `never`: never contacted.
        #[serde(default)]
        only: String,
        /// `name`, `no`, `place`, `last` (contact), `next` (due day); empty: as the search ranks them, else by name.
        #[serde(default)]
        sort: String,
        /// The other way round.
        #[serde(default)]
        descending: bool,
        /// First row wanted.
        offset: u32,
        /// How many at most.
        limit: u32,
    }

    /// A window of the client list.
    pub struct ClientList {
        /// How many the filter has in all.
        total: u32,
        /// The rows.
        rows: Vec<ClientRow>,
    }

    /// A client as a row of the archive.
    pub struct ClientRow {
        /// Who.
        client: ClientBrief,
        /// Responsible person.
        assignee: Option<String>,
        /// How many matters.
        matters: u32,
        /// Open tasks.
        open: u32,
        /// Last contact.
        last_contact: Option<String>,
        /// The next due day, past or to come.
        next_due: Option<String>,
    }

    /// Names one client.
    pub struct ClientRef {
        /// Client id.
        client: String,
    }

    /// One client, one page.
    pub struct ClientPage {
        /// Who.
        client: ClientBrief,
        /// Facts as label and value.
        facts: Vec<LabelValue>,
        /// Telephone numbers: label and digits.
        phones: Vec<LabelValue>,
        /// Tasks that are open or to come.
        tasks: Vec<TaskRow>,
        /// What happened, newest first.
        timeline: Vec<TimelineItem>,
        /// Why the client is, or is not, on the list: a line for each rule.
        why: Vec<WhyLine>,
    }

    /// A happening on a client's page.
    pub struct TimelineItem {
        /// Day.
        on: String,
        /// `matter`, `record`, `decision`, `task`.
        kind: String,
        /// Heading.
        title: String,
        /// Lines below it.
        lines: Vec<String>,
        /// `good`, `bad`, `plain`.
        tone: String,
        /// Record id, where it is a record that can be struck out.
        record: Option<String>,
        /// Whether it is a home visit that the client has still to sign.
        unsigned: bool,
        /// Matter id, where it is a matter.
        matter: Option<String>,
        /// Kind of the matter, where it is one.
        matter_kind: Option<String>,
    }

    /// Why a rule asks for a client, or does not.
    pub struct WhyLine {
        /// Pack id.
        pack: String,
        /// Rule id.
        rule: String,
        /// What the rule is called.
        title: String,
        /// Whether a task of the rule is on the list now.
        on_list: bool,
        /// The first condition that failed, or the reason why it is there, in words.
        text: String,
    }


    /// Corrects a field of a matter by hand; no import overwrites it afterwards.
    pub struct CorrectMatter {
        /// Matter id.
        matter: String,
        /// Field code, or `severity`, `handler`, `department`.
        field: String,
        /// New value; null: empty.
        #[ts(type = "unknown")]
        value: Value,
        /// Why.
        reason: String,
    }

    /// Puts a client into a class or takes him out of it.
    pub struct SetClass {
        /// Client id.
        client: String,
        /// Class.
        class: String,
        /// In, or out.
        member: bool,
    }
}
