//! How `kind = "quota"` is written.

use super::required_period;
use crate::calendar::PeriodKind;
use crate::codes::code_enum;
use crate::policy::population::{Population, read_population};
use crate::policy::reader::TableReader;

/// See `RuleKind::Quota`.
#[derive(Debug, Clone, PartialEq)]
pub struct Quota {
    /// Who owes it.
    pub of: QuotaOf,
    /// How many.
    pub need: u32,
    /// Not more than so many are asked for ("10 至 15 户").
    pub most: Option<u32>,
    /// In each such period.
    pub per: PeriodKind,
    /// Only records made by people of this post count.
    pub by_role: Option<String>,
    /// For whom (or, for the office, among whom).
    pub population: Population,
}

code_enum!(
    /// Whose quota it is.
    QuotaOf {
        /// Each client must be contacted so often.
        Client = "client",
        /// Each person of staff (of the rule's post) must make so many.
        Staff = "staff",
        /// The office must make so many.
        Office = "office",
    }
);

pub(super) fn read(table: &TableReader<'_, '_>) -> Quota {
    if !table.has("need") {
        table.missing("need", "每个周期几次");
    }
    let need = table.count("need").unwrap_or(1);
    let most = table.count("most");
    if need == 0 || most.is_some_and(|most| most < need) {
        let at = table.raw("need").map_or(table.at, |n| n.at);
        table.source.report(at, "bad_value", "need 至少为 1,most 不小于 need", &need.to_string());
    }
    Quota {
        of: table.code("of", QuotaOf::parse, "client、staff、office").unwrap_or(QuotaOf::Client),
        need: need.max(1),
        most,
        per: required_period(table, "per"),
        by_role: table.text("by_role"),
        population: read_population(table),
    }
}
