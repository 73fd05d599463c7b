//! What can be wrong with a row or a cell, and how it is said.

use serde::{Deserialize, Serialize};

/// A finding. The first three reject the row; the others are warnings, and the row still goes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A client or person of staff without a name.
    MissingName,
    /// The number already belongs to somebody or something else.
    RecordNoConflict,
    /// A matter of a client whom the office does not know.
    UnknownClient,
    /// The check digit of an identity number is wrong, or the number has too many or too few digits.
    IdChecksum,
    /// The identity number says another sex.
    IdSexMismatch,
    /// The identity number says another day of birth.
    IdBirthMismatch,
    /// A telephone cell of which some part is no telephone number.
    PhoneInvalid,
    /// A date cell that is no date.
    DateInvalid,
    /// A telephone that two or more clients give as their own; one warning for each telephone.
    PhoneShared,
    /// Another name for the room of a client with a history: somebody moved in.
    NewOccupant,
}

impl Code {
    /// All findings.
    pub const ALL: &[Self] = &[
        Self::MissingName,
        Self::RecordNoConflict,
        Self::UnknownClient,
        Self::IdChecksum,
        Self::IdSexMismatch,
        Self::IdBirthMismatch,
        Self::PhoneInvalid,
        Self::DateInvalid,
        Self::PhoneShared,
        Self::NewOccupant,
    ];

    /// The code as it stands in `import --json`.
    pub fn code(self) -> &'static str {
        match self {
            Self::MissingName => "missing_name",
            Self::RecordNoConflict => "record_no_conflict",
            Self::UnknownClient => "unknown_client",
            Self::IdChecksum => "id_checksum",
            Self::IdSexMismatch => "id_sex_mismatch",
            Self::IdBirthMismatch => "id_birth_mismatch",
            Self::PhoneInvalid => "phone_invalid",
            Self::DateInvalid => "date_invalid",
            Self::PhoneShared => "phone_shared",
            Self::NewOccupant => "new_occupant",
        }
    }

    /// Whether the row does not go in.
    pub fn rejects(self) -> bool {
        matches!(self, Self::MissingName | Self::RecordNoConflict | Self::UnknownClient)
    }

    /// One Chinese sentence: what was found and what to do. `found` is what the row or cell says.
    pub fn message_zh(self, found: &str) -> String {
        match self {
            Self::MissingName if found.is_empty() => "没有姓名。请补上姓名再导入这一行。".to_owned(),
            Self::MissingName => format!("没有姓名({found})。请补上姓名再导入这一行。"),
            Self::RecordNoConflict => {
                format!("编号已经是别人的:{found}。请核对编号,改正后再导入这一行。")
            }
            Self::UnknownClient => {
                format!("名单里没有这位客户:{found}。请先导入客户名单,或核对编号、房号、姓名和电话。")
            }
            Self::IdChecksum => format!("身份证号校验位或位数不对:{found}。已照原样保存,请核对后在客户页改正。"),
            Self::IdSexMismatch => format!("性别与身份证号不符:{found}。已照表中填写保存,请核对。"),
            Self::IdBirthMismatch => format!("出生日期与身份证号不符:{found}。已照表中填写保存,请核对。"),
            Self::PhoneInvalid => format!("电话号码看不懂:{found}。原文已保存在备查字段,请核对后补录。"),
            Self::DateInvalid => format!("日期看不懂:{found}。原文已保存在备查字段,请按 2026-01-19 的写法补录。"),
            Self::NewOccupant => {
                format!("这个房号换了住户:{found}。已另建一位,原住户的往来不随房走;如果只是改了姓名,请把两位合并。")
            }
            Self::PhoneShared => format!("几位客户共用一个电话:{found}。如果不是一家人,请核对。"),
        }
    }
}

/// [`Code::message_zh`] by the code's text; `None` for a text that is no code.
pub fn message_zh(code: &str, found: &str) -> Option<String> {
    Code::ALL.iter().find(|known| known.code() == code).map(|known| known.message_zh(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_sentence_that_quotes_what_was_found() {
        for code in Code::ALL {
            let sentence = message_zh(code.code(), "某物").unwrap();
            assert!(sentence.contains("某物") && sentence.ends_with('。'), "{sentence}");
            assert_eq!(serde_json::to_value(code).unwrap(), code.code());
        }
        assert_eq!(message_zh("nonsense", ""), None);
    }
}
