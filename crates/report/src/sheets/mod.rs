//! The sheets of the quarterly report, one file each.

pub(crate) mod cover;
pub(crate) mod groups;
pub(crate) mod ledger;
pub(crate) mod notes;
pub(crate) mod overdue;
pub(crate) mod satisfaction;
