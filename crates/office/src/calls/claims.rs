//! Who is on the line with whom (占线). A claim is no fact: it lives while the program does, and grows old by itself.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Claim as ClaimWish, Claimed, OnLine};
use huifang_core::calendar::{Now, local_moment};
use huifang_core::domain::{Client, ClientId, StaffId, StaffRef};
use std::collections::BTreeMap;

/// A claim older than this is nobody's any more: somebody went home with a sheet open.
const STALE_MS: i64 = 30 * 60 * 1000;

/// A client whom somebody is calling.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Claim {
    staff: StaffId,
    /// The client's household, as it was when the call began: one telephone rings for all of it.
    household: Option<String>,
    name: String,
    at_ms: i64,
}

/// Who is on the line with whom.
#[derive(Debug, Clone, Default)]
pub(crate) struct Claims(BTreeMap<ClientId, Claim>);

impl Claims {
    /// Who but `me` is on the line with the client or somebody of his household, and with whom, if that is not too long
    /// ago. A clock set back makes a claim old, too.
    fn other(&self, client: &Client, me: Option<&StaffId>, now: Now) -> Option<(&ClientId, &Claim)> {
        let is_fresh = |claim: &Claim| (0..STALE_MS).contains(&(now.instant_ms - claim.at_ms));
        let claims = self.0.iter().filter(|(id, claim)| is_of_line(client, id, claim) && is_fresh(claim));
        // With himself before with his household.
        claims.filter(|(_, claim)| Some(&claim.staff) != me).min_by_key(|(id, _)| **id != client.id)
    }

    /// Nobody else has the client or his household on the line any more.
    fn take(&mut self, client: &Client, staff: StaffId, now: Now) {
        self.0.retain(|id, claim| claim.staff == staff || !is_of_line(client, id, claim));
        let (household, name) = (client.household.clone(), client.name.clone());
        self.0.insert(client.id.clone(), Claim { staff, household, name, at_ms: now.instant_ms });
    }

    /// Gives up one's own claim; another's stays.
    pub fn release(&mut self, client: &ClientId, staff: Option<&StaffId>) {
        if self.0.get(client).is_some_and(|claim| Some(&claim.staff) == staff) {
            self.0.remove(client);
        }
    }
}

fn is_of_line(client: &Client, id: &ClientId, claim: &Claim) -> bool {
    *id == client.id || (client.household.is_some() && client.household == claim.household)
}

impl Office {
    /// Claims the client, and with him his household, for who is working, unless another person is on the line with one of
    /// them and the claim is not taken over. Where nobody is signed in, nobody claims.
    ///
    /// # Errors
    /// `not_found`.
    pub fn claim(&mut self, wish: &ClaimWish, now: Now) -> Result<Claimed, OfficeError> {
        let found = self.store.read().client(&ClientId::from(wish.client.as_str()))?;
        let client = found.ok_or_else(|| OfficeError::NotFound { noun: "客户", id: wish.client.clone() })?;
        let by = if wish.take_over { None } else { self.on_line(&client, now) };
        if by.is_none()
            && let Some(me) = self.me.clone()
        {
            self.claims.take(&client, me, now);
        }
        Ok(Claimed { by })
    }

    /// The call is over.
    pub fn release(&mut self, client: &str) {
        self.claims.release(&ClientId::from(client), self.me.as_ref());
    }

    /// Who else is on the line with the client or somebody of his household.
    pub(crate) fn on_line(&self, client: &Client, now: Now) -> Option<OnLine> {
        let (id, claim) = self.claims.other(client, self.me.as_ref(), now)?;
        let minute = local_moment(claim.at_ms, now.zone).minute.unwrap_or(0);
        Some(OnLine {
            staff: claim.staff.to_string(),
            name: self.staff_called(&StaffRef(claim.staff.0.clone())),
            since: format!("{:02}:{:02}", minute / 60, minute % 60),
            member: (*id != client.id).then(|| claim.name.clone()),
        })
    }
}
