//! Who is on the line with whom (占线). A claim is no fact: it lives while the program does, and grows old by itself.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Claim as ClaimWish, Claimed, OnLine};
use huifang_core::calendar::{Now, local_moment};
use huifang_core::domain::{ClientId, StaffId, StaffRef};
use std::collections::BTreeMap;

/// A claim older than this is nobody's any more: somebody went home with a sheet open.
const STALE_MS: i64 = 30 * 60 * 1000;

/// A client whom somebody is calling.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Claim {
    staff: StaffId,
    at_ms: i64,
}

/// Who is on the line with whom.
#[derive(Debug, Clone, Default)]
pub(crate) struct Claims(BTreeMap<ClientId, Claim>);

impl Claims {
    /// Who claimed the client, if that was not too long ago. A clock set back makes a claim old, too.
    fn holder(&self, client: &ClientId, now: Now) -> Option<&Claim> {
        self.0.get(client).filter(|claim| (0..STALE_MS).contains(&(now.instant_ms - claim.at_ms)))
    }

    fn take(&mut self, client: ClientId, staff: StaffId, now: Now) {
        self.0.insert(client, Claim { staff, at_ms: now.instant_ms });
    }

    /// Gives up one's own claim; another's stays.
    pub fn release(&mut self, client: &ClientId, staff: Option<&StaffId>) {
        if self.0.get(client).is_some_and(|claim| Some(&claim.staff) == staff) {
            self.0.remove(client);
        }
    }
}

impl Office {
    /// Claims the client for who is working, unless another person is on the line with him and the claim is not taken over.
    /// Where nobody is signed in, nobody claims.
    ///
    /// # Errors
    /// `not_found`.
    pub fn claim(&mut self, wish: &ClaimWish, now: Now) -> Result<Claimed, OfficeError> {
        let id = ClientId::from(wish.client.as_str());
        if self.store.read().client(&id)?.is_none() {
            return Err(OfficeError::NotFound { noun: "客户", id: wish.client.clone() });
        }
        let by = if wish.take_over { None } else { self.on_line(&id, now) };
        if by.is_none()
            && let Some(me) = self.me.clone()
        {
            self.claims.take(id, me, now);
        }
        Ok(Claimed { by })
    }

    /// The call is over.
    pub fn release(&mut self, client: &str) {
        self.claims.release(&ClientId::from(client), self.me.as_ref());
    }

    /// Who else is on the line with the client.
    pub(crate) fn on_line(&self, client: &ClientId, now: Now) -> Option<OnLine> {
        let claim = self.claims.holder(client, now).filter(|claim| Some(&claim.staff) != self.me.as_ref())?;
        let minute = local_moment(claim.at_ms, now.zone).minute.unwrap_or(0);
        Some(OnLine {
            staff: claim.staff.to_string(),
            name: self.staff_called(&StaffRef(claim.staff.0.clone())),
            since: format!("{:02}:{:02}", minute / 60, minute % 60),
        })
    }
}
