//! The archive by hand: clients filled in and corrected, households, clients that were one, doubtful data.
//!
//! Map: `facets` (a client as labelled texts: what changes, merges and their lists speak of) -> `edit` (form to client),
//! `form`, `checks` (what is said beside a field), `changes` (修改记录) -> `household`, `call` (one call to a household),
//! `duplicates`, `merge` and `part` (one operation each way), `doubts`.

mod call;
mod changes;
mod checks;
mod doubts;
mod duplicates;
mod edit;
mod facets;
mod form;
mod household;
mod merge;
mod part;
mod sides;

pub(crate) use facets::wish_text;

use crate::OfficeError;
use crate::office::Office;
use huifang_core::domain::{Client, ClientId};

impl Office {
    /// The client whom the identifier means; one who was merged is the one who was kept.
    ///
    /// # Errors
    /// `not_found`.
    pub(crate) fn client_meant(&self, id: &ClientId) -> Result<Client, OfficeError> {
        let read = self.store.read();
        let found = read.client(&read.kept_client(id)?)?;
        found.ok_or_else(|| OfficeError::NotFound { noun: "客户", id: id.to_string() })
    }
}
