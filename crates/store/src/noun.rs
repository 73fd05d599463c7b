//! What a write touched, in the words of the domain: the window decides from it what to ask for again.

/// A kind of thing that an operation changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    /// Clients, with their places.
    Client,
    /// Matters, with participants and milestones.
    Matter,
    /// Follow-up records.
    Record,
    /// Human decisions.
    Decision,
    /// Follow-up tasks.
    Task,
    /// People of staff.
    Staff,
    /// Imports and the mappings saved for them.
    Import,
    /// Policy packs.
    Pack,
    /// Settings of the office.
    Office,
    /// Rounds of home visits that were printed.
    Round,
    /// Views of the worklist that people saved.
    /// How a person wants a table.
    View,
    /// Files of clients, matters and records.
    Attachment,
    /// Messages and the texts for them.
    Message,
}

impl Noun {
    /// Every noun, in the order of definition.
    pub const ALL: &[Self] = &[
        Self::Client,
        Self::Matter,
        Self::Record,
        Self::Decision,
        Self::Task,
        Self::Staff,
        Self::Import,
        Self::Pack,
        Self::Office,
        Self::Round,
        Self::View,
        Self::Attachment,
        Self::Message,
    ];

    /// The code that is stored and sent to the window.
    pub fn code(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Matter => "matter",
            Self::Record => "record",
            Self::Decision => "decision",
            Self::Task => "task",
            Self::Staff => "staff",
            Self::Import => "import",
            Self::Pack => "pack",
            Self::Office => "office",
            Self::Round => "round",
            Self::View => "view",
            Self::Attachment => "attachment",
            Self::Message => "message",
        }
    }

    /// The noun of a code; `None` for an unknown one.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|noun| noun.code() == code)
    }
}
