//! The lock's commands. Which of the others are answered while it holds is decided here too.

use super::desk::Desk;
use super::handlers::{Answer, desk_status};
use super::types::*;
use crate::OfficeError;
use crate::office::Office;
use huifang_core::calendar::Now;

/// What a locked desk answers: enough to show who may unlock it, and to do so.
const ANSWERED_WHEN_LOCKED: &[&str] = &["desk_status", "staff_list", "sign_in"];

/// Whether the desk answers the command now.
///
/// # Errors
/// `desk_locked`.
pub(super) fn check_lock(desk: &Desk, command: &str) -> Result<(), OfficeError> {
    if !desk.is_locked() || ANSWERED_WHEN_LOCKED.contains(&command) {
        return Ok(());
    }
    Err(OfficeError::invalid("desk_locked", "屏幕已锁定。请先选自己的名字解锁,再继续。"))
}

/// The lock as the page shows it.
pub(super) fn desk_lock(desk: &Desk, office: &Office) -> Answer<DeskLock> {
    let pins = office.staff_with_pin()?.into_iter().map(|id| id.0).collect();
    Ok(DeskLock { locked: desk.is_locked(), pins, may_reset: office.may_reset_pins()? })
}

pub(super) fn lock_desk(desk: &Desk, _: Nothing, now: Now) -> Answer<DeskStatus> {
    desk.with(|office| match office.staff()?.iter().any(|person| person.active) {
        true => Ok(()),
        false => Err(OfficeError::invalid("nobody_to_unlock", "还没有员工名单,锁上就没有人能解开。请先导入员工。")),
    })?;
    desk.lock_up(true);
    desk_status(desk, Nothing {}, now)
}

pub(super) fn sign_in(desk: &Desk, request: SignIn, now: Now) -> Answer<DeskStatus> {
    let proves = desk.has_lock();
    desk.with(|office| match proves {
        true => office.sign_in_at_desk(request, desk.is_locked(), now),
        false => office.sign_in(request.staff.map(Into::into), now),
    })?;
    desk.lock_up(false);
    desk_status(desk, Nothing {}, now)
}

pub(super) fn set_pin(desk: &Desk, request: SetPin, now: Now) -> Answer<Changed> {
    desk.with(|office| office.set_pin(&request, now))
}

pub(super) fn reset_pin(desk: &Desk, request: StaffRef, now: Now) -> Answer<Changed> {
    desk.with(|office| office.reset_pin(&request.staff, !desk.has_lock(), now))
}

pub(super) fn reveal(desk: &Desk, request: ClientRef, now: Now) -> Answer<Changed> {
    desk.with(|office| office.reveal(&request.client, now))
}

pub(super) fn due_now(desk: &Desk, _: Nothing, now: Now) -> Answer<DueNow> {
    desk.with(|office| {
        // The program may run over midnight.
        office.catch_up(now)?;
        office.due_now(now)
    })
}
