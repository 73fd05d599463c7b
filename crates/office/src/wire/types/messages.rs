//! Messages by short message and WeChat: texts, whom, what was sent; and the calendar.

use super::{LabelValue, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {

    /// The texts that can be used here.
    pub struct MessageTexts {
        /// The office's own first, then those of its policies, then those that ship with the program.
        texts: Vec<MessageTextRow>,
        /// Every placeholder, as it is written, with what it stands for.
        placeholders: Vec<LabelValue>,
    }

    /// A text for messages.
    pub struct MessageTextRow {
        /// Names it: `own/3`, `pack/002-12/notice`, `shipped/birthday`.
        id: String,
        /// What it is called.
        title: String,
        /// `reminder`, `greeting`, `survey`, `other`.
        purpose: String,
        /// The words, with placeholders.
        text: String,
        /// Whether the office wrote it itself, and may change it.
        own: bool,
        /// Where it comes from: title of the policy; empty for the others.
        from: String,
    }

    /// Writes a text of the office's own.
    pub struct SaveMessageText {
        /// The text to change; none: a new one.
        #[serde(default)]
        id: Option<String>,
        /// What it is called.
        title: String,
        /// `reminder`, `greeting`, `survey`, `other`.
        purpose: String,
        /// The words, with placeholders.
        text: String,
    }

    /// A text that was written.
    pub struct MessageTextWritten {
        /// Names it.
        id: String,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// Names one text.
    pub struct MessageTextRef {
        /// Which.
        id: String,
    }

    /// Lists of people for whom messages can be made.
    pub struct MessageLists {
        /// Open follow-ups that may be made by short message.
        sms: u32,
        /// Open follow-ups that may be made by WeChat.
        wechat: u32,
        /// Classes, each with how many clients are in it today.
        classes: Vec<NamedCount>,
        /// Clients in all.
        clients: u32,
        /// Festivals of the next year, the nearest first.
        festivals: Vec<FestivalRow>,
    }

    /// A name with a count.
    pub struct NamedCount {
        /// The name.
        name: String,
        /// How many.
        count: u32,
    }

    /// A festival that comes.
    pub struct FestivalRow {
        /// Code.
        code: String,
        /// What it is called.
        name: String,
        /// Its day.
        day: String,
        /// That day by the lunar calendar.
        lunar: String,
        /// In how many days.
        days: u32,
        /// How many clients the policies ask to contact for it.
        asked: u32,
    }

    /// Whom messages are for.
    pub struct MessageTo {
        /// `tasks` (open follow-ups that the channel may make), `class`, `festival`, `birthday`, `clients`.
        kind: String,
        /// `class`: which; `festival`: only clients of this class (none: those whom the policies ask to contact; empty: everybody).
        #[serde(default)]
        class: Option<String>,
        /// `festival`: its code.
        #[serde(default)]
        festival: Option<String>,
        /// `birthday`: by the lunar calendar.
        #[serde(default)]
        lunar: bool,
        /// `birthday`: of today and so many days after it.
        #[serde(default)]
        days: u32,
        /// `clients`: who.
        #[serde(default)]
        clients: Vec<String>,
    }

    /// Asks for messages.
    pub struct ComposeMessages {
        /// `sms`, `wechat`.
        channel: String,
        /// What it is called: 中秋问候.
        title: String,
        /// The words, with placeholders.
        text: String,
        /// Whom.
        to: MessageTo,
        /// Also those who got one for the same occasion before.
        #[serde(default)]
        again: bool,
        /// Keys of those who are left out by hand.
        #[serde(default)]
        leave_out: Vec<String>,
    }

    /// Messages that were made; nothing is written.
    pub struct Composed {
        /// How many messages.
        total: u32,
        /// The first thousand of them.
        rows: Vec<MessageRow>,
        /// How many people get none.
        skipped_total: u32,
        /// The first thousand of those, and why.
        skipped: Vec<SkippedRow>,
        /// Placeholders of the text that nobody knows.
        unknown: Vec<String>,
        /// How many of all messages would settle a follow-up.
        counted: u32,
    }

    /// A message to one client.
    pub struct MessageRow {
        /// Names it within its list.
        key: String,
        /// Client id.
        client: String,
        /// His name.
        name: String,
        /// His room.
        place: String,
        /// Number or account.
        address: String,
        /// The words.
        text: String,
        /// What it is for: 预约提醒,最迟 10-10.
        about: String,
        /// `settles` (the follow-up is done by it), `try` (it counts as a try, the answer is waited for), `contact`
        /// (it is noted, and counts for nothing).
        effect: String,
        /// What he got before for the same occasion; empty: nothing.
        before: String,
    }

    /// Somebody who gets no message.
    pub struct SkippedRow {
        /// Client id.
        client: String,
        /// His name.
        name: String,
        /// His room.
        place: String,
        /// `do_not_contact`, `paused`, `no_number`, `blank`, `sent_before`.
        code: String,
        /// Why.
        reason: String,
    }

    /// Says that messages were sent.
    pub struct MarkSent {
        /// Which.
        messages: ComposeMessages,
        /// How many the person saw; refused where the list has changed since.
        count: u32,
    }

    /// What was written down.
    pub struct MessagesSent {
        /// Its number, by which it can be taken back.
        batch: String,
        /// How many.
        count: u32,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// Names one batch.
    pub struct SentRef {
        /// Its number.
        batch: String,
    }

    /// What was marked as sent in one step.
    pub struct SentBatch {
        /// Its number.
        batch: String,
        /// Day.
        on: String,
        /// `sms`, `wechat`.
        channel: String,
        /// What it is called.
        title: String,
        /// The words, with placeholders.
        text: String,
        /// Who said so; empty: nobody was named.
        by: String,
        /// How many messages.
        count: u32,
        /// Taken back.
        undone: bool,
    }

    /// Writes messages as a list for a sending tool.
    pub struct ExportMessages {
        /// Which.
        messages: ComposeMessages,
        /// Where to; its ending says how: `.xlsx` or `.csv`.
        path: String,
    }

    /// Writes appointments and promised call-backs as a calendar (iCalendar, RFC 5545).
    pub struct ExportCalendar {
        /// Only of this person of staff; none: of everybody.
        #[serde(default)]
        staff: Option<String>,
        /// How many days from today; none: 30.
        #[serde(default)]
        days: Option<u32>,
        /// Where to.
        path: String,
    }
}
