//! Numbers are hidden on a screen that faces the public; whoever has one shown to him is noted.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::Changed;
use huifang_core::calendar::Now;
use huifang_core::domain::{ClientId, StaffId};
use serde_json::json;

impl Office {
    /// Notes that whoever works has the client's numbers shown to him: one row of the audit a client, day and person,
    /// so that the notes stay readable.
    ///
    /// # Errors
    /// `not_found`.
    pub fn reveal(&mut self, client: &str, now: Now) -> Result<Changed, OfficeError> {
        let id = ClientId::from(client);
        if self.store.read().client(&id)?.is_none() {
            return Err(OfficeError::NotFound { noun: "客户", id: client.to_owned() });
        }
        let staff = self.me.as_ref().map(StaffId::as_str).unwrap_or_default().to_owned();
        if !self.store.read().is_revealed(&id, now.today, &staff)? {
            self.write("reveal", now, json!({ "client": client }), |tx, _| {
                Ok(tx.add_reveal(&id, now.today, &staff, now.instant_ms)?)
            })?;
        }
        // Nothing that a screen shows is made of it.
        Ok(Changed { changed: Vec::new(), line: String::new() })
    }
}
