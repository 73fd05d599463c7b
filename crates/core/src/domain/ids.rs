//! Identifiers. Each is a text that stays the same when the same fact is deleted and comes back (an import undone and
//! done again asks for the same task ids: DESIGN 6.1), so none is a row number.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }
    };
}

id_type!(
    /// A client (客户).
    ClientId
);
id_type!(
    /// A matter (事项).
    MatterId
);
id_type!(
    /// One dated step of a matter (节点).
    MilestoneId
);
id_type!(
    /// A person of staff (员工).
    StaffId
);
id_type!(
    /// A follow-up record (回访记录).
    RecordId
);
id_type!(
    /// A human decision (决定).
    DecisionId
);
id_type!(
    /// An absence (休假、轮休).
    AbsenceId
);
id_type!(
    /// A draw (抽样).
    DrawId
);
id_type!(
    /// A follow-up task (回访任务): a hash of pack, rule, subject, anchor and occurrence, and of nothing else.
    TaskId
);

/// What a task is about: the thing that is counted once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "of", content = "id")]
pub enum Subject {
    /// A client to be contacted.
    Client(ClientId),
    /// A matter whose step is due (a deadline for rectification, say).
    Matter(MatterId),
    /// A person of staff who owes a quota.
    Staff(StaffId),
    /// The office itself (例行事务).
    Office,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(id) => write!(f, "client:{id}"),
            Self::Matter(id) => write!(f, "matter:{id}"),
            Self::Staff(id) => write!(f, "staff:{id}"),
            Self::Office => f.write_str("office"),
        }
    }
}

impl Subject {
    /// The inverse of `to_string`; `None` for a text that no subject prints.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "office" {
            return Some(Self::Office);
        }
        let (of, id) = text.split_once(':')?;
        match of {
            "client" => Some(Self::Client(id.into())),
            "matter" => Some(Self::Matter(id.into())),
            "staff" => Some(Self::Staff(id.into())),
            _ => None,
        }
    }
}

/// 16 hexadecimal digits of BLAKE3 over the parts, each preceded by its length so that no two lists of parts collide.
///
/// 64 bits: among ten million ids a collision has a probability below one in 300,000, and the store's UNIQUE key on the
/// parts would refuse it.
pub fn short_hash(parts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex()[..16].to_owned()
}
